// The EXPECTED_AT edges with these fact ids are gone.
// params: ids
MATCH ()-[r:EXPECTED_AT]->()
WHERE r.fact_id IN $ids
DELETE r
