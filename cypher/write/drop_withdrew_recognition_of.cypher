// The WITHDREW_RECOGNITION_OF edges with these fact ids are gone.
// params: ids
MATCH ()-[r:WITHDREW_RECOGNITION_OF]->()
WHERE r.fact_id IN $ids
DELETE r
