// What was said about an actor, and by whom.
// params: actor
MATCH (y:Official|Office|State|Organization|Forum {id: $actor})<-[:ABOUT]-(s:Statement)
MATCH (s)<-[r:STATED]-(x)
RETURN s.id AS id, properties(s) AS properties, x.id AS speaker, x.name AS speaker_name, r.fact_id AS fact
ORDER BY id
