// Whom a state stands with and against in a period (a year, or all), and how these stand to one another.
// params: state, period
MATCH (s:State {id: $state})-[r:ALIGNED_WITH]-(other:State)
WHERE r.period = $period
WITH s, r, other
ORDER BY r.weight DESC, other.id
LIMIT 40
OPTIONAL MATCH (other)-[between:ALIGNED_WITH]->(third:State)-[near:ALIGNED_WITH]-(s)
WHERE between.period = $period AND near.period = $period
RETURN s, r, other, between, third
ORDER BY r.weight DESC, other.id, third.id
