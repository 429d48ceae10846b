// Whom states recognize, do not recognize, or have ceased to recognize.
// params:
MATCH (s:State)-[r:RECOGNIZES|DOES_NOT_RECOGNIZE|WITHDREW_RECOGNITION_OF]->(o)
WHERE NOT r.disputed
RETURN s.id AS state, s.name AS name, type(r) AS stance, o.id AS target, o.name AS target_name,
  r.since AS since, r.until AS until, r.current AS current
ORDER BY state, target, stance
