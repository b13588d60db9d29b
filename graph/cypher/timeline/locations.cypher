// Where given places lie; those without coordinates are left out.
UNWIND $ids AS id
MATCH (place:Place {id: id}) WHERE place.location IS NOT NULL
RETURN id, place.location.latitude AS latitude, place.location.longitude AS longitude
