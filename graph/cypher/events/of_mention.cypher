// The event that a mention tells.
MATCH (:EventMention {id: $mention})-[:MENTION_OF]->(event:Event)
RETURN event.id AS id
