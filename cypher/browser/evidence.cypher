// What stands behind an edge: the claims on its fact, their articles, and whom and what they are about.
// params: fact
MATCH (c:Claim {fact_id: $fact})<-[asserts:ASSERTS]-(a:Article)
OPTIONAL MATCH (c)-[subject:SUBJECT]->(who)
OPTIONAL MATCH (c)-[object:OBJECT]->(what)
RETURN a, asserts, c, subject, who, object, what
ORDER BY c.id
