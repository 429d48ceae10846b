// These Organization nodes, which stood before, have exactly these properties.
// params: rows
UNWIND $rows AS row
MATCH (n:Organization {id: row.id})
SET n = row
