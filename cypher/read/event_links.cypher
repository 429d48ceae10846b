// The forum of an event and its hosts.
// params: event
MATCH (e:Event {id: $event})-[r:PART_OF]->(f)
RETURN 'PART_OF' AS edge, f.id AS id, f.name AS name, labels(f)[0] AS label, r.fact_id AS fact
UNION
MATCH (e:Event {id: $event})<-[r:HOSTED]-(f)
RETURN 'HOSTED' AS edge, f.id AS id, f.name AS name, labels(f)[0] AS label, r.fact_id AS fact
