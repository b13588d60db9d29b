// The places around a point where something happened; regions and countries are nowhere in particular.
MATCH (place:Place)
WHERE point.distance(place.location, point({latitude: $latitude, longitude: $longitude})) <= $radius_m
  AND NOT coalesce(place.feature, '') IN $wide_features AND EXISTS { (place)<-[:AT]-(:Event) }
RETURN place.id AS id ORDER BY id
