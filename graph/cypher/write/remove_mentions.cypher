// Removes mentions that a report no longer makes.
UNWIND $rows AS row
MATCH (report:Report {id: row.report})
MATCH (report)-[mention:MENTIONS {start: row.start, end: row.end}]->(thing {id: row.thing})
DELETE mention
