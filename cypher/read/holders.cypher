// Who holds, held or will hold the posts of a state or body.
// params: principal
MATCH (s:State|Organization|Forum {id: $principal})<-[:OF]-(o:Office)
MATCH (o)<-[r:HOLDS]-(p:Official)
RETURN p.id AS id, p.name AS name, o.id AS office, o.post AS post, s.id AS principal, s.name AS principal_name,
  properties(r) AS properties
ORDER BY office, id
