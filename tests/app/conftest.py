"""The service over the test run's graph, with a few reports in it."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from batches import Said, batch
from serving import serving

from app.main import create_app
from graph.database import Database
from graph.migrations import migrate
from graph.writer import Writer

NOW = "2023-02-11T00:00:00+00:00"


@pytest.fixture
def reports(database: Database) -> Database:
    """Two reports: what Anna Kovalenko and Ivan Petrenko said about Bakhmut and Soledar, and when."""
    return load_reports(database)


@pytest.fixture
def client(reports: Database) -> Iterator[httpx.Client]:
    with serving(create_app(reports)) as client:
        yield client


@pytest.fixture(scope="module")
def read_client(read_database: Database) -> Iterator[httpx.Client]:
    """The same service for a module whose tests only read."""
    with serving(create_app(load_reports(read_database))) as client:
        yield client


def load_reports(database: Database) -> Database:
    """Loads the two reports."""
    migrate(database.driver, database.name)
    writer = Writer(database.driver, database.name)
    told = [
        Said("Anna Kovalenko", "We hold the town.", ("Bakhmut",), "2023-02-03", told_to="Ukraine", said_at="Soledar"),
        Said("Ivan Petrenko", "It has fallen.", ("Bakhmut",), "2023-02-05"),
        Said("Ivan Petrenko", "The road is open.", ("Bakhmut", "Soledar")),
        Said("Ivan Petrenko", "the road matters", ("Bakhmut",), "2023-02-05", attitude="belief"),
    ]
    writer.load(batch("one.txt", told), NOW)
    writer.load(
        batch("two.txt", [Said("Petro Petrenko", "Nobody knows.", ("Soledar",), "2023-01")], published=None), NOW
    )
    return database
