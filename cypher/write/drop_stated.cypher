// The STATED edges with these fact ids are gone.
// params: ids
MATCH ()-[r:STATED]->()
WHERE r.fact_id IN $ids
DELETE r
