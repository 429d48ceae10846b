// The Official nodes with these ids are gone, with all that hung on them.
// params: ids
UNWIND $ids AS id
MATCH (n:Official {id: id})
DETACH DELETE n
