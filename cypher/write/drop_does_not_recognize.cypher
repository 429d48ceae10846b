// The DOES_NOT_RECOGNIZE edges with these fact ids are gone.
// params: ids
MATCH ()-[r:DOES_NOT_RECOGNIZE]->()
WHERE r.fact_id IN $ids
DELETE r
