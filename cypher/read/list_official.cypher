// A page of the Official nodes after this id.
// params: after, limit
MATCH (n:Official)
WHERE n.id > $after
RETURN n.id AS id, properties(n) AS properties
ORDER BY id
LIMIT $limit
