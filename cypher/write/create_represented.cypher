// These REPRESENTED edges stand, between the subject and the object of one of their claims.
// params: rows
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim})-[:SUBJECT]->(s)
MATCH (c)-[:OBJECT]->(o)
CREATE (s)-[:REPRESENTED {
  fact_id: row.fact_id,
  claims: row.claims,
  articles: row.articles,
  sources: row.sources,
  first_seen: row.first_seen,
  last_seen: row.last_seen,
  confidence: row.confidence,
  disputed: row.disputed,
  event: row.event
}]->(o)
