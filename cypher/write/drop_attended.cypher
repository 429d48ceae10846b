// The ATTENDED edges with these fact ids are gone.
// params: ids
MATCH ()-[r:ATTENDED]->()
WHERE r.fact_id IN $ids
DELETE r
