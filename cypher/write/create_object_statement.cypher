// The object of each of these claims is this Statement.
// params: rows
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim})
MATCH (n:Statement {id: row.node})
CREATE (c)-[:OBJECT]->(n)
