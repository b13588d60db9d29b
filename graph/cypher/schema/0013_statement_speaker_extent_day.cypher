// Orders what one speaker says by day.
CREATE RANGE INDEX statement_speaker_extent_day IF NOT EXISTS FOR (statement:Statement) ON (statement.speaker, statement.extent, statement.day, statement.id)
