// The actors and places that a report names, in the order in which it first does.
MATCH (:Report {id: $id})-[mention:MENTIONS]->(thing:Actor|Place)
WITH thing, mention ORDER BY mention.start, mention.end
WITH thing, count(mention) AS count, head(collect(mention)) AS first
ORDER BY first.start, thing.id LIMIT $limit
RETURN {id: thing.id, name: thing.name, kind: CASE WHEN thing:Place THEN 'Place' ELSE thing.kind END} AS thing, count,
       first.start AS start, first.end AS end, first.surface AS surface
