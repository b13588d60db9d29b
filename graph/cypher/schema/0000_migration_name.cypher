// Each migration is recorded once, though several commands apply it at the same time; the record of this one is the lock of all who write.
CREATE CONSTRAINT migration_name IF NOT EXISTS FOR (migration:Migration) REQUIRE migration.name IS UNIQUE
