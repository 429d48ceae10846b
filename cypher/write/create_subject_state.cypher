// The subject of each of these claims is this State.
// params: rows
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim})
MATCH (n:State {id: row.node})
CREATE (c)-[:SUBJECT]->(n)
