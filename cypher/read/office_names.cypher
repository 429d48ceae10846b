// The names of offices by their ids.
// params: ids
UNWIND $ids AS id
MATCH (o:Office {id: id})
RETURN o.id AS id, o.name AS name
ORDER BY id
