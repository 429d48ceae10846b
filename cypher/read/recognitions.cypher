// All recognitions, refusals, withdrawals and intentions.
// params:
MATCH (a)-[r:RECOGNIZES|DOES_NOT_RECOGNIZE|WITHDREW_RECOGNITION_OF|INTENDS_TO_RECOGNIZE]->(b)
RETURN a.id AS source, a.name AS source_name, b.id AS target, b.name AS target_name, type(r) AS edge,
  properties(r) AS properties
ORDER BY source, target, edge
