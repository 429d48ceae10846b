// Whom the officials at an event represented.
// params: event
MATCH (e:Event {id: $event})<-[:ATTENDED]-(p:Official)
MATCH (p)-[r:REPRESENTED]->(s)
WHERE r.event = $event
RETURN p.id AS official, s.id AS id, s.name AS name
ORDER BY official, id
