// Who attended an event, for whom; who was expected, and who stayed away.
// params: event
MATCH (e:Event {id: $event})<-[r:ATTENDED|EXPECTED_AT|ABSENT_FROM|HOSTED]-(who)
OPTIONAL MATCH (who)-[came_for:REPRESENTED]->(whom)
WHERE came_for.event = $event
RETURN e, r, who, came_for, whom
ORDER BY who.id, type(r), whom.id
