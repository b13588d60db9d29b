"""A timeline as CSV (RFC 4180), one statement or event a line, in which no cell is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from app.formats.characters import without_controls
from app.formats.telling import Telling
from app.schemas_timeline import TimelineEvent, TimelineItem, TimelineStatement

MEDIA_TYPE = "text/csv; charset=utf-8; header=present"

COLUMNS = (
    "kind", "id", "edtf", "start", "end", "precision", "basis", "speaker", "speaker_id", "content", "mode", "act", "polarity",
    "about", "about_ids", "report", "report_ref", "report_title", "report_url", "source", "published",
    "evidence", "evidence_start", "evidence_end", "confidence",
    "type", "modes", "modality", "place", "place_id", "lat", "lon", "participants", "participant_ids", "reports",
)  # fmt: skip

Value = str | float | None

# What spreadsheets take for the beginning of a formula, in its wide forms too (OWASP, CSV injection).
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def to_csv(items: Sequence[TimelineItem]) -> str:
    """The lines, the names of the columns first; several values of a cell are parted by `; `.

    An event has its summary as `content`, and the report and evidence of its first mention; `reports` counts its mentions.
    """
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(_line(each) for each in items)
    return target.getvalue()


def cell(value: Value) -> str:
    """One cell; what a spreadsheet would compute begins with an apostrophe instead."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value)
    harmless = without_controls(value)
    begins = harmless.startswith(_FORMULA_STARTS) or harmless.lstrip().startswith(_FORMULA_STARTS)
    return f"'{harmless}" if begins else harmless


def _line(found: TimelineItem) -> list[str]:
    own = _of_statement(found) if isinstance(found, TimelineStatement) else _of_event(found)
    values = {**Telling.of(found).model_dump(), **own}
    return [cell(values.get(column)) for column in COLUMNS]


def _of_event(found: TimelineEvent) -> Mapping[str, Value]:
    place, named = found.place, found.participants
    return {
        "kind": found.kind, "id": found.id, "content": found.summary,
        "type": found.type, "modes": "; ".join(found.modes), "modality": found.modality,
        "place": place.name if place is not None else None, "place_id": place.id if place is not None else None,
        "lat": place.lat if place is not None else None, "lon": place.lon if place is not None else None,
        "participants": "; ".join(each.name for each in named), "participant_ids": "; ".join(each.id for each in named),
        "reports": found.mention_count,
    }  # fmt: skip


def _of_statement(found: TimelineStatement) -> Mapping[str, Value]:
    return {
        "kind": found.kind, "id": found.id, "speaker": found.speaker.name, "speaker_id": found.speaker.id,
        "content": found.content, "mode": found.mode, "act": found.act, "polarity": found.polarity,
        "about": "; ".join(each.name for each in found.about), "about_ids": "; ".join(each.id for each in found.about),
        "confidence": found.confidence,
    }  # fmt: skip
