// The articles with ids in this range: the ids that they came with, and the nodes that they mention.
// params: first, before
MATCH (a:Article)
WHERE a.id >= $first AND a.id < $before
OPTIONAL MATCH (a)-[:MENTIONS]->(n)
RETURN a.id AS id, a.given_ids AS given_ids, collect(DISTINCT n.id) AS mentioned
