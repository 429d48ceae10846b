// The ABOUT edges after this fact id, in order: a page of the export.
// params: after, page
MATCH (s)-[r:ABOUT]->(o)
WHERE r.fact_id > $after
RETURN s.id AS source, o.id AS target, properties(r) AS properties
ORDER BY r.fact_id
LIMIT $page
