// Writes what a report tells of events, each at its characters.
UNWIND $rows AS row
MATCH (report:Report {id: row.report})
CREATE (mention:EventMention {id: row.id})
SET mention += row.properties, mention.start = date(row.start), mention.end = date(row.end)
CREATE (mention)-[:REPORTED_IN {start: row.evidence_start, end: row.evidence_end}]->(report)
