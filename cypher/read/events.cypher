// A page of the events between two days, in the order of their days; undated ones where no day is asked for.
// params: from, to, kind, status, forum, host, after_start, after, limit
MATCH (e:Event)
WHERE ($from = '' OR e.end_last >= $from) AND ($to = '' OR e.start_first <= $to)
  AND ($kind = '' OR e.kind = $kind) AND ($status = '' OR e.status = $status)
  AND ($forum = '' OR EXISTS { (e)-[:PART_OF]->(:Forum|Organization {id: $forum}) })
  AND ($host = '' OR EXISTS { (e)<-[:HOSTED]-(:State|Organization|Forum {id: $host}) })
WITH e, CASE WHEN e.start_first IS NULL THEN '' ELSE e.start_first END AS day
WHERE day > $after_start OR (day = $after_start AND e.id > $after)
RETURN e.id AS id, properties(e) AS properties, day
ORDER BY day, id
LIMIT $limit
