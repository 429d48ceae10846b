// These new claims stand, asserted by their articles.
// params: rows
UNWIND $rows AS row
MATCH (a:Article {id: row.article})
CREATE (a)-[:ASSERTS]->(:Claim {
  id: row.id,
  type: row.type,
  edge: row.edge,
  status: row.status,
  quote: row.quote,
  spans: row.spans,
  confidence: row.confidence,
  extractor: row.extractor,
  fact_id: row.fact_id,
  subject_id: row.subject_id,
  object_id: row.object_id,
  article: row.article,
  published: row.published,
  publisher: row.publisher,
  retracts: row.retracts,
  attributes: row.attributes
})
