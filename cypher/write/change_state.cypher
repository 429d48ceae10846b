// These State nodes, which stood before, have exactly these properties.
// params: rows
UNWIND $rows AS row
MATCH (n:State {id: row.id})
SET n = row
