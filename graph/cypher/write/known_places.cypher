// Which places the graph holds, with the fingerprint of what it holds of them.
MATCH (place:Place) WHERE place.id IN $ids
RETURN place.id AS id, place.fingerprint AS fingerprint
