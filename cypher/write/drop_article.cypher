// The Article nodes with these ids are gone, with all that hung on them.
// params: ids
UNWIND $ids AS id
MATCH (n:Article {id: id})
DETACH DELETE n
