// The HOSTED edges with these fact ids are gone.
// params: ids
MATCH ()-[r:HOSTED]->()
WHERE r.fact_id IN $ids
DELETE r
