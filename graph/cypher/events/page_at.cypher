// One page of what happened at given places (a town and all within it), by day: ids in order.
UNWIND $place_ids AS place
UNWIND $windows AS window
CALL (place, window) {
  MATCH (event:Event)-[at:AT]->()
  USING INDEX SEEK at:AT(place, extent, day, event)
  WHERE at.event > '' AND at.place = place AND at.extent = window.extent
    AND at.day >= window.from AND at.day <= $until AND at.last_day >= $since
    AND CASE WHEN at.day = $after_day THEN at.event > $after_id ELSE true END
    AND (NOT $told OR event.start IS NOT NULL)
    AND ($types IS NULL OR event.type IN $types)
    AND ($modalities IS NULL OR event.modality IN $modalities)
    AND all(others IN $other_things WHERE EXISTS { (event)-[spot:AT]->() WHERE spot.place IN others }
                                       OR EXISTS { (event)<-[other:TOOK_PART]-() WHERE other.actor IN others })
  RETURN at.day AS day, at.event AS id
  ORDER BY at.place, at.extent, at.day, at.event LIMIT $limit
}
RETURN DISTINCT day, id ORDER BY day, id LIMIT $limit
