// The latest statements, of a form where one is asked for, with who made them.
// params: form, limit
MATCH (s:Statement)<-[r:STATED]-(x)
WHERE $form = '' OR s.form = $form
WITH s, r, x, CASE WHEN s.first_seen IS NULL THEN '' ELSE s.first_seen END AS day
RETURN s.id AS id, properties(s) AS properties, x.id AS speaker, x.name AS speaker_name, r.fact_id AS fact, day
ORDER BY day DESC, id
LIMIT $limit
