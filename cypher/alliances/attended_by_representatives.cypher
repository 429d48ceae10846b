// Which states' representatives attended which events of a span of days, or of all time.
// params: first, last
MATCH (s:State)<-[r:REPRESENTED]-(p:Official)
WHERE NOT r.disputed
WITH s, p, r.event AS event
MATCH (p)-[a:ATTENDED]->(e:Event)
WHERE e.id = event AND NOT a.disputed
  AND ($first IS NULL OR (e.start_first <= $last AND e.end_last >= $first))
RETURN DISTINCT e.id AS event, s.id AS state, s.name AS name
ORDER BY event, state
