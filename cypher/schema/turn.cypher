// One writer's turn: other writers wait for its commit, or lose and try again.
// params:
MERGE (g:Graph {id: 'graph'})
SET g.version = coalesce(g.version, 0) + 1
RETURN g.version AS version
