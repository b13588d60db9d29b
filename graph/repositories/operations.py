"""Whether the database answers."""

from __future__ import annotations

from neo4j import Driver

from graph.queries import read


def ping(driver: Driver, database: str | None = None) -> None:
    """Returns where the database answers; raises the driver's error where it does not."""
    read(driver, database, "operations/ping")
