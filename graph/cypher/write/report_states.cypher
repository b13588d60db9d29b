// What the graph holds of reports, or the tombstones that they left under a hash of their id: to tell whether they must be loaded again.
UNWIND $rows AS row
MATCH (report:Report) WHERE report.id IN [row.id, row.erased_id]
RETURN row.id AS id, report.content_hash AS content_hash, report.metadata_hash AS metadata_hash,
       report.extraction_version AS extraction_version, report.status AS status
