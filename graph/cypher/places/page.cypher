// One page of places by name.
MATCH (place:Place)
USING INDEX place:Place(name, id)
WHERE place.name >= $after_name AND place.id > ''
  AND CASE WHEN place.name = $after_name THEN place.id > $after_id ELSE true END
  AND ($words IS NULL OR any(name IN place.folded_names WHERE name CONTAINS $words))
  AND ($country IS NULL OR place.country = $country)
  AND ($within IS NULL OR EXISTS { (place)-[:WITHIN*1..6]->(:Place {id: $within}) })
  AND ($west IS NULL OR point.withinBBox(place.location, point({longitude: $west, latitude: $south}), point({longitude: $east, latitude: $north})))
RETURN place {.id, .name, .aliases, .feature, .country, .precision, .radius_km} AS place, place.location.latitude AS latitude, place.location.longitude AS longitude
ORDER BY place.name, place.id LIMIT $limit
