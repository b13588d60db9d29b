// Links actors to the events that they took part in, carrying what questions seek by.
UNWIND $rows AS row
MATCH (event:Event {id: row.event})
MATCH (other:Actor {id: row.other})
CREATE (other)-[link:TOOK_PART]->(event)
SET link = row.properties
