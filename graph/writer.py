"""Loads reports: one report, one transaction, in which what the report no longer says goes and nothing else changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from neo4j import Driver, ManagedTransaction
from neo4j.exceptions import ConstraintError, DatabaseError

from graph import rows
from graph.errors import ReportRefused
from graph.ids import erased_report_id
from graph.model import GraphBatch, ReportState, WriteCounters
from graph.queries import read, run
from graph.writer_events import event_contribution, exchange_events

Outcome = Literal["created", "changed", "unchanged", "withdrawn"]

# Places lie within at most this many larger ones.
CONTAINMENT_LEVELS = 6


@dataclass(frozen=True, slots=True)
class LoadResult:
    """What a load did, with Neo4j's counters; `withdrawn`: the report was taken out of the graph earlier and stays out."""

    outcome: Outcome
    counters: WriteCounters


@dataclass(frozen=True, slots=True)
class _Contribution:
    """What the graph holds of a report before it is loaded again."""

    fingerprint_by_statement: dict[str, str]
    mentions: frozenset[tuple[str, int, int, str, str | None]]
    actors: frozenset[str]
    places: frozenset[str]
    dates: frozenset[str]
    name_by_source: dict[str, str | None]


class Writer:
    """The one writer of reports. Its driver and database are whoever's opened them."""

    def __init__(self, driver: Driver, database: str | None = None) -> None:
        self._driver = driver
        self._database = database

    def state(self, report_id: str) -> ReportState | None:
        """What the graph holds of a report, None where it was never loaded; reads only."""
        erased_id = erased_report_id(report_id)
        found = read(self._driver, self._database, "write/report_state", id=report_id, erased_id=erased_id)
        return ReportState(**found[0]) if found else None

    def load(self, batch: GraphBatch, ingested_at: str, *, restore: bool = False) -> LoadResult:
        """Replaces what the report contributed by `batch`; the same again runs no write transaction.

        A withdrawn report stays out of the graph unless `restore` brings it back.
        Raises `ReportRefused` where Neo4j does not store what is in this batch: a key that is too long for an index.
        """
        report = batch.report
        state = self.state(report.id)
        wanted = ReportState(report.content_hash, report.metadata_hash, report.extraction_version, "active")
        if state == wanted:
            return LoadResult("unchanged", WriteCounters())
        if state is not None and state.is_withdrawn and not restore:
            return LoadResult("withdrawn", WriteCounters())
        with self._driver.session(database=self._database) as session:
            try:
                return session.execute_write(_replace, batch, ingested_at, restore)
            except (ConstraintError, DatabaseError) as error:
                raise ReportRefused(report.id, error.message or type(error).__name__) from error

    def record_run(
        self, run_id: str, properties: dict[str, Any], started: str, finished: str, reports: Iterable[str]
    ) -> None:
        """Records a run of the ingest; its node is no report data and counts nowhere."""
        with self._driver.session(database=self._database) as session:
            run(
                session, "write/ingest_run",
                id=run_id, properties=properties, started=started, finished=finished, reports=sorted(set(reports)),
            ).consume()  # fmt: skip


class Transaction:
    """One write transaction with the sum of its counters."""

    def __init__(self, tx: ManagedTransaction) -> None:
        self._tx = tx
        self.counters = WriteCounters()

    def run(self, name: str, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of `write/<name>.cypher`; what it did is counted."""
        result = run(self._tx, f"write/{name}", **parameters)
        records = [record.data() for record in result]
        counted = result.consume().counters
        self.counters += WriteCounters(
            counted.nodes_created, counted.nodes_deleted, counted.relationships_created, counted.relationships_deleted,
            counted.properties_set,
        )  # fmt: skip
        return records

    def run_uncounted(self, name: str, **parameters: Any) -> None:
        """Runs what changes no report data."""
        run(self._tx, f"write/{name}", **parameters).consume()

    def run_rows(self, name: str, found: list[dict[str, Any]], **parameters: Any) -> None:
        """Runs a statement for each of the rows, if there are any."""
        if found:
            self.run(name, rows=found, **parameters)


def lock(tx: Transaction, report_id: str) -> ReportState | None:
    """What the graph holds of a report, which nobody else changes until the transaction ends; None where it holds nothing."""
    names = {"id": report_id, "erased_id": erased_report_id(report_id)}
    tx.run_uncounted("lock_report", **names)
    found = tx.run("report_state", **names)
    return ReportState(**found[0]) if found else None


def exchange(tx: Transaction, batch: GraphBatch) -> None:
    """Puts `batch` in the place of what its report contributed before; the report's own node is there already and stays as it is."""
    report = batch.report
    before = _contribution(tx, report.id)
    told_before = event_contribution(tx, report.id)
    _write_things(tx, batch)
    published_on = report.published.edtf if report.published is not None else None
    source_id, source_name = (report.source.id, report.source.name) if report.source is not None else (None, None)
    tx.run("report_links", id=report.id, source=source_id, source_name=source_name, date=published_on)
    fingerprint_by_statement = _write_statements(tx, batch, before)
    exchange_events(tx, batch, fingerprint_by_statement, told_before)
    _write_mentions(tx, batch, before)
    touched = {actor.id for actor in batch.actors if actor.derived} | set(before.actors)
    _remove_unused(tx, batch, before)
    _rename_derived(tx, touched)


def _replace(managed: ManagedTransaction, batch: GraphBatch, ingested_at: str, restore: bool) -> LoadResult:
    tx = Transaction(managed)
    report = batch.report
    state = lock(tx, report.id)
    withdrawn = state is not None and state.is_withdrawn
    if withdrawn and not restore:
        return LoadResult("withdrawn", WriteCounters())
    if withdrawn:
        tx.run("remove_erased", erased_id=erased_report_id(report.id))
    tx.run("report", id=report.id, ingested_at=ingested_at, **rows.report(report))
    exchange(tx, batch)
    return LoadResult("created" if state is None or withdrawn else "changed", tx.counters)


def _contribution(tx: Transaction, report_id: str) -> _Contribution:
    [held] = tx.run("contribution", id=report_id)
    return _Contribution(
        fingerprint_by_statement=dict(held["statements"]),
        mentions=frozenset((thing, start, end, name, reason) for thing, start, end, name, reason in held["mentions"]),
        actors=frozenset(held["actors"]),
        places=frozenset(held["places"]),
        dates=frozenset(held["dates"]),
        name_by_source=dict(held["sources"]),
    )


def _write_things(tx: Transaction, batch: GraphBatch) -> None:
    if batch.report.source is not None:
        tx.run_rows("sources", [rows.source(batch.report.source)])
    tx.run_rows("dates", rows.dates(batch))
    tx.run_rows("places", rows.places(batch))
    tx.run_rows("actors", rows.actors(batch))


def _write_statements(tx: Transaction, batch: GraphBatch, before: _Contribution) -> dict[str, str]:
    """Writes the report's statements by difference; the fingerprint of each."""
    wanted = rows.statements(batch)
    kept = {
        row["id"]
        for row in wanted
        if before.fingerprint_by_statement.get(row["id"]) == row["properties"]["fingerprint"]
    }
    stale = sorted(set(before.fingerprint_by_statement) - kept)
    if stale:
        tx.run("remove_statements", ids=stale)
    new = [row for row in wanted if row["id"] not in kept]
    tx.run_rows("statements", new, report=batch.report.id)
    new_ids = {row["id"] for row in new}
    place_ids = {place.id for place in batch.places}
    about = [row for row in rows.about(batch) if row["statement"] in new_ids]
    tx.run_rows("about_places", [row for row in about if row["thing"] in place_ids])
    tx.run_rows("about_actors", [row for row in about if row["thing"] not in place_ids])
    pairs = [{"outer": each.parent_id, "inner": each.id} for each in batch.statements if each.parent_id is not None]
    tx.run_rows("quotes", pairs)
    return {row["id"]: row["properties"]["fingerprint"] for row in wanted}


def _write_mentions(tx: Transaction, batch: GraphBatch, before: _Contribution) -> None:
    wanted = {(each.thing_id, each.start, each.end, each.name, each.reason): each for each in batch.mentions}
    stale = [
        {"thing": thing, "start": start, "end": end} for thing, start, end, *_ in sorted(before.mentions - set(wanted))
    ]
    tx.run_rows("remove_mentions", stale, report=batch.report.id)
    new = [wanted[key] for key in sorted(set(wanted) - before.mentions)]
    place_ids = {place.id for place in batch.places}
    for name, chosen in (
        ("mentions_of_places", [each for each in new if each.thing_id in place_ids]),
        ("mentions_of_actors", [each for each in new if each.thing_id not in place_ids]),
    ):
        tx.run_rows(name, [rows.mention(each) for each in chosen], report=batch.report.id)


def _remove_unused(tx: Transaction, batch: GraphBatch, before: _Contribution) -> None:
    actors = before.actors - {actor.id for actor in batch.actors}
    places = before.places - {place.id for place in batch.places}
    dates = before.dates - {row["edtf"] for row in rows.dates(batch)}
    source = batch.report.source
    sources = {
        each
        for each, name in before.name_by_source.items()
        if source is None or (each, name) != (source.id, source.name)
    }
    if actors:
        tx.run("remove_unused_actors", ids=sorted(actors))
    if sources:
        tx.run("remove_unused_sources", ids=sorted(sources))
        tx.run("source_names", ids=sorted(sources))
    for name, candidates in (("remove_unused_places", set(places)), ("remove_unused_dates", set(dates))):
        for _ in range(CONTAINMENT_LEVELS):
            if not candidates:
                break
            candidates = {row["id"] for row in tx.run(name, ids=sorted(candidates))}


def _rename_derived(tx: Transaction, actor_ids: set[str]) -> None:
    """The name of a derived actor is the first of its mentions' names, its aliases are all of them: no order of loading matters."""
    if not actor_ids:
        return
    renamed = []
    for row in tx.run("derived_actors", ids=sorted(actor_ids)):
        names = sorted(row["names"])
        if names and (row["name"], row["aliases"]) != (names[0], names[1:]):
            folded = rows.folded_names(names[0], tuple(names[1:]), row["kind"])
            renamed.append({"id": row["id"], "name": names[0], "aliases": names[1:], "folded_names": folded})
    tx.run_rows("derived_actor_names", renamed)
