// What nodes and edges are looked up by; all stand before any data, because an engine may infer types from data.
// params:
CREATE INDEX claim_fact_id IF NOT EXISTS FOR (n:Claim) ON (n.fact_id);
CREATE INDEX claim_article IF NOT EXISTS FOR (n:Claim) ON (n.article);
CREATE INDEX event_start_first IF NOT EXISTS FOR (n:Event) ON (n.start_first);
CREATE INDEX event_end_last IF NOT EXISTS FOR (n:Event) ON (n.end_last);
CREATE INDEX state_iso3 IF NOT EXISTS FOR (n:State) ON (n.iso3);
CREATE INDEX statement_first_seen IF NOT EXISTS FOR (n:Statement) ON (n.first_seen);
CREATE INDEX article_published IF NOT EXISTS FOR (n:Article) ON (n.published);
CREATE INDEX office_principal IF NOT EXISTS FOR (n:Office) ON (n.principal);
CREATE INDEX attended_fact_id IF NOT EXISTS FOR ()-[r:ATTENDED]-() ON (r.fact_id);
CREATE INDEX expected_at_fact_id IF NOT EXISTS FOR ()-[r:EXPECTED_AT]-() ON (r.fact_id);
CREATE INDEX absent_from_fact_id IF NOT EXISTS FOR ()-[r:ABSENT_FROM]-() ON (r.fact_id);
CREATE INDEX hosted_fact_id IF NOT EXISTS FOR ()-[r:HOSTED]-() ON (r.fact_id);
CREATE INDEX part_of_fact_id IF NOT EXISTS FOR ()-[r:PART_OF]-() ON (r.fact_id);
CREATE INDEX stated_fact_id IF NOT EXISTS FOR ()-[r:STATED]-() ON (r.fact_id);
CREATE INDEX about_fact_id IF NOT EXISTS FOR ()-[r:ABOUT]-() ON (r.fact_id);
CREATE INDEX at_fact_id IF NOT EXISTS FOR ()-[r:AT]-() ON (r.fact_id);
CREATE INDEX recognizes_fact_id IF NOT EXISTS FOR ()-[r:RECOGNIZES]-() ON (r.fact_id);
CREATE INDEX does_not_recognize_fact_id IF NOT EXISTS FOR ()-[r:DOES_NOT_RECOGNIZE]-() ON (r.fact_id);
CREATE INDEX withdrew_recognition_of_fact_id IF NOT EXISTS FOR ()-[r:WITHDREW_RECOGNITION_OF]-() ON (r.fact_id);
CREATE INDEX intends_to_recognize_fact_id IF NOT EXISTS FOR ()-[r:INTENDS_TO_RECOGNIZE]-() ON (r.fact_id);
CREATE INDEX holds_fact_id IF NOT EXISTS FOR ()-[r:HOLDS]-() ON (r.fact_id);
CREATE INDEX of_fact_id IF NOT EXISTS FOR ()-[r:OF]-() ON (r.fact_id);
CREATE INDEX represented_fact_id IF NOT EXISTS FOR ()-[r:REPRESENTED]-() ON (r.fact_id);
CREATE INDEX mentions_block IF NOT EXISTS FOR ()-[r:MENTIONS]-() ON (r.block);
CREATE INDEX aligned_with_period IF NOT EXISTS FOR ()-[r:ALIGNED_WITH]-() ON (r.period);
