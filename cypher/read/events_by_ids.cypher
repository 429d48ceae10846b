// Events by their ids.
// params: ids
UNWIND $ids AS id
MATCH (e:Event {id: id})
RETURN e.id AS id, properties(e) AS properties
ORDER BY id
