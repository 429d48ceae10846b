// Which states attended which events of a span of days, or of all time.
// params: first, last
MATCH (s:State)-[r:ATTENDED]->(e:Event)
WHERE NOT r.disputed AND ($first IS NULL OR (e.start_first <= $last AND e.end_last >= $first))
RETURN e.id AS event, s.id AS state, s.name AS name
ORDER BY event, state
