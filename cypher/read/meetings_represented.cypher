// The events at which officials represented a state or body.
// params: actor
MATCH (s:State|Organization|Forum {id: $actor})<-[r:REPRESENTED]-(p:Official)
RETURN r.event AS event, r.fact_id AS fact, r.disputed AS disputed, p.id AS who, p.name AS who_name
ORDER BY event, who
