// Takes the one lock of all who write reports until the transaction ends, so that they go one after the other.
MATCH (lock:Migration {name: 'schema/0000_migration_name'})
SET lock.name = lock.name
