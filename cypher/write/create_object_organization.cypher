// The object of each of these claims is this Organization.
// params: rows
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim})
MATCH (n:Organization {id: row.node})
CREATE (c)-[:OBJECT]->(n)
