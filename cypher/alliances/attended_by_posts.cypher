// Which states' ministers and envoys attended which events in that post, in a span of days or of all time.
// params: first, last
MATCH (p:Official)-[r:ATTENDED]->(e:Event)
WHERE NOT r.disputed AND ($first IS NULL OR (e.start_first <= $last AND e.end_last >= $first))
WITH e.id AS event, r.`as` AS post
MATCH (o:Office {id: post})-[:OF]->(s:State)
RETURN DISTINCT event, s.id AS state, s.name AS name
ORDER BY event, state
