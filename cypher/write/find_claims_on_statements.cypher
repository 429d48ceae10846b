// The claims that belong to these statements: that they were made, of whom, and where.
// params: ids
UNWIND $ids AS id
MATCH (s:Statement {id: id})<-[:SUBJECT|OBJECT]-(c:Claim)
RETURN properties(c) AS properties
