// The object of each of these claims is this Event.
// params: rows
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim})
MATCH (n:Event {id: row.node})
CREATE (c)-[:OBJECT]->(n)
