// How many nodes of each label stand.
// params:
RETURN COUNT { (n:Official) } AS Official, COUNT { (n:Office) } AS Office, COUNT { (n:State) } AS State,
  COUNT { (n:Organization) } AS Organization, COUNT { (n:Forum) } AS Forum, COUNT { (n:Event) } AS Event,
  COUNT { (n:Statement) } AS Statement, COUNT { (n:Article) } AS Article, COUNT { (n:Claim) } AS Claim
