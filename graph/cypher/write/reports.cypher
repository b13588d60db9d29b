// Writes reports' own nodes.
UNWIND $rows AS row
MERGE (report:Report {id: row.id})
SET report += row.properties, report.published_start = date(row.published_start), report.published_end = date(row.published_end),
    report.ingested_at = datetime(row.ingested_at)
