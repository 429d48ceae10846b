// The claims on these facts, with all their properties.
// params: ids
UNWIND $ids AS id
MATCH (c:Claim {fact_id: id})
RETURN properties(c) AS properties
