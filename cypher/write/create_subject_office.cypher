// The subject of each of these claims is this Office.
// params: rows
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim})
MATCH (n:Office {id: row.node})
CREATE (c)-[:SUBJECT]->(n)
