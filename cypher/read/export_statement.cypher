// The Statement nodes after this id, in order: a page of the export.
// params: after, page
MATCH (n:Statement)
WHERE n.id > $after
RETURN properties(n) AS properties
ORDER BY n.id
LIMIT $page
