// The place and the actor with the most links: the largest parts of the indexes.
RETURN head(COLLECT { MATCH (place:Place) RETURN place.id ORDER BY COUNT { (place)--() } DESC, place.id LIMIT 1 }) AS place,
       head(COLLECT { MATCH (actor:Actor) RETURN actor.id ORDER BY COUNT { (actor)--() } DESC, actor.id LIMIT 1 }) AS actor
