"""Turns the things that reports share into the rows that the Cypher files write: each once, however many reports lean on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import timedelta
from functools import lru_cache

from graph.model import Actor, GraphBatch, Nearness, Place
from graph.names import fold_name
from graph.rows import Row, fingerprint_of, iso
from graph.timespan import TimeSpan, month_span, year_span

# Rows of places and actors that are kept, for most reports lean on the same ones.
ROWS_KEPT = 4_096


def sources(batches: Iterable[GraphBatch]) -> list[Row]:
    """Publisher rows; of several names of one publisher the first."""
    found: dict[str, Row] = {}
    for each in (batch.report.source for batch in batches):
        if each is not None and (each.id not in found or each.name < found[each.id]["name"]):
            found[each.id] = {"id": each.id, "name": each.name, "kind": each.kind}
    return [found[each] for each in sorted(found)]


def dates(batches: Iterable[GraphBatch]) -> list[Row]:
    """Every date of the batches with the months and years that hold it, larger ones first."""
    named: list[TimeSpan] = []
    for batch in batches:
        named += [each.said for each in batch.statements if each.said.start is not None]
        if batch.report.published is not None:
            named.append(batch.report.published)
    return dates_of(named)


def dates_of(named: Iterable[TimeSpan]) -> list[Row]:
    """Date rows of spans with the months and years that hold them, larger ones first; spans without a start or an end have none."""
    spans: dict[str, TimeSpan] = {}
    pending = list(named)
    while pending:
        span = pending.pop()
        edtf = span.edtf
        if edtf is None or edtf in spans or span.start is None or span.end is None:
            continue
        spans[edtf] = span
        if (larger := _larger(span)) is not None:
            pending.append(larger)
    ordered = sorted(spans.items(), key=lambda item: (-_length_days(item[1]), item[0]))
    return [
        {
            "edtf": edtf,
            "start": iso(span.start),
            "end": iso(span.end),
            "precision": span.precision,
            "within": larger.edtf if (larger := _larger(span)) is not None else None,
        }
        for edtf, span in ordered
    ]


def places(batches: Iterable[GraphBatch]) -> list[Row]:
    """Place rows, larger ones first."""
    place_by_id = {place.id: place for batch in batches for place in batch.places}

    def depth(place: Place) -> int:
        steps, current = 0, place
        while current.within in place_by_id and steps < len(place_by_id):
            current = place_by_id[current.within]
            steps += 1
        return steps

    return [_place(place) for place in sorted(place_by_id.values(), key=lambda place: (depth(place), place.id))]


def nearnesses(batches: Iterable[GraphBatch]) -> list[Row]:
    """NEAR rows, in the order of their places."""
    place_by_id = {place.id: place for batch in batches for place in batch.places}
    return [
        {"place": place.id, "other": place.near.place_id, "properties": _nearness(place.near)}
        for place in (place_by_id[each] for each in sorted(place_by_id))
        if place.near is not None
    ]


def actors(batches: Iterable[GraphBatch]) -> list[Row]:
    """Actor rows, in the order of their ids."""
    actor_by_id = {actor.id: actor for batch in batches for actor in batch.actors}
    return [_actor(actor_by_id[each]) for each in sorted(actor_by_id)]


def names_by_actor(batches: Iterable[GraphBatch]) -> Mapping[str, set[str]]:
    """What the batches call the actors that are known from text alone."""
    found: dict[str, set[str]] = defaultdict(set)
    for batch in batches:
        derived = {actor.id for actor in batch.actors if actor.derived}
        for each in batch.mentions:
            if each.thing_id in derived:
                found[each.thing_id].add(each.name)
    return found


def actor_names(row: Row, names: Iterable[str]) -> Row:
    """A row that gives an actor known from text alone the first of its names, and all others as aliases: no order of loading matters."""
    first, *others = sorted(names)
    return {
        "id": row["id"],
        "name": first,
        "aliases": others,
        "folded_names": folded_names(first, tuple(others), row["kind"]),
    }


def folded_names(name: str, aliases: tuple[str, ...], kind: str | None = None) -> list[str]:
    """Every spelling of a thing as look-ups fold it; of a person the surname alone, too."""
    folded = {fold_name(each) for each in (name, *aliases)}
    if kind == "Person" and (words := fold_name(name).split()):
        folded.add(words[-1])
    return sorted(folded - {""})


@lru_cache(ROWS_KEPT)
def _place(place: Place) -> Row:
    properties = {
        "name": place.name, "aliases": list(place.aliases), "feature": place.feature, "country": place.country,
        "precision": place.precision, "radius_km": place.radius_km,
        "folded_names": folded_names(place.name, place.aliases),
    }  # fmt: skip
    row = {
        "id": place.id, "properties": properties, "latitude": place.latitude, "longitude": place.longitude, "within": place.within,
    }  # fmt: skip
    near = {"near": [place.near.place_id, _nearness(place.near)]} if place.near is not None else {}
    return {**row, "fingerprint": fingerprint_of({**row, **near})}


def _nearness(near: Nearness) -> Row:
    """The properties of a NEAR relationship: those that are told."""
    told = {"distance_km": near.distance_km, "direction": near.direction}
    return {name: value for name, value in told.items() if value is not None}


@lru_cache(ROWS_KEPT)
def _actor(actor: Actor) -> Row:
    properties = {
        "name": actor.name, "aliases": list(actor.aliases), "kind": actor.kind, "side": actor.side, "wikidata": actor.wikidata,
        "derived": actor.derived, "folded_names": folded_names(actor.name, actor.aliases, actor.kind),
    }  # fmt: skip
    row = {"id": actor.id, "kind": actor.kind, "derived": actor.derived, "properties": properties}
    return {**row, "fingerprint": fingerprint_of(row)}


def _length_days(span: TimeSpan) -> int:
    assert span.start is not None
    assert span.end is not None
    return (span.end - span.start).days


def _larger(span: TimeSpan) -> TimeSpan | None:
    """The month that holds a span of days, else the year that holds it, else none."""
    if span.start is None or span.end is None:
        return None
    last = span.end - timedelta(days=1)
    if span.precision in ("day", "days", "week") and (span.start.year, span.start.month) == (last.year, last.month):
        month = month_span(span.start.year, span.start.month)
        if month.edtf != span.edtf:
            return month
    if span.start.year == last.year:
        year = year_span(span.start.year)
        if year.edtf != span.edtf:
            return year
    return None
