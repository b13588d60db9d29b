// Links a report to the places that it names, at the characters that do, each with why this place is meant.
UNWIND $rows AS row
MATCH (report:Report {id: row.report})
MATCH (thing:Place {id: row.thing})
CREATE (report)-[:MENTIONS {start: row.start, end: row.end, surface: row.surface, name: row.name, reason: row.reason}]->(thing)
