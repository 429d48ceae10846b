// The PART_OF edges with these fact ids, with their ends.
// params: ids
MATCH (s)-[r:PART_OF]->(o)
WHERE r.fact_id IN $ids
RETURN s.id AS source, o.id AS target, properties(r) AS properties
