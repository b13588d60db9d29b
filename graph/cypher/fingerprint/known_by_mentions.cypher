// Derived actors and events with their mentions, by which they are known whatever their ids.
MATCH (thing:Actor) WHERE thing.derived
RETURN thing.id AS id, COLLECT { MATCH (thing)<-[mention:MENTIONS]-(report:Report) RETURN [report.id, toString(mention.start), toString(mention.end)] } AS mentions
UNION ALL
MATCH (thing:Event)
RETURN thing.id AS id, COLLECT { MATCH (thing)<-[:MENTION_OF]-(mention:EventMention) RETURN [mention.id] } AS mentions
