// Which states' unnamed office-holders attended which events of a span of days, or of all time.
// params: first, last
MATCH (o:Office)-[r:ATTENDED]->(e:Event)
WHERE NOT r.disputed AND ($first IS NULL OR (e.start_first <= $last AND e.end_last >= $first))
MATCH (o)-[:OF]->(s:State)
RETURN DISTINCT e.id AS event, s.id AS state, s.name AS name
ORDER BY event, state
