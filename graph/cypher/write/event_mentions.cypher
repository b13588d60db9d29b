// Writes what a report tells of events, each at its characters.
MATCH (report:Report {id: $report})
UNWIND $rows AS row
CREATE (mention:EventMention {id: row.id})
SET mention += row.properties, mention.start = date(row.start), mention.end = date(row.end)
CREATE (mention)-[:REPORTED_IN {start: row.evidence_start, end: row.evidence_end}]->(report)
