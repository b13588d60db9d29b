// Links events to where they were, carrying what questions seek by.
UNWIND $rows AS row
MATCH (event:Event {id: row.event})
MATCH (other:Place {id: row.other})
CREATE (event)-[link:AT]->(other)
SET link = row.properties
