// The PART_OF edges with these fact ids are gone.
// params: ids
MATCH ()-[r:PART_OF]->()
WHERE r.fact_id IN $ids
DELETE r
