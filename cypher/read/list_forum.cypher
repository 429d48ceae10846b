// A page of the Forum nodes after this id.
// params: after, limit
MATCH (n:Forum)
WHERE n.id > $after
RETURN n.id AS id, properties(n) AS properties
ORDER BY id
LIMIT $limit
