// Orders all statements by day.
CREATE RANGE INDEX statement_extent_day IF NOT EXISTS FOR (statement:Statement) ON (statement.extent, statement.day, statement.id)
