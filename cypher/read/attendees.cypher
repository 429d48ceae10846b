// Who attended an event, was expected at it, or was absent from it.
// params: event
MATCH (e:Event {id: $event})<-[r:ATTENDED|EXPECTED_AT|ABSENT_FROM]-(p)
RETURN p.id AS id, p.name AS name, labels(p)[0] AS label, p.post AS post, p.principal AS principal, type(r) AS edge,
  properties(r) AS properties
ORDER BY edge, name, id
