// One place with what it lies within, what lies within it, and its counts.
MATCH (place:Place {id: $id})
RETURN place {.id, .name, .aliases, .feature, .country, .precision, .radius_km} AS place, place.location.latitude AS latitude, place.location.longitude AS longitude,
       COLLECT { MATCH way = (place)-[:WITHIN*1..6]->(larger:Place) WITH larger, min(length(way)) AS steps ORDER BY steps, larger.id
                 RETURN {id: larger.id, name: larger.name, kind: 'Place'} } AS lies_within,
       head(COLLECT { MATCH (place)-[near:NEAR]->(other:Place)
                      RETURN {id: other.id, name: other.name, kind: 'Place', distance_km: near.distance_km, direction: near.direction} }) AS near,
       COLLECT { MATCH (inner:Place)-[:WITHIN]->(place) WITH inner ORDER BY inner.name, inner.id LIMIT $holds_limit
                 RETURN {id: inner.id, name: inner.name, kind: 'Place'} } AS holds,
       COUNT { (place)<-[:WITHIN]-(:Place) } AS holds_count,
       COUNT { (place)<-[:ABOUT]-(:Statement) } AS about_count,
       COUNT { (place)<-[:SAID_AT]-(:Statement) } AS said_at_count,
       COUNT { (place)<-[:MENTIONS]-(:Report) } AS mention_count,
       COUNT { MATCH (place)<-[:MENTIONS]-(report:Report) RETURN DISTINCT report } AS report_count,
       COLLECT { MATCH (place)<-[mention:MENTIONS]-(:Report) WHERE mention.reason IS NOT NULL
                 WITH mention.reason AS reason, count(*) AS count ORDER BY count DESC, reason
                 RETURN [reason, count] } AS reasons
