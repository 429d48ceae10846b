// These new Article nodes stand.
// params: rows
UNWIND $rows AS row
CREATE (:Article {
  id: row.id,
  name: row.name,
  names: row.names,
  name_norm: row.name_norm,
  title: row.title,
  publisher: row.publisher,
  published: row.published,
  url: row.url,
  language: row.language,
  text: row.text,
  given_ids: row.given_ids,
  appearances: row.appearances,
  record: row.record,
  records: row.records
})
