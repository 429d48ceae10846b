// The events at which unnamed holders of a state's or body's posts were, or were to be.
// params: actor
MATCH (s:State|Organization|Forum {id: $actor})<-[:OF]-(o:Office)
MATCH (o)-[r:ATTENDED|EXPECTED_AT|ABSENT_FROM]->(e:Event)
RETURN e.id AS id, properties(e) AS properties, type(r) AS edge, r.fact_id AS fact, r.disputed AS disputed, o.id AS who,
  o.name AS who_name
ORDER BY id, edge, who
