// A page of the articles after this id.
// params: after, limit
MATCH (a:Article)
WHERE a.id > $after
RETURN a.id AS id, a.title AS title, a.publisher AS publisher, a.published AS published, a.url AS url,
  a.given_ids AS given_ids
ORDER BY id
LIMIT $limit
