// All mentions in these articles, as texts, with the nodes that they are.
// params: ids
UNWIND $ids AS id
MATCH (:Article {id: id})-[r:MENTIONS]->(n)
RETURN DISTINCT r.entity AS entity, n.id AS node
