// Orders places by name.
CREATE RANGE INDEX place_name_id IF NOT EXISTS FOR (place:Place) ON (place.name, place.id)
