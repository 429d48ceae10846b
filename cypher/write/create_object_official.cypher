// The object of each of these claims is this Official.
// params: rows
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim})
MATCH (n:Official {id: row.node})
CREATE (c)-[:OBJECT]->(n)
