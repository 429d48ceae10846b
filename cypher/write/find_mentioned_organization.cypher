// Which of these Organization nodes other articles than these mention.
// params: ids, but_by
UNWIND $ids AS id
MATCH (n:Organization {id: id})<-[:MENTIONS]-(a:Article)
WHERE NOT a.id IN $but_by
RETURN DISTINCT id
