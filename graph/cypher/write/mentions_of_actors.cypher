// Links a report to the actors that it names, at the characters that do.
UNWIND $rows AS row
MATCH (report:Report {id: row.report})
MATCH (thing:Actor {id: row.thing})
CREATE (report)-[:MENTIONS {start: row.start, end: row.end, surface: row.surface, name: row.name}]->(thing)
