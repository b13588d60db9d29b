// Finds places by distance and box.
CREATE POINT INDEX place_location IF NOT EXISTS FOR (place:Place) ON (place.location)
