// One page of everything that happened, by day: ids in order.
UNWIND $windows AS window
CALL (window) {
  MATCH (event:Event)
  USING INDEX SEEK event:Event(extent, day, id)
  WHERE event.id > '' AND event.extent = window.extent
    AND event.day >= window.from AND event.day <= $until AND event.last_day >= $since
    AND CASE WHEN event.day = $after_day THEN event.id > $after_id ELSE true END
    AND (NOT $told OR event.start IS NOT NULL)
    AND ($types IS NULL OR event.type IN $types)
    AND ($modalities IS NULL OR event.modality IN $modalities)
    AND all(others IN $other_things WHERE EXISTS { (event)-[spot:AT]->() WHERE spot.place IN others }
                                       OR EXISTS { (event)<-[other:TOOK_PART]-() WHERE other.actor IN others })
    AND ($place_ids IS NULL OR EXISTS { (event)-[at:AT]->() WHERE at.place IN $place_ids })
  RETURN event.day AS day, event.id AS id
  ORDER BY event.extent, event.day, event.id LIMIT $limit
}
RETURN DISTINCT day, id ORDER BY day, id LIMIT $limit
