"""Brings the schema of a database up to date: numbered Cypher files, each applied once."""

from __future__ import annotations

from neo4j import Driver, ManagedTransaction, Session

from graph.queries import cypher_names, run

# Index population of an existing graph can take minutes; an empty one is ready at once.
INDEX_WAIT_SECONDS = 600

# The first of all: its record is the lock (`write/lock`) of those who write reports or apply migrations.
LOCK = "schema/0000_migration_name"


def migrate(driver: Driver, database: str | None = None) -> list[str]:
    """Applies the migrations that the database does not have yet and waits for its indexes; returns their names.

    Of several commands that do so at once one applies them, and the others wait for it.
    """
    with driver.session(database=database) as session:
        if not _missing(session):
            return []
        if LOCK in _missing(session):
            session.execute_write(_apply, LOCK)
            session.execute_write(_apply, "operations/record_migration", name=LOCK)
        # Held until the end of the block, while the migrations have transactions of their own.
        with driver.session(database=database) as holder, holder.begin_transaction() as held:
            run(held, "write/lock").consume()
            missing = _missing(session)
            for name in missing:
                session.execute_write(_apply, name)
            for name in missing:
                session.execute_write(_apply, "operations/record_migration", name=name)
            if missing:
                session.run(f"CALL db.awaitIndexes({INDEX_WAIT_SECONDS})").consume()
    return missing


def _missing(session: Session) -> list[str]:
    applied = {record["name"] for record in run(session, "operations/migrations")}
    return [name for name in cypher_names("schema") if name not in applied]


def _apply(tx: ManagedTransaction, statement: str, /, **parameters: str) -> None:
    run(tx, statement, **parameters).consume()
