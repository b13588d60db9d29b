// Orders what is said about one thing by day, by how long the day's span is: the main query, flat as a town's statements grow.
CREATE RANGE INDEX about_thing_extent_day IF NOT EXISTS FOR ()-[about:ABOUT]-() ON (about.thing, about.extent, about.day, about.statement)
