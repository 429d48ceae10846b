// The ABOUT edges with these fact ids are gone.
// params: ids
MATCH ()-[r:ABOUT]->()
WHERE r.fact_id IN $ids
DELETE r
