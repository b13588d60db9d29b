"""The Neo4j of the test run: started for it, apart from everybody else's, and empty at the start of each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.database import Database, open_database
from graph.local_server import LocalServer, local_server
from graph.settings import DatabaseSettings


@pytest.fixture(scope="session")
def neo4j_settings(tmp_path_factory: pytest.TempPathFactory) -> DatabaseSettings:
    """The settings of the test run's server; only the cache of jars is shared with the machine."""
    return DatabaseSettings(
        _env_file=None,
        uri=None,
        database=None,
        data_folder=tmp_path_factory.mktemp("chronotope-data"),
        heap_mib=512,
        page_cache_mib=64,
    )


@pytest.fixture(scope="session")
def neo4j_server(neo4j_settings: DatabaseSettings) -> Iterator[LocalServer]:
    """One server for the whole run, never that of NEO4J_URI; where it cannot start, tests fail."""
    with local_server(neo4j_settings) as server:
        yield server


@pytest.fixture(scope="session")
def open_driver(neo4j_settings: DatabaseSettings, neo4j_server: LocalServer) -> Iterator[Database]:
    with open_database(neo4j_settings) as database:
        yield database


@pytest.fixture
def database(open_driver: Database) -> Database:
    """The database without data; constraints, indexes and the record of them stay."""
    return _emptied(open_driver)


@pytest.fixture(scope="module")
def read_database(open_driver: Database) -> Database:
    """The same, emptied once for a module whose tests only read."""
    return _emptied(open_driver)


def _emptied(database: Database) -> Database:
    database.driver.execute_query("MATCH (node) WHERE NOT node:Migration DETACH DELETE node", database_=database.name)
    return database
