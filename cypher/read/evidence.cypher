// The claims that support facts, with the articles that make them.
// params: facts
UNWIND $facts AS fact
MATCH (c:Claim {fact_id: fact})<-[:ASSERTS]-(a:Article)
RETURN fact, c.id AS claim, c.status AS status, c.quote AS quote, c.confidence AS confidence, c.extractor AS extractor,
  c.retracts AS retracts, a.id AS article, a.title AS title, a.publisher AS publisher, a.published AS published,
  a.url AS url, a.given_ids AS given_ids
ORDER BY fact, published, claim
