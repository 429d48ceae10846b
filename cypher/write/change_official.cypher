// These Official nodes, which stood before, have exactly these properties.
// params: rows
UNWIND $rows AS row
MATCH (n:Official {id: row.id})
SET n = row
