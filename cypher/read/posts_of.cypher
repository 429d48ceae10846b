// The posts that an official holds, held or will hold.
// params: official
MATCH (p:Official {id: $official})-[r:HOLDS]->(o:Office)
MATCH (o)-[:OF]->(s)
RETURN p.id AS id, p.name AS name, o.id AS office, o.post AS post, s.id AS principal, s.name AS principal_name,
  properties(r) AS properties
ORDER BY office
