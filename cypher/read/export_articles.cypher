// The articles after this id, in order: what they came with, and the nodes that they mention.
// params: after, page
MATCH (a:Article)
WHERE a.id > $after
WITH a
ORDER BY a.id
LIMIT $page
OPTIONAL MATCH (a)-[:MENTIONS]->(n)
WITH a.id AS id, a.given_ids AS given_ids, collect(DISTINCT n.id) AS mentioned
RETURN id, given_ids, mentioned
ORDER BY id
