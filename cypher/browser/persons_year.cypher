// A person's year: the events that they attended, were expected at or stayed away from, and the forums of these.
// params: official, year
MATCH (p:Official {id: $official})-[r:ATTENDED|EXPECTED_AT|ABSENT_FROM]->(e:Event)
WHERE e.start_first <= $year + '-12-31' AND e.end_last >= $year + '-01-01'
OPTIONAL MATCH (e)-[of:PART_OF]->(forum)
RETURN p, r, e, of, forum
ORDER BY e.start_first, e.id, forum.id
