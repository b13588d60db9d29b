"""Takes a report out of the graph with all that it alone contributed; a tombstone stays, so that it is not loaded again by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from neo4j import Driver, ManagedTransaction

from graph.errors import AmbiguousReport, UnknownReport
from graph.exchange import exchange
from graph.ids import erased_report_id
from graph.model import GraphBatch, Report, WriteCounters
from graph.names import suggest
from graph.queries import read
from graph.transaction import Transaction
from graph.writer import lock

# Names among which a suggestion is sought: enough for any collection that people name by hand.
NAMES_READ_MAXIMUM = 10_000
SUGGESTIONS_MAXIMUM = 5


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What a withdrawal did; `id` is the tombstone's, `unchanged` says that the report was as withdrawn before."""

    id: str
    outcome: Literal["withdrawn", "erased", "unchanged"]
    counters: WriteCounters


def find_report(driver: Driver, database: str | None, name: str) -> str:
    """The id of the report that an id, a file name or an address names, withdrawn ones too.

    An id goes before a file name or address, and what is in the graph before what was withdrawn.
    Raises `UnknownReport` and `AmbiguousReport`.
    """
    erased_id = erased_report_id(name)
    found = read(driver, database, "write/reports_known_as", name=name, erased_id=erased_id)
    by_id = [row["id"] for row in found if row["id"] in (name, erased_id)]
    active = [row["id"] for row in found if row["status"] == "active"]
    candidates = by_id or active or [row["id"] for row in found]
    if not candidates:
        names = [row["name"] for row in read(driver, database, "write/report_refs", limit=NAMES_READ_MAXIMUM)]
        raise UnknownReport(name, suggest(name, names, SUGGESTIONS_MAXIMUM) or names[:SUGGESTIONS_MAXIMUM])
    if len(candidates) > 1:
        raise AmbiguousReport(name, candidates)
    return str(candidates[0])


def withdraw(driver: Driver, database: str | None, report_id: str, *, erase: bool = False) -> Withdrawal:
    """Takes a report out of the graph in one transaction; `erase` leaves nothing of its words either, and a hash of its id.

    Raises `UnknownReport`.
    """
    with driver.session(database=database) as session:
        done = session.execute_write(_withdraw, report_id, erase)
    if done is None:
        raise UnknownReport(report_id, [])
    return done


def _withdraw(managed: ManagedTransaction, report_id: str, erase: bool) -> Withdrawal | None:
    tx = Transaction(managed)
    state = lock(tx, [report_id]).get(report_id)
    if state is None:
        return None
    is_erased = state.content_hash is None
    if not state.is_withdrawn:
        exchange(tx, [_nothing(report_id)], held_ids={report_id})
        tx.run("tombstone", id=report_id)
    if erase and not is_erased:
        tx.run("erase", id=report_id, erased_id=erased_report_id(report_id))
        return Withdrawal(erased_report_id(report_id), "erased", tx.counters)
    tombstone_id = erased_report_id(report_id) if is_erased else report_id
    return Withdrawal(tombstone_id, "unchanged" if state.is_withdrawn else "withdrawn", tx.counters)


def _nothing(report_id: str) -> GraphBatch:
    """The contribution of a report that says nothing."""
    report = Report(
        id=report_id, ref="", title=None, url=None, language=None, text="", published=None, published_basis="none",
        source=None, content_hash="", metadata_hash="", extraction_version="",
    )  # fmt: skip
    return GraphBatch(report, actors=(), places=(), mentions=(), statements=())
