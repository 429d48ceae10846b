// The claims after this id, in order, as far as the export needs them.
// params: after, page
MATCH (c:Claim)
WHERE c.id > $after
RETURN c.id AS id, c.type AS type, c.edge AS edge, c.subject_id AS subject_id, c.object_id AS object_id,
  c.article AS article, c.fact_id AS fact_id, c.status AS status, c.published AS published, c.retracts AS retracts
ORDER BY id
LIMIT $page
