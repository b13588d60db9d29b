// Records that a migration of the schema was applied.
MERGE (migration:Migration {name: $name}) ON CREATE SET migration.applied_at = datetime()
