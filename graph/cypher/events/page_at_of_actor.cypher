// One page of what given actors took part in at given places, by day: ids in order.
UNWIND $place_ids AS place
UNWIND $actor_ids AS actor
UNWIND $windows AS window
CALL (place, actor, window) {
  MATCH ()-[part:TOOK_PART]->(event:Event)
  USING INDEX SEEK part:TOOK_PART(place, actor, extent, day, event)
  WHERE part.event > '' AND part.place = place AND part.actor = actor AND part.extent = window.extent
    AND part.day >= window.from AND part.day <= $until AND part.last_day >= $since
    AND CASE WHEN part.day = $after_day THEN part.event > $after_id ELSE true END
    AND (part.role = 'actor' OR NOT EXISTS { ()-[twin:TOOK_PART {role: 'actor'}]->(event) WHERE twin.actor = actor })
    AND (NOT $told OR event.start IS NOT NULL)
    AND ($types IS NULL OR event.type IN $types)
    AND ($modalities IS NULL OR event.modality IN $modalities)
    AND all(others IN $other_things WHERE EXISTS { (event)-[spot:AT]->() WHERE spot.place IN others }
                                       OR EXISTS { (event)<-[other:TOOK_PART]-() WHERE other.actor IN others })
  RETURN part.day AS day, part.event AS id
  ORDER BY part.place, part.actor, part.extent, part.day, part.event LIMIT $limit
}
RETURN DISTINCT day, id ORDER BY day, id LIMIT $limit
