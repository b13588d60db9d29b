"""Turns a batch into the rows that the Cypher files write."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from graph.clock import clock_of
from graph.ids import digest
from graph.model import Actor, GraphBatch, Mention, Place, Report, Source, Statement
from graph.names import fold_name
from graph.timespan import TimeSpan, month_span, year_span

Row = dict[str, Any]


def report(found: Report) -> Row:
    """The parameters of a report's own node."""
    properties = {
        "ref": found.ref, "title": found.title, "url": found.url, "language": found.language, "text": found.text,
        "content_hash": found.content_hash, "metadata_hash": found.metadata_hash,
        "extraction_version": found.extraction_version, "published_basis": found.published_basis, "status": "active",
    }  # fmt: skip
    return {
        "properties": properties,
        "published_start": _iso(found.published.start) if found.published else None,
        "published_end": _iso(found.published.end) if found.published else None,
    }


def source(found: Source) -> Row:
    """A publisher's row."""
    return {"id": found.id, "name": found.name, "kind": found.kind}


def dates(batch: GraphBatch) -> list[Row]:
    """Every date of the batch with the months and years that hold it, larger ones first."""
    named = [each.said for each in batch.statements if each.said.start is not None]
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
            "start": _iso(span.start),
            "end": _iso(span.end),
            "precision": span.precision,
            "within": larger.edtf if (larger := _larger(span)) is not None else None,
        }
        for edtf, span in ordered
    ]


def places(batch: GraphBatch) -> list[Row]:
    """Place rows, larger ones first."""
    place_by_id = {place.id: place for place in batch.places}

    def depth(place: Place) -> int:
        steps, current = 0, place
        while current.within in place_by_id and steps < len(place_by_id):
            current = place_by_id[current.within]
            steps += 1
        return steps

    return [_place(place) for place in sorted(batch.places, key=lambda place: (depth(place), place.id))]


def actors(batch: GraphBatch) -> list[Row]:
    """Actor rows, in the order of their ids."""
    return [_actor(actor) for actor in sorted(batch.actors, key=lambda actor: actor.id)]


def statements(batch: GraphBatch) -> list[Row]:
    """Statement rows; the fingerprint covers all that is written of a statement, its topics too."""
    return [_statement(each) for each in sorted(batch.statements, key=lambda each: each.id)]


def about(batch: GraphBatch) -> list[Row]:
    """ABOUT rows, by thing so that two writers meet in one order; each carries what the main query seeks by."""
    found: list[Row] = []
    for each in batch.statements:
        clock = clock_of(each.clock_start, each.clock_end)
        found.extend(
            {
                "statement": each.id, "thing": thing, "speaker": each.speaker_id,
                "day": clock.day, "last_day": clock.last_day, "extent": clock.extent,
            }
            for thing in each.about_ids
        )  # fmt: skip
    return sorted(found, key=lambda row: (row["thing"], row["statement"]))


def mention(found: Mention) -> Row:
    """A MENTIONS row."""
    return {
        "thing": found.thing_id,
        "start": found.start,
        "end": found.end,
        "surface": found.surface,
        "name": found.name,
        "reason": found.reason,
    }


def folded_names(name: str, aliases: tuple[str, ...], kind: str | None = None) -> list[str]:
    """Every spelling of a thing as look-ups fold it; of a person the surname alone, too."""
    folded = {fold_name(each) for each in (name, *aliases)}
    if kind == "Person" and (words := fold_name(name).split()):
        folded.add(words[-1])
    return sorted(folded - {""})


def _place(place: Place) -> Row:
    properties = {
        "name": place.name, "aliases": list(place.aliases), "feature": place.feature, "country": place.country,
        "precision": place.precision, "radius_km": place.radius_km,
        "folded_names": folded_names(place.name, place.aliases),
    }  # fmt: skip
    row = {
        "id": place.id, "properties": properties, "latitude": place.latitude, "longitude": place.longitude, "within": place.within,
    }  # fmt: skip
    return {**row, "fingerprint": fingerprint_of(row)}


def _actor(actor: Actor) -> Row:
    properties = {
        "name": actor.name, "aliases": list(actor.aliases), "kind": actor.kind, "side": actor.side, "wikidata": actor.wikidata,
        "derived": actor.derived, "folded_names": folded_names(actor.name, actor.aliases, actor.kind),
    }  # fmt: skip
    row = {"id": actor.id, "kind": actor.kind, "derived": actor.derived, "properties": properties}
    return {**row, "fingerprint": fingerprint_of(row)}


def _statement(each: Statement) -> Row:
    clock = clock_of(each.clock_start, each.clock_end)
    properties = {
        "content": each.content, "spans": list(each.spans), "mode": each.mode, "cue": each.cue, "act": each.act,
        "attitude": each.attitude, "polarity": each.polarity, "epistemic": each.epistemic, "asserted": each.asserted,
        "speaker": each.speaker_id, "speaker_as_written": each.speaker_as_written, "speaker_role": each.speaker_role,
        "said_precision": each.said.precision, "said_basis": each.said_basis, "said_phrase": each.said_phrase,
        "said_rule": each.said_rule, "evidence": each.evidence, "confidence": each.confidence,
        "day": clock.day, "last_day": clock.last_day, "extent": clock.extent,
    }  # fmt: skip
    row = {
        "id": each.id,
        "properties": properties,
        "speaker": each.speaker_id,
        "spoken": each.attitude == "speech",
        "start": each.evidence_start,
        "end": each.evidence_end,
        "said_start": _iso(each.said.start),
        "said_end": _iso(each.said.end),
        "said_on": each.said.edtf if each.said.start is not None else None,
        "told_to": each.told_to_id,
        "said_at": each.said_at_id,
    }
    fingerprint = fingerprint_of({**row, "about": sorted(each.about_ids), "parent": each.parent_id})
    return {**row, "properties": {**properties, "fingerprint": fingerprint}}


def fingerprint_of(row: Row) -> str:
    """A hash of a row, to tell whether what it writes is written already."""
    return digest(json.dumps(row, sort_keys=True, ensure_ascii=False))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


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
