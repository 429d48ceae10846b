// The OF edges with these fact ids are gone.
// params: ids
MATCH ()-[r:OF]->()
WHERE r.fact_id IN $ids
DELETE r
