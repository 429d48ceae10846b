// The ABSENT_FROM edges with these fact ids are gone.
// params: ids
MATCH ()-[r:ABSENT_FROM]->()
WHERE r.fact_id IN $ids
DELETE r
