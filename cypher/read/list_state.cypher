// A page of the State nodes after this id.
// params: after, limit
MATCH (n:State)
WHERE n.id > $after
RETURN n.id AS id, properties(n) AS properties
ORDER BY id
LIMIT $limit
