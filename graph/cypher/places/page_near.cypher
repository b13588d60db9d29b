// One page of the places around a point, the nearest first.
WITH point({latitude: $latitude, longitude: $longitude}) AS centre
MATCH (place:Place)
WHERE point.distance(place.location, centre) <= $radius_m
WITH place, point.distance(place.location, centre) AS distance_m
WHERE distance_m >= $after_distance_m
  AND CASE WHEN distance_m = $after_distance_m THEN place.id > $after_id ELSE true END
  AND ($words IS NULL OR any(name IN place.folded_names WHERE name CONTAINS $words))
  AND ($country IS NULL OR place.country = $country)
  AND ($within IS NULL OR EXISTS { (place)-[:WITHIN*1..6]->(:Place {id: $within}) })
  AND ($west IS NULL OR point.withinBBox(place.location, point({longitude: $west, latitude: $south}), point({longitude: $east, latitude: $north})))
RETURN place {.id, .name, .aliases, .feature, .country, .precision, .radius_km} AS place, place.location.latitude AS latitude, place.location.longitude AS longitude,
       distance_m
ORDER BY distance_m, place.id LIMIT $limit
