// The REPRESENTED edges with these fact ids are gone.
// params: ids
MATCH ()-[r:REPRESENTED]->()
WHERE r.fact_id IN $ids
DELETE r
