// Which migrations of the schema were applied.
MATCH (migration:Migration) RETURN migration.name AS name ORDER BY name
