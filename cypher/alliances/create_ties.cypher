// These ties stand between states, for one period; `total` is the signed weight, for pictures.
// params: period, rows
UNWIND $rows AS row
MATCH (a:State {id: row.source})
MATCH (b:State {id: row.target})
CREATE (a)-[:ALIGNED_WITH {
  period: $period,
  weight: row.weight,
  sign: row.sign,
  total: row.weight * row.sign,
  meetings: row.meetings,
  attendance: row.attendance,
  recognition: row.recognition,
  stances: row.stances,
  source_community: row.source_community,
  target_community: row.target_community
}]->(b)
