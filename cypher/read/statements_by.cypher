// What an actor said.
// params: actor
MATCH (x:Official|Office|State|Organization|Forum {id: $actor})-[r:STATED]->(s:Statement)
RETURN s.id AS id, properties(s) AS properties, x.id AS speaker, x.name AS speaker_name, r.fact_id AS fact
ORDER BY id
