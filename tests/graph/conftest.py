"""A database with its schema, and batches to load into it."""

from __future__ import annotations

import pytest

from graph.database import Database
from graph.migrations import migrate
from graph.writer import Writer


@pytest.fixture
def graph(database: Database) -> Database:
    """An empty graph with the current schema."""
    migrate(database.driver, database.name)
    return database


@pytest.fixture(scope="module")
def read_graph(read_database: Database) -> Database:
    """The same, for a module whose tests only read what its first fixture loads."""
    migrate(read_database.driver, read_database.name)
    return read_database


@pytest.fixture
def writer(graph: Database) -> Writer:
    return Writer(graph.driver, graph.name)
