"""What loading costs beside a bare UNWIND of the same rows: one transaction a report on both sides, interleaved report by report."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from neo4j import ManagedTransaction

from benchmarks.texts import shuffled_documents
from graph import rows
from graph.database import Database
from graph.model import GraphBatch
from graph.queries import run
from graph.writer import Writer
from ingest.pipeline import load_pipeline
from ingest.settings import IngestSettings

REPORT_COUNT = 120
WARM_UP_COUNT = 20


@dataclass(frozen=True, slots=True)
class LoadingCost:
    """Seconds for the same reports by the writer and by bare UNWINDs."""

    reports: int
    statements: int
    writer_seconds: float
    bare_seconds: float

    @property
    def ratio(self) -> float:
        """How many times as long the writer takes."""
        return self.writer_seconds / self.bare_seconds


def measure(database: Database) -> LoadingCost:
    """The cost of loading new reports; the graph must be empty but for its schema."""
    pipeline = load_pipeline(IngestSettings().model)
    batches = [pipeline.batch(document) for document in shuffled_documents(REPORT_COUNT + WARM_UP_COUNT)]
    writer = Writer(database.driver, database.name)
    writer_seconds = bare_seconds = 0.0
    for number, batch in enumerate(batches):
        # The bare side loads a twin under other ids, so that both create as many statements in the same growing graph.
        twin = _twin(batch)
        started = time.perf_counter()
        writer.load(batch, "2026-01-01T00:00:00+00:00")
        middle = time.perf_counter()
        with database.driver.session(database=database.name) as session:
            session.execute_write(_bare, twin)
        if number >= WARM_UP_COUNT:
            writer_seconds += middle - started
            bare_seconds += time.perf_counter() - middle
    counted = batches[WARM_UP_COUNT:]
    return LoadingCost(len(counted), sum(len(batch.statements) for batch in counted), writer_seconds, bare_seconds)


def _twin(batch: GraphBatch) -> GraphBatch:
    def other(statement_id: str) -> str:
        return f"{statement_id}-twin"

    statements = tuple(
        replace(each, id=other(each.id), parent_id=other(each.parent_id) if each.parent_id else None)
        for each in batch.statements
    )
    return replace(batch, report=replace(batch.report, id=f"{batch.report.id}-twin"), statements=statements)


def _bare(tx: ManagedTransaction, batch: GraphBatch) -> None:
    """The same rows by the same statements of Cypher, and nothing else: no look at what was there, no removal, no names."""
    report = batch.report
    place_ids = {place.id for place in batch.places}
    if report.source is not None:
        _unwind(tx, "sources", [rows.source(report.source)])
    _unwind(tx, "dates", rows.dates(batch))
    _unwind(tx, "places", rows.places(batch))
    _unwind(tx, "actors", rows.actors(batch))
    run(tx, "write/report", id=report.id, ingested_at="2026-01-01T00:00:00+00:00", **rows.report(report)).consume()
    _unwind(tx, "statements", rows.statements(batch), report=report.id)
    _unwind(tx, "about_places", [row for row in rows.about(batch) if row["thing"] in place_ids])
    _unwind(tx, "about_actors", [row for row in rows.about(batch) if row["thing"] not in place_ids])
    _unwind(
        tx,
        "mentions_of_places",
        [rows.mention(each) for each in batch.mentions if each.thing_id in place_ids],
        report=report.id,
    )
    _unwind(
        tx,
        "mentions_of_actors",
        [rows.mention(each) for each in batch.mentions if each.thing_id not in place_ids],
        report=report.id,
    )


def _unwind(tx: ManagedTransaction, name: str, found: Iterable[dict[str, Any]], **parameters: Any) -> None:
    run(tx, f"write/{name}", rows=list(found), **parameters).consume()
