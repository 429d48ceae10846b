// These Article nodes, which stood before, have exactly these properties.
// params: rows
UNWIND $rows AS row
MATCH (n:Article {id: row.id})
SET n = row
