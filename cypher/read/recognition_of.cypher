// Who recognises a state, a body or a person, does not, did once, or means to.
// params: actor
MATCH (b:State|Organization|Forum|Official {id: $actor})<-[r:RECOGNIZES|DOES_NOT_RECOGNIZE|WITHDREW_RECOGNITION_OF|INTENDS_TO_RECOGNIZE]-(a)
RETURN a.id AS source, a.name AS source_name, b.id AS target, b.name AS target_name, type(r) AS edge,
  properties(r) AS properties
ORDER BY source, edge
