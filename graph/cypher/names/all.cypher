// All names of actors, and of places where they are asked for too, the most mentioned first, for suggestions.
MATCH (thing:Actor|Place) WHERE $actors AND thing:Actor OR $places AND thing:Place
WITH thing ORDER BY COUNT { (thing)<-[:MENTIONS]-() } DESC LIMIT $limit
UNWIND [thing.name] + coalesce(thing.aliases, []) AS name
RETURN DISTINCT name
