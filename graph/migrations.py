"""Brings the schema of a database up to date: numbered Cypher files, each applied once."""

from __future__ import annotations

from neo4j import Driver

from graph.queries import cypher_names, run

# Index population of an existing graph can take minutes; an empty one is ready at once.
INDEX_WAIT_SECONDS = 600


def migrate(driver: Driver, database: str | None = None) -> list[str]:
    """Applies the migrations that the database does not have yet and waits for its indexes; returns their names."""
    with driver.session(database=database) as session:
        applied = {record["name"] for record in run(session, "operations/migrations")}
        missing = [name for name in cypher_names("schema") if name not in applied]
        for name in missing:
            run(session, name).consume()
        for name in missing:
            run(session, "operations/record_migration", name=name).consume()
        if missing:
            session.run(f"CALL db.awaitIndexes({INDEX_WAIT_SECONDS})").consume()
    return missing
