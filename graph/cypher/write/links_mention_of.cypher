// Links mentions to the events that they tell.
UNWIND $rows AS row
MATCH (event:Event {id: row.event})
MATCH (other:EventMention {id: row.other})
CREATE (other)-[link:MENTION_OF]->(event)
SET link = row.properties
