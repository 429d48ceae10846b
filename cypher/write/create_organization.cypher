// These new Organization nodes stand.
// params: rows
UNWIND $rows AS row
CREATE (:Organization {
  id: row.id,
  name: row.name,
  names: row.names,
  name_norm: row.name_norm,
  recognized_by_none_as_of: row.recognized_by_none_as_of
})
