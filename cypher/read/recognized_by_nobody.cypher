// Claims that nobody at all recognises the targets.
// params:
MATCH (c:Claim {subject_id: '*'})-[:OBJECT]->(b)
RETURN c.fact_id AS fact, b.id AS target, b.name AS target_name, max(c.published) AS as_of
ORDER BY target, fact
