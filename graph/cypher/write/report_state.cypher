// What the graph holds of a report, or the tombstone that it left under a hash of its id: to tell whether it must be loaded again.
MATCH (report:Report) WHERE report.id IN [$id, $erased_id]
RETURN report.content_hash AS content_hash, report.metadata_hash AS metadata_hash,
       report.extraction_version AS extraction_version, report.status AS status
