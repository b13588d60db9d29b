// Removes mentions of events with all their relationships.
UNWIND $ids AS id
MATCH (mention:EventMention {id: id})
DETACH DELETE mention
