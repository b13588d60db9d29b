"""Turns what one report says into the rows that the Cypher files write."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from graph.clock import clock_of
from graph.ids import digest
from graph.model import GraphBatch, Mention, Report, Statement

Row = dict[str, Any]


def report(found: Report, ingested_at: str) -> Row:
    """A report's own node."""
    properties = {
        "ref": found.ref, "title": found.title, "url": found.url, "language": found.language, "text": found.text,
        "content_hash": found.content_hash, "metadata_hash": found.metadata_hash,
        "extraction_version": found.extraction_version, "published_basis": found.published_basis, "status": "active",
    }  # fmt: skip
    return {
        "id": found.id,
        "properties": properties,
        "published_start": iso(found.published.start) if found.published else None,
        "published_end": iso(found.published.end) if found.published else None,
        "ingested_at": ingested_at,
    }


def report_links(found: Report) -> Row:
    """A report's publisher and day of publication."""
    return {
        "id": found.id,
        "source": found.source.id if found.source is not None else None,
        "source_name": found.source.name if found.source is not None else None,
        "date": found.published.edtf if found.published is not None else None,
    }


def statements(batch: GraphBatch) -> list[Row]:
    """Statement rows; the fingerprint covers all that is written of a statement, its topics too."""
    return [_statement(each, batch.report.id) for each in sorted(batch.statements, key=lambda each: each.id)]


def about(batches: Iterable[GraphBatch]) -> tuple[list[Row], list[Row]]:
    """ABOUT rows of places and of actors, by thing; each carries what the main query seeks by."""
    places: list[Row] = []
    actors: list[Row] = []
    for batch in batches:
        place_ids = {place.id for place in batch.places}
        for each in batch.statements:
            clock = clock_of(each.clock_start, each.clock_end)
            for thing in each.about_ids:
                row = {
                    "statement": each.id, "thing": thing, "speaker": each.speaker_id,
                    "day": clock.day, "last_day": clock.last_day, "extent": clock.extent,
                }  # fmt: skip
                (places if thing in place_ids else actors).append(row)
    return tuple(sorted(found, key=lambda row: (row["thing"], row["statement"])) for found in (places, actors))  # type: ignore[return-value]


def mention(found: Mention, report_id: str) -> Row:
    """A MENTIONS row."""
    return {
        "report": report_id,
        "thing": found.thing_id,
        "start": found.start,
        "end": found.end,
        "surface": found.surface,
        "name": found.name,
        "reason": found.reason,
    }


def _statement(each: Statement, report_id: str) -> Row:
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
        "said_start": iso(each.said.start),
        "said_end": iso(each.said.end),
        "said_on": each.said.edtf if each.said.start is not None else None,
        "told_to": each.told_to_id,
        "said_at": each.said_at_id,
    }
    fingerprint = fingerprint_of({**row, "about": sorted(each.about_ids), "parent": each.parent_id})
    return {**row, "report": report_id, "properties": {**properties, "fingerprint": fingerprint}}


def fingerprint_of(row: Row) -> str:
    """A hash of a row, to tell whether what it writes is written already."""
    return digest(json.dumps(row, sort_keys=True, ensure_ascii=False))


def iso(day: date | None) -> str | None:
    """A day as text."""
    return day.isoformat() if day is not None else None
