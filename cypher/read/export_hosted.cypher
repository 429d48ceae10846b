// The HOSTED edges with these fact ids, with their ends.
// params: ids
MATCH (s)-[r:HOSTED]->(o)
WHERE r.fact_id IN $ids
RETURN s.id AS source, o.id AS target, properties(r) AS properties
