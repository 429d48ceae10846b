// The nodes whose names hold the words, those that are named just so first.
// params: words, labels, limit
MATCH (n:Official|Office|State|Organization|Forum|Event)
WHERE n.name_norm CONTAINS $words AND labels(n)[0] IN $labels
WITH n, labels(n)[0] AS label,
  CASE WHEN n.name_norm = $words OR n.name_norm STARTS WITH $words + ' | ' THEN 0
       WHEN n.name_norm ENDS WITH ' | ' + $words OR n.name_norm CONTAINS ' | ' + $words + ' | ' THEN 1
       WHEN n.name_norm STARTS WITH $words THEN 2 ELSE 3 END AS rank
RETURN n.id AS id, n.name AS name, label, n.names AS names, n.start AS start, rank
ORDER BY rank, name, id
LIMIT $limit
