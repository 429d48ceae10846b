// What these articles mention is no longer told.
// params: ids
UNWIND $ids AS id
MATCH (:Article {id: id})-[r:MENTIONS]->()
DELETE r
