"""Writes what reports tell of events and figures, and makes anew the events that this touches, all in the reports' transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from graph import event_store, rows_events
from graph.event_clusters import CHANGED_STEPS, Traits, agree, by_block, clusters, windows
from graph.event_store import HeldEvent
from graph.event_views import EventView, Telling, view_of
from graph.ids import event_id
from graph.model import GraphBatch
from graph.rows import Row
from graph.transaction import Transaction


@dataclass(frozen=True, slots=True)
class EventContribution:
    """What the graph holds of the events and figures of reports before they are loaded again; dictionaries by the id of a mention."""

    fingerprint_by_figure: dict[str, str]
    fingerprint_by_mention: dict[str, str]
    traits_by_mention: dict[str, Traits]
    event_by_mention: dict[str, str]


def event_contributions(tx: Transaction, report_ids: Set[str]) -> EventContribution:
    """What the reports told of events and figures; to be read before their statements go."""
    found = tx.read_ids("event_contribution", report_ids)
    mentions = [row for held in found for row in held["mentions"]]
    return EventContribution(
        fingerprint_by_figure={id_: each for held in found for id_, each in held["figures"]},
        fingerprint_by_mention={row["id"]: row["fingerprint"] for row in mentions},
        traits_by_mention={row["id"]: event_store.traits(row) for row in mentions},
        event_by_mention={row["id"]: row["event"] for row in mentions if row["event"] is not None},
    )


def exchange_events(
    tx: Transaction,
    batches: Iterable[GraphBatch],
    fingerprint_by_statement: Mapping[str, str],
    before: EventContribution,
    canonical_by_actor: Mapping[str, str],
) -> None:
    """Puts the events and figures of the batches in the place of those that their reports told before; what is told as before stays."""
    mentions: list[Row] = []
    figures: list[Row] = []
    for batch in batches:
        of_report = rows_events.event_mentions(batch, fingerprint_by_statement)
        mentions += of_report
        figures += rows_events.figures(batch, fingerprint_by_statement, of_report)
    stale, new = _difference(before.fingerprint_by_mention, mentions)
    stale_figures, new_figures = _difference(before.fingerprint_by_figure, figures)
    if stale_figures:
        tx.run("remove_figures", ids=stale_figures)
    if stale:
        tx.run("remove_event_mentions", ids=stale)
    held: dict[str, HeldEvent] = {}
    views: list[EventView] = []
    if stale or new:
        views, held = _views(
            tx,
            new=event_store.new_tellings(new, figures, canonical_by_actor),
            gone={before.traits_by_mention[each] for each in stale},
            events={before.event_by_mention[each] for each in stale if each in before.event_by_mention},
        )
    tx.run_rows("event_mentions", new)
    tx.run_rows("figures", new_figures)
    event_store.write(tx, views, held)


def _views(
    tx: Transaction, new: Mapping[str, Telling], gone: set[Traits], events: set[str]
) -> tuple[list[EventView], dict[str, HeldEvent]]:
    """The events of all new mentions, of those whose event may be another now, and of all that share one with them; and as they are held.

    `gone` are the traits of mentions that went, `events` what they told.
    """
    tellings = dict(new)
    traits_by_id = {each.id: each.traits for each in new.values()}
    held: dict[str, HeldEvent] = {}
    pending: set[str] = set()
    seeds = gone | set(traits_by_id.values())
    while pending or seeds:
        read = event_store.tellings(tx, pending)
        traits_by_id |= {each.id: each.traits for each in read.values()}
        near, around = _around(tx, seeds | {each.traits for each in read.values()})
        traits_by_id |= around
        read |= event_store.tellings(tx, near - read.keys() - tellings.keys())
        tellings |= read
        events |= {each.event_id for each in read.values() if each.event_id is not None}
        held |= event_store.held_events(tx, events - held.keys())
        pending, seeds = {mention for each in held.values() for mention in each.mentions} - tellings.keys(), set()
    views = [
        view_of(_id_of(cluster, held), [tellings[each] for each in sorted(cluster)])
        for cluster in clusters(traits_by_id)
        if cluster <= tellings.keys()
    ]
    return views, held


def _around(tx: Transaction, seeds: set[Traits]) -> tuple[set[str], dict[str, Traits]]:
    """The mentions whose event may change with those of the seeds, and these together with all that they agree with."""
    found: dict[str, Traits] = {}
    reached, near, frontier = set(seeds), set(seeds), set(seeds)
    for step in range(1, CHANGED_STEPS + 2):
        found |= event_store.candidates(tx, {window for traits in frontier for window in windows(traits)})
        unreached = set(found.values()) - reached
        frontier_by_block = by_block(frontier)
        frontier = {one for one in unreached if any(agree(one, other) for other in frontier_by_block[one.block])}
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


def _difference(fingerprint_by_id: Mapping[str, str], wanted: list[Row]) -> tuple[list[str], list[Row]]:
    """What goes and what comes."""
    kept = {row["id"] for row in wanted if fingerprint_by_id.get(row["id"]) == row["properties"]["fingerprint"]}
    return sorted(fingerprint_by_id.keys() - kept), [row for row in wanted if row["id"] not in kept]
