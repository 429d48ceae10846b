// The claims of these articles, with all their properties.
// params: ids
UNWIND $ids AS id
MATCH (c:Claim {article: id})
RETURN properties(c) AS properties
