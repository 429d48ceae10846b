// One article whole.
// params: id
MATCH (a:Article {id: $id})
RETURN a.id AS id, properties(a) AS properties
