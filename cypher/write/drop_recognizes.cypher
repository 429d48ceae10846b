// The RECOGNIZES edges with these fact ids are gone.
// params: ids
MATCH ()-[r:RECOGNIZES]->()
WHERE r.fact_id IN $ids
DELETE r
