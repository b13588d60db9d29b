"""Loads reports, several in one transaction: what a report no longer says goes, and nothing else changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from neo4j import Driver, ManagedTransaction
from neo4j.exceptions import ConstraintError, DatabaseError

from graph import rows
from graph.errors import ReportRefused
from graph.exchange import exchange
from graph.ids import erased_report_id
from graph.model import GraphBatch, ReportState, WriteCounters
from graph.queries import read, run
from graph.transaction import Transaction

Outcome = Literal["created", "changed", "unchanged", "withdrawn"]


@dataclass(frozen=True, slots=True)
class LoadResult:
    """What a load did, with Neo4j's counters; `withdrawn`: the report was taken out of the graph earlier and stays out."""

    outcome: Outcome
    counters: WriteCounters


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of several reports, in their order, with Neo4j's counters over all of them."""

    outcomes: tuple[Outcome | ReportRefused, ...]
    counters: WriteCounters


class Writer:
    """The one writer of reports. Its driver and database are whoever's opened them."""

    def __init__(self, driver: Driver, database: str | None = None) -> None:
        self._driver = driver
        self._database = database

    def state(self, report_id: str) -> ReportState | None:
        """What the graph holds of a report, None where it was never loaded; reads only."""
        return self._states([report_id]).get(report_id)

    def load(self, batch: GraphBatch, ingested_at: str, *, restore: bool = False) -> LoadResult:
        """Replaces what one report contributed by `batch`.

        As `load_all`, but raises `ReportRefused` where Neo4j does not store what is in this batch.
        """
        loaded = self.load_all([batch], ingested_at, restore=restore)
        [outcome] = loaded.outcomes
        if isinstance(outcome, ReportRefused):
            raise outcome
        return LoadResult(outcome, loaded.counters)

    def load_all(self, batches: Sequence[GraphBatch], ingested_at: str, *, restore: bool = False) -> Loaded:
        """Replaces what each report contributed by its batch, all in one transaction; those that are there as they are run none.

        A withdrawn report stays out of the graph unless `restore` brings it back. Where Neo4j does not store what is in one of the
        batches (a key that is too long for an index), each is loaded by itself, and that one's outcome is the refusal. A report that
        comes twice is loaded as often, one after the other.
        """
        ids = [batch.report.id for batch in batches]
        if not ids:
            return Loaded((), WriteCounters())
        if len(batches) > 1 and len(set(ids)) < len(ids):
            return self._one_by_one(batches, ingested_at, restore)
        states = self._states(ids)
        outcome_by_id = {batch.report.id: _settled(batch, states.get(batch.report.id), restore) for batch in batches}
        wanted = [batch for batch in batches if outcome_by_id[batch.report.id] is None]
        counters = WriteCounters()
        if wanted:
            try:
                with self._driver.session(database=self._database) as session:
                    written, counters = session.execute_write(_replace, wanted, ingested_at, restore)
            except (ConstraintError, DatabaseError) as error:
                if len(batches) > 1:
                    return self._one_by_one(batches, ingested_at, restore)
                return Loaded((ReportRefused(ids[0], error.message or type(error).__name__),), WriteCounters())
            outcome_by_id |= written
        return Loaded(tuple(outcome for each in ids if (outcome := outcome_by_id[each]) is not None), counters)

    def record_run(
        self, run_id: str, properties: dict[str, Any], started: str, finished: str, reports: Iterable[str]
    ) -> None:
        """Records a run of the ingest; its node is no report data and counts nowhere."""
        with self._driver.session(database=self._database) as session:
            run(
                session, "write/ingest_run",
                id=run_id, properties=properties, started=started, finished=finished, reports=sorted(set(reports)),
            ).consume()  # fmt: skip

    def _states(self, report_ids: Iterable[str]) -> dict[str, ReportState]:
        return _by_id(read(self._driver, self._database, "write/report_states", rows=_known_as(report_ids)))

    def _one_by_one(self, batches: Iterable[GraphBatch], ingested_at: str, restore: bool) -> Loaded:
        done = [self.load_all([batch], ingested_at, restore=restore) for batch in batches]
        counters = sum((each.counters for each in done), WriteCounters())
        return Loaded(tuple(outcome for each in done for outcome in each.outcomes), counters)


def lock(tx: Transaction, report_ids: Iterable[str]) -> dict[str, ReportState]:
    """What the graph holds of reports, which nobody else changes until the transaction ends; nothing of those that it does not know."""
    tx.run_uncounted("lock")
    return _by_id(tx.run("report_states", rows=_known_as(report_ids)))


def _replace(
    managed: ManagedTransaction, batches: Sequence[GraphBatch], ingested_at: str, restore: bool
) -> tuple[dict[str, Outcome], WriteCounters]:
    tx = Transaction(managed)
    states = lock(tx, (batch.report.id for batch in batches))
    outcome_by_id: dict[str, Outcome] = {}
    wanted = []
    for batch in batches:
        id_ = batch.report.id
        state = states.get(id_)
        settled = _settled(batch, state, restore)
        if settled is not None:
            outcome_by_id[id_] = settled
            continue
        wanted.append(batch)
        outcome_by_id[id_] = "created" if state is None or state.is_withdrawn else "changed"
        if state is not None and state.is_withdrawn:
            tx.run("remove_erased", erased_id=erased_report_id(id_))
    if wanted:
        tx.run_rows("reports", [rows.report(batch.report, ingested_at) for batch in wanted])
        exchange(tx, wanted, held_ids={id_ for id_, outcome in outcome_by_id.items() if outcome == "changed"})
    return outcome_by_id, tx.counters


def _settled(batch: GraphBatch, state: ReportState | None, restore: bool) -> Outcome | None:
    """What becomes of a report without a write; None where it must be written."""
    report = batch.report
    if state == ReportState(report.content_hash, report.metadata_hash, report.extraction_version, "active"):
        return "unchanged"
    if state is not None and state.is_withdrawn and not restore:
        return "withdrawn"
    return None


def _known_as(report_ids: Iterable[str]) -> list[dict[str, str]]:
    return [{"id": each, "erased_id": erased_report_id(each)} for each in sorted(report_ids)]


def _by_id(found: Iterable[dict[str, Any]]) -> dict[str, ReportState]:
    return {row["id"]: ReportState(**{name: value for name, value in row.items() if name != "id"}) for row in found}
