// The claims with ids in this range, as far as the export needs them.
// params: first, before
MATCH (c:Claim)
WHERE c.id >= $first AND c.id < $before
RETURN c.id AS id, c.type AS type, c.edge AS edge, c.subject_id AS subject_id, c.object_id AS object_id,
  c.article AS article, c.fact_id AS fact_id, c.status AS status, c.published AS published, c.retracts AS retracts
