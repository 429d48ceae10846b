// These articles mention these Forum nodes; one edge for each identity block, and one where there is none.
// params: rows
UNWIND $rows AS row
MATCH (a:Article {id: row.article})
MATCH (n:Forum {id: row.node})
CREATE (a)-[:MENTIONS {key: row.key, local: row.local, entity: row.entity, block: row.block}]->(n)
