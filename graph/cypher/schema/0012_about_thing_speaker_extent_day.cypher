// Orders what one speaker says about one thing by day.
CREATE RANGE INDEX about_thing_speaker_extent_day IF NOT EXISTS FOR ()-[about:ABOUT]-() ON (about.thing, about.speaker, about.extent, about.day, about.statement)
