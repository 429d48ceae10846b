// One node of the fact layer by its id.
// params: id
MATCH (n:Official|Office|State|Organization|Forum|Event|Statement {id: $id})
RETURN labels(n)[0] AS label, properties(n) AS properties
