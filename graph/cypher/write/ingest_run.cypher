// Records a run of the ingest and which reports it read.
CREATE (run:IngestRun {id: $id})
SET run += $properties, run.started = datetime($started), run.finished = datetime($finished)
WITH run
UNWIND $reports AS report_id
MATCH (report:Report {id: report_id})
CREATE (run)-[:READ]->(report)
