// These new State nodes stand.
// params: rows
UNWIND $rows AS row
CREATE (:State {
  id: row.id,
  name: row.name,
  names: row.names,
  name_norm: row.name_norm,
  iso3: row.iso3,
  recognized_by_none_as_of: row.recognized_by_none_as_of
})
