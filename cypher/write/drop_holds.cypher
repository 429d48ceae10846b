// The HOLDS edges with these fact ids are gone.
// params: ids
MATCH ()-[r:HOLDS]->()
WHERE r.fact_id IN $ids
DELETE r
