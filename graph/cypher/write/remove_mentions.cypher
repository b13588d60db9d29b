// Removes mentions that a report no longer makes.
MATCH (report:Report {id: $report})
UNWIND $rows AS row
MATCH (report)-[mention:MENTIONS {start: row.start, end: row.end}]->(thing {id: row.thing})
DELETE mention
