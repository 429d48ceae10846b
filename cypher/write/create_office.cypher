// These new Office nodes stand.
// params: rows
UNWIND $rows AS row
CREATE (:Office {
  id: row.id,
  name: row.name,
  names: row.names,
  name_norm: row.name_norm,
  post: row.post,
  principal: row.principal
})
