// Finds places by their name in Neo4j Browser.
CREATE RANGE INDEX place_name IF NOT EXISTS FOR (place:Place) ON (place.name)
