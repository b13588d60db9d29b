"""A run counts everything that happened, withdrawn reports among it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from batches import Said, batch

from graph.database import Database
from graph.fingerprint import fingerprint
from graph.migrations import migrate
from graph.model import GraphBatch, WriteCounters
from graph.withdrawal import withdraw
from graph.writer import Writer
from ingest.assemble import content_hash_of, metadata_hash_of, report_id_of
from ingest.pool import Failure
from ingest.readers import Document
from ingest.run import RunReport, ingest

DOCUMENTS = [Document(name, name, f"Ann Lee: {name}.", url=f"https://example.org/{name}") for name in ("one", "two")]


def extract(documents: Iterable[Document]) -> Iterator[GraphBatch | Failure]:
    """A batch for each document, without reading English."""
    for document in documents:
        found = batch(document.ref, [Said("Ann Lee", document.text)])
        report = replace(
            found.report,
            id=report_id_of(document),
            content_hash=content_hash_of(document),
            metadata_hash=metadata_hash_of(document),
        )
        yield replace(found, report=report)


def run(database: Database, *, restore: bool = False) -> RunReport:
    return ingest(DOCUMENTS, Writer(database.driver, database.name), extract, "1", restore=restore)


def counts(report: RunReport) -> tuple[int, int, int, int, int]:
    return report.read, report.new, report.changed, report.unchanged, report.withdrawn


def test_a_withdrawn_report_is_counted_and_stays_out(database: Database) -> None:
    migrate(database.driver, database.name)
    assert counts(run(database)) == (2, 2, 0, 0, 0)
    whole = fingerprint(database.driver, database.name)
    for erase in (False, True):
        withdraw(database.driver, database.name, "https://example.org/one", erase=erase)
        left = fingerprint(database.driver, database.name)
        again = run(database)
        assert (counts(again), again.counters) == ((2, 0, 0, 1, 1), WriteCounters())
        assert fingerprint(database.driver, database.name) == left
    assert counts(run(database, restore=True)) == (2, 1, 0, 1, 0)
    assert fingerprint(database.driver, database.name) == whole


def test_a_run_reads_no_withdrawn_report(database: Database) -> None:
    migrate(database.driver, database.name)
    run(database)
    withdraw(database.driver, database.name, "https://example.org/one")
    run(database)
    records, _, _ = database.driver.execute_query(
        "MATCH (:IngestRun {withdrawn: 1})-[:READ]->(report:Report) RETURN report.id AS id", database_=database.name
    )
    assert [record["id"] for record in records] == ["https://example.org/two"]


def test_a_report_that_cannot_be_stored_is_rejected_and_the_run_goes_on(database: Database) -> None:
    migrate(database.driver, database.name)
    unstorable = replace(DOCUMENTS[0], url="https://example.org/" + "x" * 10_000)
    found = ingest([unstorable, DOCUMENTS[1]], Writer(database.driver, database.name), extract, "1")
    assert (counts(found), dict(found.rejected)) == ((2, 1, 0, 0, 0), {"not-stored": 1})
    [failure] = found.rejections
    assert (failure.ref, failure.reason) == ("one", "not-stored")
