// These new Statement nodes stand.
// params: rows
UNWIND $rows AS row
CREATE (:Statement {
  id: row.id,
  name: row.name,
  names: row.names,
  name_norm: row.name_norm,
  text: row.text,
  form: row.form,
  first_seen: row.first_seen
})
