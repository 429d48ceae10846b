// Every state or body that some states do not recognize, with all states that take a stand on it now.
// params:
MATCH (:State)-[:DOES_NOT_RECOGNIZE|WITHDREW_RECOGNITION_OF]->(contested)
WITH DISTINCT contested
MATCH (contested)<-[r:RECOGNIZES|DOES_NOT_RECOGNIZE|WITHDREW_RECOGNITION_OF|INTENDS_TO_RECOGNIZE]-(s:State)
WHERE r.current
RETURN s, r, contested
ORDER BY contested.id, s.id, type(r)
