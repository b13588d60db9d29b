// A run of the ingest is one node.
CREATE CONSTRAINT ingest_run_id IF NOT EXISTS FOR (run:IngestRun) REQUIRE run.id IS UNIQUE
