// The graph says which schema it has.
// params: schema
MERGE (g:Graph {id: 'graph'})
SET g.schema = $schema
RETURN g.schema AS schema
