// These Office nodes, which stood before, have exactly these properties.
// params: rows
UNWIND $rows AS row
MATCH (n:Office {id: row.id})
SET n = row
