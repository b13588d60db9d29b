// Orders what happened at one place by day, by how long the day's span is.
CREATE RANGE INDEX at_place_extent_day IF NOT EXISTS FOR ()-[at:AT]-() ON (at.place, at.extent, at.day, at.event)
