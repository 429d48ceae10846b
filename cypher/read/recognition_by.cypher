// Whom a state or body recognises, does not, did once, or means to.
// params: actor
MATCH (a:State|Organization|Forum {id: $actor})-[r:RECOGNIZES|DOES_NOT_RECOGNIZE|WITHDREW_RECOGNITION_OF|INTENDS_TO_RECOGNIZE]->(b)
RETURN a.id AS source, a.name AS source_name, b.id AS target, b.name AS target_name, type(r) AS edge,
  properties(r) AS properties
ORDER BY target, edge
