// The places in a box where something happened; regions and countries are nowhere in particular.
MATCH (place:Place)
WHERE point.withinBBox(place.location, point({longitude: $west, latitude: $south}), point({longitude: $east, latitude: $north}))
  AND NOT coalesce(place.feature, '') IN $wide_features AND EXISTS { (place)<-[:AT]-(:Event) }
RETURN place.id AS id ORDER BY id
