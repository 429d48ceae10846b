// These Statement nodes, which stood before, have exactly these properties.
// params: rows
UNWIND $rows AS row
MATCH (n:Statement {id: row.id})
SET n = row
