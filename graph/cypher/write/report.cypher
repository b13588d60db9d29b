// Writes a report's own node.
MERGE (report:Report {id: $id})
SET report += $properties, report.published_start = date($published_start), report.published_end = date($published_end),
    report.ingested_at = datetime($ingested_at)
