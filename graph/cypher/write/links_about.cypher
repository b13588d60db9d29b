// Links figures to the events that they count or measure.
UNWIND $rows AS row
MATCH (event:Event {id: row.event})
MATCH (other:Figure {id: row.other})
CREATE (other)-[link:ABOUT]->(event)
SET link = row.properties
