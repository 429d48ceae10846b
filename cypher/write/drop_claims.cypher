// The claims of these articles are gone, with all that tied them.
// params: ids
UNWIND $ids AS id
MATCH (c:Claim {article: id})
DETACH DELETE c
