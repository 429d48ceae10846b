// Whom statements are about, and at which event they were made.
// params: ids
UNWIND $ids AS id
MATCH (s:Statement {id: id})-[r:ABOUT|AT]->(y)
RETURN s.id AS statement, type(r) AS edge, y.id AS id, y.name AS name
ORDER BY statement, edge, id
