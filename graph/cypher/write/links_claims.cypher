// Links statements to the events that they claim, deny, doubt or predict.
UNWIND $rows AS row
MATCH (event:Event {id: row.event})
MATCH (other:Statement {id: row.other})
CREATE (other)-[link:CLAIMS]->(event)
SET link = row.properties
