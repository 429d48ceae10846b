// A page of the Organization nodes after this id.
// params: after, limit
MATCH (n:Organization)
WHERE n.id > $after
RETURN n.id AS id, properties(n) AS properties
ORDER BY id
LIMIT $limit
