// The states that a state stands with and against most, in a period: a year, or all. The Browser ties them to each other.
// params: state, period
MATCH (s:State {id: $state})-[r:ALIGNED_WITH]-(other:State)
WHERE r.period = $period
RETURN s, r, other
ORDER BY r.weight DESC, other.id
LIMIT 15
