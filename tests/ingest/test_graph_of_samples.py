"""The samples make one graph in whatever order they come, and without any of them it is that of the others."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from graph.database import Database
from graph.fingerprint import fingerprint
from graph.migrations import migrate
from graph.model import GraphBatch, WriteCounters
from graph.withdrawal import withdraw
from graph.writer import Writer
from ingest.nlp import DEFAULT_MODEL
from ingest.pipeline import load_pipeline
from ingest.readers import Document, read_sources

SAMPLES = Path(__file__).parents[2] / "samples"
NOW = "2026-01-01T00:00:00+00:00"
ORDERS = 10


@pytest.fixture(scope="module")
def batches() -> list[GraphBatch]:
    """What each of the samples contributes."""
    pipeline = load_pipeline(DEFAULT_MODEL)
    return [pipeline.batch(item) for item in read_sources([str(SAMPLES)]) if isinstance(item, Document)]


@pytest.fixture
def graph(database: Database) -> Database:
    migrate(database.driver, database.name)
    return database


def loaded(graph: Database, batches: list[GraphBatch], a_time: int) -> str:
    """The fingerprint of these reports alone, loaded so many at a time."""
    graph.driver.execute_query("MATCH (node) WHERE NOT node:Migration DETACH DELETE node", database_=graph.name)
    writer = Writer(graph.driver, graph.name)
    for start in range(0, len(batches), a_time):
        assert set(writer.load_all(batches[start : start + a_time], NOW).outcomes) == {"created"}
    return fingerprint(graph.driver, graph.name)


def test_ten_orders_give_one_fingerprint(batches: list[GraphBatch], graph: Database) -> None:
    assert len(batches) == 12
    shuffled = random.Random(2023)
    orders = [shuffled.sample(batches, len(batches)) for _ in range(ORDERS)]
    found = {loaded(graph, order, a_time=1 + number % 6) for number, order in enumerate(orders)}
    assert len(found) == 1
    again = Writer(graph.driver, graph.name).load_all(batches, NOW)
    assert (set(again.outcomes), again.counters) == ({"unchanged"}, WriteCounters())


def test_withdrawing_each_in_turn_leaves_the_graph_of_the_others(batches: list[GraphBatch], graph: Database) -> None:
    without = [loaded(graph, batches[:index] + batches[index + 1 :], len(batches)) for index in range(len(batches))]
    whole = loaded(graph, batches, len(batches))
    assert len({whole, *without}) == 1 + len(batches)
    for index, batch in enumerate(batches):
        withdraw(graph.driver, graph.name, batch.report.id)
        assert fingerprint(graph.driver, graph.name) == without[index], batch.report.ref
        Writer(graph.driver, graph.name).load(batch, NOW, restore=True)
    assert fingerprint(graph.driver, graph.name) == whole
