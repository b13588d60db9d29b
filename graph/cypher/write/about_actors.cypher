// Links statements to the actors that they are about, carrying what the main query seeks by.
UNWIND $rows AS row
MATCH (statement:Statement {id: row.statement})
MATCH (thing:Actor {id: row.thing})
CREATE (statement)-[about:ABOUT]->(thing)
SET about = row
