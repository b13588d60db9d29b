"""Writes what a report tells of events and figures, and makes anew the events that this touches, all in the report's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import event_store, rows_events
from graph.event_clusters import CHANGED_STEPS, Traits, agree, clusters, windows
from graph.event_store import HeldEvent
from graph.event_views import Telling, view_of
from graph.ids import event_id
from graph.model import GraphBatch
from graph.rows import Row

if TYPE_CHECKING:
    from graph.writer import Transaction


@dataclass(frozen=True, slots=True)
class EventContribution:
    """What the graph holds of a report's events and figures before it is loaded again; dictionaries by the id of a mention."""

    fingerprint_by_figure: dict[str, str]
    fingerprint_by_mention: dict[str, str]
    traits_by_mention: dict[str, Traits]
    event_by_mention: dict[str, str]
    things_by_mention: dict[str, frozenset[str]]


def event_contribution(tx: Transaction, report_id: str) -> EventContribution:
    """What the report told of events and figures; to be read before its statements go."""
    [held] = tx.run("event_contribution", id=report_id)
    mentions = held["mentions"]
    return EventContribution(
        fingerprint_by_figure=dict(held["figures"]),
        fingerprint_by_mention={row["id"]: row["fingerprint"] for row in mentions},
        traits_by_mention={row["id"]: event_store.traits(row) for row in mentions},
        event_by_mention={row["id"]: row["event"] for row in mentions if row["event"] is not None},
        things_by_mention={row["id"]: _contended(row["place"], row["takers"]) for row in mentions},
    )


def exchange_events(
    tx: Transaction, batch: GraphBatch, fingerprint_by_statement: Mapping[str, str], before: EventContribution
) -> None:
    """Puts the events and figures of `batch` in the place of those that the report told before; what is told as before stays."""
    mentions = rows_events.event_mentions(batch, fingerprint_by_statement)
    figures = rows_events.figures(batch, fingerprint_by_statement, mentions)
    stale, new = _difference(before.fingerprint_by_mention, mentions)
    stale_figures, new_figures = _difference(before.fingerprint_by_figure, figures)
    if stale_figures:
        tx.run("remove_figures", ids=stale_figures)
    if stale:
        tx.run("remove_event_mentions", ids=stale)
    tx.run_rows("event_mentions", new, report=batch.report.id)
    tx.run_rows("figures", new_figures, report=batch.report.id)
    if not stale and not new:
        return
    things = {thing for each in stale for thing in before.things_by_mention[each]}
    things |= {thing for row in new for thing in _contended(row["properties"]["place"], row["properties"]["actors"])}
    tx.run_uncounted("lock_events", ids=sorted(things))
    _recompute(
        tx,
        came={row["id"] for row in new},
        gone={before.traits_by_mention[each] for each in stale},
        events={before.event_by_mention[each] for each in stale if each in before.event_by_mention},
    )


def _recompute(tx: Transaction, came: set[str], gone: set[Traits], events: set[str]) -> None:
    """Makes anew the events of all mentions that came, of those whose event may be another now, and of all that share one with them.

    `gone` are the traits of mentions that went, `events` what they told.
    """
    tellings: dict[str, Telling] = {}
    traits_by_id: dict[str, Traits] = {}
    held: dict[str, HeldEvent] = {}
    pending, seeds = came, gone
    while pending or seeds:
        new = event_store.tellings(tx, pending)
        traits_by_id |= {each.id: each.traits for each in new.values()}
        near, around = _around(tx, seeds | {each.traits for each in new.values()})
        traits_by_id |= around
        new |= event_store.tellings(tx, near - new.keys() - tellings.keys())
        tellings |= new
        events |= {each.event_id for each in new.values() if each.event_id is not None}
        held |= event_store.held_events(tx, events - held.keys())
        pending, seeds = {mention for each in held.values() for mention in each.mentions} - tellings.keys(), set()
    views = [
        view_of(_id_of(cluster, held), [tellings[each] for each in sorted(cluster)])
        for cluster in clusters(traits_by_id)
        if cluster <= tellings.keys()
    ]
    event_store.write(tx, views, held)


def _around(tx: Transaction, seeds: set[Traits]) -> tuple[set[str], dict[str, Traits]]:
    """The mentions whose event may change with those of the seeds, and these together with all that they agree with."""
    found: dict[str, Traits] = {}
    reached, near, frontier = set(seeds), set(seeds), set(seeds)
    for step in range(1, CHANGED_STEPS + 2):
        found |= event_store.candidates(tx, {window for traits in frontier for window in windows(traits)})
        unreached = set(found.values()) - reached
        frontier = {one for one in unreached if any(agree(one, other) for other in frontier)}
        reached |= frontier
        if step <= CHANGED_STEPS:
            near |= frontier
        if not frontier:
            break
    found = {each: traits for each, traits in found.items() if traits in reached}
    return {each for each, traits in found.items() if traits in near}, found


def _id_of(cluster: frozenset[str], held: Iterable[str]) -> str:
    """An event keeps its id as long as the mention that it is named after; of several that became one, the first is kept."""
    possible = {event_id(mention) for mention in cluster}
    return min(possible.intersection(held) or possible)


def _contended(place: str | None, actors: Iterable[str]) -> frozenset[str]:
    """The things by whose locks two writers of one event meet: its place, else its actors."""
    return frozenset({place} if place is not None else actors)


def _difference(fingerprint_by_id: Mapping[str, str], wanted: list[Row]) -> tuple[list[str], list[Row]]:
    """What goes and what comes."""
    kept = {row["id"] for row in wanted if fingerprint_by_id.get(row["id"]) == row["properties"]["fingerprint"]}
    return sorted(fingerprint_by_id.keys() - kept), [row for row in wanted if row["id"] not in kept]
