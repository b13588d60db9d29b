// What the graph holds of a report: to tell whether it must be loaded again.
MATCH (report:Report {id: $id})
RETURN report.content_hash AS content_hash, report.metadata_hash AS metadata_hash,
       report.extraction_version AS extraction_version, report.status AS status
