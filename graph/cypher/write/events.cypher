// Writes events as they follow from their mentions.
UNWIND $rows AS row
MERGE (event:Event {id: row.id})
SET event = row.properties, event.start = date(row.start), event.end = date(row.end)
