// The claims on who attended these events, is to, or did not.
// params: ids
UNWIND $ids AS id
MATCH (e:Event {id: id})<-[:OBJECT]-(c:Claim)
WHERE c.type = 'attendance'
RETURN properties(c) AS properties
