// All names of actors and places, for suggestions.
MATCH (thing:Actor|Place)
WITH thing ORDER BY COUNT { (thing)<-[:MENTIONS]-() } DESC LIMIT $limit
UNWIND [thing.name] + coalesce(thing.aliases, []) AS name
RETURN DISTINCT name
