"""Whether the database answers."""

from __future__ import annotations

from neo4j import Driver
from neo4j.exceptions import DriverError, Neo4jError

from graph.queries import read


def ping(driver: Driver, database: str | None = None) -> None:
    """Returns where the database answers; raises the driver's error where it does not."""
    read(driver, database, "operations/ping")


def is_up(driver: Driver, database: str | None) -> bool:
    """Whether the database answers."""
    try:
        ping(driver, database)
    except (DriverError, Neo4jError):
        return False
    return True
