// These Event nodes, which stood before, have exactly these properties.
// params: rows
UNWIND $rows AS row
MATCH (n:Event {id: row.id})
SET n = row
