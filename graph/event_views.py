"""An event as it follows from its mentions: what it is called, when and where it was, who took part, who claims it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.event_clusters import Traits
from graph.model_events import Participation
from graph.timespan import TimeSpan

# Whence a day is, best first.
_BASES = ("explicit", "relative", "inherited", "publication", "none")

PropertyValue = str | list[str] | None


@dataclass(frozen=True, slots=True)
class Telling:
    """One mention with all that its event follows from; `published` is the first day of its report's publication.

    `event_id` is the event that it told before, None where it is new.
    """

    id: str
    event_id: str | None
    traits: Traits
    type: str
    modes: tuple[str, ...]
    control_change: str
    modality: str
    evidence: str
    when: TimeSpan
    when_basis: str
    day: str
    last_day: str
    extent: str
    place_id: str | None
    place_precision: str | None
    participations: frozenset[Participation]
    statement_id: str | None
    stance: str | None
    figure_ids: tuple[str, ...]
    report_id: str
    published: str | None
    start: int


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """A relationship of an event, seen from it: its type, the id (or EDTF) at its other end, its properties by name."""

    type: str
    other: str
    properties: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class EventView:
    """An event with its properties, its span and its relationships."""

    id: str
    properties: dict[str, PropertyValue]
    when: TimeSpan
    links: frozenset[Link]


def view_of(event_id: str, tellings: Sequence[Telling]) -> EventView:
    """The event that these mentions tell; no order of them matters.

    Its day is the shortest that is told, for the longer ones hold most of it; its summary the clause of the earliest report.
    """
    first = min(tellings, key=_by_publication)
    dated = min(
        tellings,
        key=lambda each: (_length_days(each.when), each.day, _BASES.index(each.when_basis), _by_publication(each)),
    )
    happened = any(each.modality == "actual" for each in tellings)
    clock = {"day": dated.day, "last_day": dated.last_day, "extent": dated.extent}
    properties: dict[str, PropertyValue] = {
        "id": event_id,
        "type": first.type,
        "modes": sorted({mode for each in tellings for mode in each.modes}),
        "control_change": first.control_change,
        "modality": "actual" if happened else first.modality,
        "summary": " ".join(first.evidence.split()),
        "start": dated.when.start.isoformat() if dated.when.start is not None else None,
        "end": dated.when.end.isoformat() if dated.when.end is not None else None,
        "precision": dated.when.precision,
        "basis": dated.when_basis,
        **clock,
    }
    return EventView(event_id, properties, dated.when, _links(event_id, tellings, dated, clock))


def _links(event_id: str, tellings: Sequence[Telling], dated: Telling, clock: dict[str, str]) -> frozenset[Link]:
    """All relationships; those that questions seek by carry what they seek."""
    links = {Link("MENTION_OF", each.id) for each in tellings}
    links |= {Link("ABOUT", figure) for each in tellings for figure in each.figure_ids}
    links |= {
        Link("CLAIMS", each.statement_id, (("stance", each.stance),))
        for each in tellings
        if each.statement_id is not None and each.stance is not None
    }
    if dated.when.start is not None and dated.when.edtf is not None:
        links.add(Link("ON", dated.when.edtf))
    place: dict[str, str] = {} if dated.place_id is None else {"place": dated.place_id}
    sought = {"event": event_id, **clock, **place}
    if dated.place_id is not None:
        at = {**sought, "precision": dated.place_precision or "unknown"}
        links.add(Link("AT", dated.place_id, sorted_items(at)))
    for part in {part for each in tellings for part in each.participations}:
        properties = {**sought, "actor": part.actor_id, "role": part.role}
        links.add(Link("TOOK_PART", part.actor_id, sorted_items(properties)))
    return frozenset(links)


def sorted_items(properties: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Properties as a value, in the order of their names."""
    return tuple(sorted(properties.items()))


def _by_publication(telling: Telling) -> tuple[bool, str, str, int, str]:
    """The earliest report first, those without a day last."""
    return (telling.published is None, telling.published or "", telling.report_id, telling.start, telling.id)


def _length_days(span: TimeSpan) -> float:
    return (span.end - span.start).days if span.start is not None and span.end is not None else float("inf")
