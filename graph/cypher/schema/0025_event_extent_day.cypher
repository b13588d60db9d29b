// Orders all events by day.
CREATE RANGE INDEX event_extent_day IF NOT EXISTS FOR (event:Event) ON (event.extent, event.day, event.id)
