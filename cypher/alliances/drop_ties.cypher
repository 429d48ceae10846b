// The ties that were computed for one period are gone.
// params: period
MATCH ()-[r:ALIGNED_WITH]->()
WHERE r.period = $period
DELETE r
