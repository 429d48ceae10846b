// These Forum nodes, which stood before, have exactly these properties.
// params: rows
UNWIND $rows AS row
MATCH (n:Forum {id: row.id})
SET n = row
