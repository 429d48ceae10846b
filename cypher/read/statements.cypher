// A page of all statements, with who made them.
// params: after, limit
MATCH (s:Statement)
WHERE s.id > $after
MATCH (s)<-[r:STATED]-(x)
RETURN s.id AS id, properties(s) AS properties, x.id AS speaker, x.name AS speaker_name, r.fact_id AS fact
ORDER BY id
LIMIT $limit
