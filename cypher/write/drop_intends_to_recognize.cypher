// The INTENDS_TO_RECOGNIZE edges with these fact ids are gone.
// params: ids
MATCH ()-[r:INTENDS_TO_RECOGNIZE]->()
WHERE r.fact_id IN $ids
DELETE r
