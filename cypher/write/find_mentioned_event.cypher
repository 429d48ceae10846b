// Which of these Event nodes other articles than these mention.
// params: ids, but_by
UNWIND $ids AS id
MATCH (n:Event {id: id})<-[:MENTIONS]-(a:Article)
WHERE NOT a.id IN $but_by
RETURN DISTINCT id
