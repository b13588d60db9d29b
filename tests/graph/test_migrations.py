"""The schema is applied once, whoever comes first."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from graph.database import Database
from graph.migrations import migrate
from graph.queries import cypher_names


def forget(database: Database) -> None:
    """Takes the schema and the record of it away."""
    for what, drop in (("CONSTRAINTS", "CONSTRAINT"), ("INDEXES", "INDEX")):
        found, _, _ = database.driver.execute_query(
            f"SHOW {what} YIELD name, type WHERE type <> 'LOOKUP' RETURN name", database_=database.name
        )
        for row in found:
            database.driver.execute_query(f"DROP {drop} {row['name']}", database_=database.name)
    database.driver.execute_query("MATCH (node) DETACH DELETE node", database_=database.name)


def recorded(database: Database) -> list[str]:
    rows, _, _ = database.driver.execute_query(
        "MATCH (migration:Migration) RETURN migration.name AS name ORDER BY name", database_=database.name
    )
    return [row["name"] for row in rows]


@pytest.mark.parametrize("count", [1, 4])
def test_commands_at_once_apply_the_schema_once(count: int, database: Database) -> None:
    forget(database)
    assert recorded(database) == []
    with ThreadPoolExecutor(count) as pool:
        for done in [pool.submit(migrate, database.driver, database.name) for _ in range(count)]:
            done.result()
    assert recorded(database) == cypher_names("schema")
    assert migrate(database.driver, database.name) == []
