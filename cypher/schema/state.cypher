// Which schema the graph has, if any, and how many writes it has seen.
// params:
MATCH (g:Graph {id: 'graph'})
RETURN g.schema AS schema, g.version AS version
