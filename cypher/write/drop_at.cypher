// The AT edges with these fact ids are gone.
// params: ids
MATCH ()-[r:AT]->()
WHERE r.fact_id IN $ids
DELETE r
