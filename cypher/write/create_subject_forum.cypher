// The subject of each of these claims is this Forum.
// params: rows
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim})
MATCH (n:Forum {id: row.node})
CREATE (c)-[:SUBJECT]->(n)
