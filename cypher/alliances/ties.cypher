// The ties between states that were computed for one period, the strongest first.
// params: period
MATCH (a:State)-[r:ALIGNED_WITH]->(b:State)
WHERE r.period = $period
RETURN a.id AS source, a.name AS source_name, b.id AS target, b.name AS target_name, r.weight AS weight,
  r.sign AS sign, r.meetings AS meetings, r.attendance AS attendance, r.recognition AS recognition,
  r.stances AS stances, r.source_community AS source_community, r.target_community AS target_community
ORDER BY weight DESC, source, target
