// The Organization nodes with these ids, with all their properties.
// params: ids
UNWIND $ids AS id
MATCH (n:Organization {id: id})
RETURN properties(n) AS properties
