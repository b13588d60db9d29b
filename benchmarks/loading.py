"""What loading costs beside bare UNWINDs of the same graph: as many reports a transaction on both sides, in turn, round by round."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks import bare
from benchmarks.texts import shuffled_documents
from graph.database import Database
from graph.fingerprint import fingerprint
from graph.model import GraphBatch
from graph.writer import Writer
from ingest.pipeline import load_pipeline
from ingest.run import REPORTS_A_TRANSACTION
from ingest.settings import IngestSettings

REPORT_COUNT = 120
ROUND_COUNT = 9
# Rounds that are not counted: Neo4j compiles its queries while they run.
WARM_UP_COUNT = 5

INGESTED_AT = "2026-01-01T00:00:00+00:00"


@dataclass(frozen=True, slots=True)
class LoadingCost:
    """Seconds for the same reports by the writer and by bare UNWINDs, round by round."""

    reports: int
    statements: int
    writer_seconds: tuple[float, ...]
    bare_seconds: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """How many times as long the writer takes: the median of the rounds."""
        pairs = zip(self.writer_seconds, self.bare_seconds, strict=True)
        return statistics.median(writer / bare for writer, bare in pairs)

    @property
    def statements_per_second(self) -> float:
        """Statements that the writer loads a second, with all else that their reports contribute."""
        return self.statements / statistics.median(self.writer_seconds)


def measure(
    database: Database,
    report_count: int = REPORT_COUNT,
    round_count: int = ROUND_COUNT,
    warm_up_count: int = WARM_UP_COUNT,
    reports_a_transaction: int = REPORTS_A_TRANSACTION,
) -> LoadingCost:
    """The cost of loading new reports into a graph that is empty but for its schema, before and after.

    The writer is handed reports; the bare side is handed the rows of the very graph that they make, with a MERGE of what is shared
    and a CREATE of all else. That both make one graph is checked.
    """
    pipeline = load_pipeline(IngestSettings().model)
    batches = [pipeline.batch(document) for document in shuffled_documents(report_count)]
    groups = [batches[start : start + reports_a_transaction] for start in range(0, report_count, reports_a_transaction)]
    _load(database, groups)
    wanted = fingerprint(database.driver, database.name)
    rows = bare.statements(database, [[batch.report.id for batch in group] for group in groups])
    writer_seconds, bare_seconds = [], []
    for number in range(warm_up_count + round_count):
        _empty(database)
        by_bare = _timed_bare(database, rows)
        assert fingerprint(database.driver, database.name) == wanted, "the bare side writes another graph"
        _empty(database)
        by_writer = _load(database, groups)
        if number >= warm_up_count:
            writer_seconds.append(by_writer)
            bare_seconds.append(by_bare)
    _empty(database)
    statement_count = sum(len(batch.statements) for batch in batches)
    return LoadingCost(len(batches), statement_count, tuple(writer_seconds), tuple(bare_seconds))


def _load(database: Database, groups: Iterable[Sequence[GraphBatch]]) -> float:
    writer = Writer(database.driver, database.name)
    started = time.perf_counter()
    for group in groups:
        writer.load_all(group, INGESTED_AT)
    return time.perf_counter() - started


def _timed_bare(database: Database, groups: Iterable[Mapping[bare.Query, bare.Rows]]) -> float:
    started = time.perf_counter()
    for group in groups:
        with database.driver.session(database=database.name) as session:
            session.execute_write(bare.write, group)
    return time.perf_counter() - started


def _empty(database: Database) -> None:
    database.driver.execute_query("MATCH (node) WHERE NOT node:Migration DETACH DELETE node", database_=database.name)
