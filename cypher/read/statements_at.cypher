// What was said at an event, and by whom.
// params: event
MATCH (e:Event {id: $event})<-[:AT]-(s:Statement)
MATCH (s)<-[r:STATED]-(x)
RETURN s.id AS id, properties(s) AS properties, x.id AS speaker, x.name AS speaker_name, r.fact_id AS fact
ORDER BY id
