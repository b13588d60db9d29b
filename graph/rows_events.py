"""Turns the events and figures of a batch into the rows that the Cypher files write."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from graph.clock import clock_of
from graph.event_clusters import block_of
from graph.ids import is_unnamed
from graph.model import GraphBatch
from graph.model_events import EventMention, Figure
from graph.rows import Row, fingerprint_of, iso


def event_mentions(batch: GraphBatch, fingerprint_by_statement: Mapping[str, str]) -> list[Row]:
    """Mention rows.

    The fingerprint covers the statement and the figures too: where these are written anew, so is the mention; and the publication,
    which decides what report was the first.
    """
    kind_by_place = {place.id: place.feature or place.precision for place in batch.places}
    published = batch.report.published.edtf if batch.report.published is not None else None
    figures_by_mention: dict[str, list[str]] = defaultdict(list)
    for figure in batch.figures:
        if figure.mention_id is not None:
            figures_by_mention[figure.mention_id].append(fingerprint_of(_figure(figure)))
    found = []
    for each in sorted(batch.event_mentions, key=lambda each: each.id):
        row = _event_mention(each, kind_by_place.get(each.place_id or ""))
        told_in = fingerprint_by_statement.get(each.statement_id) if each.statement_id is not None else None
        covered = {**row, "statement": told_in, "figures": sorted(figures_by_mention[each.id]), "published": published}
        found.append(
            {
                **row,
                "properties": {**row["properties"], "fingerprint": fingerprint_of(covered)},
                "report": batch.report.id,
                "published": iso(batch.report.published.start) if batch.report.published is not None else None,
            }
        )
    return found


def figures(batch: GraphBatch, fingerprint_by_statement: Mapping[str, str], mentions: list[Row]) -> list[Row]:
    """Figure rows; the fingerprint covers what the figure stands in."""
    fingerprint_by_mention = {row["id"]: row["properties"]["fingerprint"] for row in mentions}
    found = []
    for each in sorted(batch.figures, key=lambda each: each.id):
        row = _figure(each)
        covered = {
            **row,
            "statement": fingerprint_by_statement.get(each.statement_id) if each.statement_id is not None else None,
            "mention": fingerprint_by_mention.get(each.mention_id) if each.mention_id is not None else None,
        }
        properties = {**row["properties"], "fingerprint": fingerprint_of(covered)}
        found.append({**row, "properties": properties, "report": batch.report.id})
    return found


def _event_mention(each: EventMention, kind_of_place: str | None) -> Row:
    clock = clock_of(each.clock_start, each.clock_end)
    actors, recipients = (
        sorted({part.actor_id for part in each.participations if part.role == role}) for role in ("actor", "recipient")
    )
    named = [actor for actor in actors if not is_unnamed(actor)]
    block = block_of(each.type, each.modality, each.control_change, each.when, each.place_id, named)
    properties = {
        "type": each.type, "modes": list(each.modes), "control_change": each.control_change, "modality": each.modality,
        "trigger": each.trigger, "evidence": each.evidence, "place": each.place_id,
        "place_basis": each.place_basis,
        "place_precision": None if each.place_id is None else each.place_precision or kind_of_place or "unknown",
        "actors": actors, "recipients": recipients,
        "precision": each.when.precision, "basis": each.when_basis, "phrase": each.when_phrase,
        "statement": each.statement_id, "stance": each.stance,
        "block": block, "day": clock.day, "last_day": clock.last_day, "extent": clock.extent,
    }  # fmt: skip
    return {
        "id": each.id,
        "properties": properties,
        "start": iso(each.when.start),
        "end": iso(each.when.end),
        "evidence_start": each.evidence_start,
        "evidence_end": each.evidence_end,
    }


def _figure(each: Figure) -> Row:
    properties = {
        "metric": each.metric, "low": each.low, "high": each.high, "exact": each.exact, "unit": each.unit, "side": each.side,
        "scope": each.scope, "negated": each.negated, "text": each.text,
    }  # fmt: skip
    return {
        "id": each.id,
        "properties": properties,
        "start": each.start,
        "end": each.end,
        "statement": each.statement_id,
        "mention": each.mention_id,
        "about": [] if each.mention_id is not None else sorted(each.about_ids),
    }
