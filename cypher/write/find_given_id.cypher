// The articles that came with this id, and their titles.
// params: given_id
MATCH (n:Article)
WHERE $given_id IN n.given_ids
RETURN n.id AS id, n.name AS name
ORDER BY id
