// Orders what one actor took part in at one place by day.
CREATE RANGE INDEX took_part_place_actor_extent_day IF NOT EXISTS FOR ()-[took_part:TOOK_PART]-() ON (took_part.place, took_part.actor, took_part.extent, took_part.day, took_part.event)
