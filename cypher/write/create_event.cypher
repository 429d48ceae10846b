// These new Event nodes stand.
// params: rows
UNWIND $rows AS row
CREATE (:Event {
  id: row.id,
  name: row.name,
  names: row.names,
  name_norm: row.name_norm,
  kind: row.kind,
  ordinal: row.ordinal,
  start: row.start,
  `end`: row.`end`,
  start_first: row.start_first,
  end_last: row.end_last,
  place: row.place,
  status: row.status,
  disputed: row.disputed
})
