// The events that an actor attended, was expected at, was absent from or hosted.
// params: actor
MATCH (p:Official|Office|State|Organization|Forum {id: $actor})-[r:ATTENDED|EXPECTED_AT|ABSENT_FROM|HOSTED]->(e:Event)
RETURN e.id AS id, properties(e) AS properties, type(r) AS edge, r.fact_id AS fact, r.disputed AS disputed, p.id AS who,
  p.name AS who_name
ORDER BY id, edge
