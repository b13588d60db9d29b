// Gives publishers the first of the names that their reports give them, after a report took one away.
MATCH (source:Source) WHERE source.id IN $ids
WITH source, COLLECT { MATCH (source)<-[link:PUBLISHED_BY]-(:Report) RETURN min(link.name) } AS names
WHERE names[0] <> source.name
SET source.name = names[0]
