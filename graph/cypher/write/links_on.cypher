// Links events to when they were.
UNWIND $rows AS row
MATCH (event:Event {id: row.event})
MATCH (other:Date {edtf: row.other})
CREATE (event)-[link:ON]->(other)
SET link = row.properties
