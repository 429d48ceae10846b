// The State nodes with these ids, with all their properties.
// params: ids
UNWIND $ids AS id
MATCH (n:State {id: id})
RETURN properties(n) AS properties
