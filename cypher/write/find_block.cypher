// All mentions in these identity blocks, as texts, with the nodes that they are.
// params: blocks
MATCH ()-[r:MENTIONS]->(n)
WHERE r.block IN $blocks
RETURN DISTINCT r.entity AS entity, n.id AS node
