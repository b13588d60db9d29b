// Events as the graph holds them, with the relationships that follow from their mentions.
UNWIND $ids AS id
MATCH (event:Event {id: id})
RETURN event {.*, start: toString(event.start), end: toString(event.end)} AS properties,
       COLLECT { MATCH (event)-[link:MENTION_OF|TOOK_PART|AT|ON|CLAIMS]-(other)
                 RETURN {key: elementId(link), type: type(link), other: coalesce(other.id, other.edtf), properties: properties(link)} AS link_row
                 UNION ALL
                 MATCH (event)<-[link:ABOUT]-(other:Figure)
                 RETURN {key: elementId(link), type: type(link), other: other.id, properties: properties(link)} AS link_row } AS links
