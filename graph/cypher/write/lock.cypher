// Takes the one lock of all who write reports until the transaction ends, so that they go one after the other.
MATCH (migration:Migration)
WITH migration ORDER BY migration.name LIMIT 1
SET migration.name = migration.name
