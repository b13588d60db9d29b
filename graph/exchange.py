"""Puts what reports say in the place of what they said before: what is told as before stays, and nothing else changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from graph import rows, rows_things
from graph.model import GraphBatch
from graph.transaction import Transaction
from graph.writer_events import event_contributions, exchange_events
from graph.writer_things import remove_unused, write_things

# A mention by what tells it from every other one of its report: thing, characters, name, reason.
_MentionKey = tuple[str, int, int, str, str | None]


@dataclass(frozen=True, slots=True)
class _Contribution:
    """What the graph holds of a report before it is loaded again."""

    fingerprint_by_statement: dict[str, str] = field(default_factory=dict)
    mentions: frozenset[_MentionKey] = frozenset()
    actors: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()
    name_by_source: dict[str, str | None] = field(default_factory=dict)


_NOTHING = _Contribution()


def exchange(tx: Transaction, batches: Sequence[GraphBatch], held_ids: Set[str]) -> None:
    """Puts each batch in the place of what its report contributed before; the reports' own nodes are there already and stay as they are.

    `held_ids` are the reports of which the graph may hold something; nothing is read of the others, which are new. No report comes twice.
    """
    before = _contributions(tx, held_ids)
    told_before = event_contributions(tx, held_ids)
    canonical_by_actor = write_things(tx, batches)
    tx.run_rows("report_links", [rows.report_links(each.report) for each in batches])
    fingerprint_by_statement = _write_statements(tx, batches, before)
    exchange_events(tx, batches, fingerprint_by_statement, told_before, canonical_by_actor)
    _write_mentions(tx, batches, before)
    if before:
        _remove_unused(tx, batches, before)


def _contributions(tx: Transaction, report_ids: Set[str]) -> dict[str, _Contribution]:
    return {
        held["id"]: _Contribution(
            fingerprint_by_statement=dict(held["statements"]),
            mentions=frozenset(map(tuple, held["mentions"])),
            actors=frozenset(held["actors"]),
            places=frozenset(held["places"]),
            dates=frozenset(held["dates"]),
            name_by_source=dict(held["sources"]),
        )
        for held in tx.read_ids("contribution", report_ids)
    }


def _write_statements(
    tx: Transaction, batches: Sequence[GraphBatch], before: Mapping[str, _Contribution]
) -> dict[str, str]:
    """Writes the statements by difference; the fingerprint of each."""
    held = {id_: each for found in before.values() for id_, each in found.fingerprint_by_statement.items()}
    wanted = [row for batch in batches for row in rows.statements(batch)]
    kept = {row["id"] for row in wanted if held.get(row["id"]) == row["properties"]["fingerprint"]}
    if stale := sorted(held.keys() - kept):
        tx.run("remove_statements", ids=stale)
    new = [row for row in wanted if row["id"] not in kept]
    tx.run_rows("statements", new)
    new_ids = {row["id"] for row in new}
    for name, about in zip(("about_places", "about_actors"), rows.about(batches), strict=True):
        tx.run_rows(name, [row for row in about if row["statement"] in new_ids])
    pairs = [
        {"outer": each.parent_id, "inner": each.id}
        for batch in batches
        for each in batch.statements
        if each.parent_id is not None and not {each.id, each.parent_id}.isdisjoint(new_ids)
    ]
    tx.run_rows("quotes", pairs)
    return {row["id"]: row["properties"]["fingerprint"] for row in wanted}


def _write_mentions(tx: Transaction, batches: Sequence[GraphBatch], before: Mapping[str, _Contribution]) -> None:
    stale: list[rows.Row] = []
    places: list[rows.Row] = []
    actors: list[rows.Row] = []
    for batch in batches:
        held = before.get(batch.report.id, _NOTHING).mentions
        wanted = {(each.thing_id, each.start, each.end, each.name, each.reason): each for each in batch.mentions}
        stale += [
            {"report": batch.report.id, "thing": thing, "start": start, "end": end}
            for thing, start, end, *_ in held - wanted.keys()
        ]
        place_ids = {place.id for place in batch.places}
        for key in wanted.keys() - held:
            row = rows.mention(wanted[key], batch.report.id)
            (places if row["thing"] in place_ids else actors).append(row)
    tx.run_rows("remove_mentions", sorted(stale, key=_by_thing))
    tx.run_rows("mentions_of_places", sorted(places, key=_by_thing))
    tx.run_rows("mentions_of_actors", sorted(actors, key=_by_thing))


def _by_thing(row: rows.Row) -> tuple[str, str, int, int]:
    return row["thing"], row["report"], row["start"], row["end"]


def _remove_unused(tx: Transaction, batches: Sequence[GraphBatch], before: Mapping[str, _Contribution]) -> None:
    """Looks at all that a report leaned on, for what it leans on no more."""
    sources = set()
    for batch in batches:
        source = batch.report.source
        now = (source.id, source.name) if source is not None else None
        sources |= {each[0] for each in before.get(batch.report.id, _NOTHING).name_by_source.items() if each != now}
    remove_unused(
        tx,
        actors={each for found in before.values() for each in found.actors},
        places={each for found in before.values() for each in found.places}
        - {each.id for batch in batches for each in batch.places},
        dates={each for found in before.values() for each in found.dates}
        - {row["edtf"] for row in rows_things.dates(batches)},
        sources=sources,
    )
