"""A timeline as CSV (RFC 4180), one statement a line, in which no cell is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from app.formats.characters import without_controls
from app.schemas import StatementOut

MEDIA_TYPE = "text/csv; charset=utf-8; header=present"

COLUMNS = (
    "kind", "id", "edtf", "start", "end", "precision", "basis", "speaker", "speaker_id", "content", "mode", "act", "polarity",
    "about", "about_ids", "report", "report_ref", "report_title", "report_url", "source", "published",
    "evidence", "evidence_start", "evidence_end", "confidence",
)  # fmt: skip

# What spreadsheets take for the beginning of a formula, in its wide forms too (OWASP, CSV injection).
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def to_csv(statements: Sequence[StatementOut]) -> str:
    """The lines, the names of the columns first; several values of a cell are parted by `; `."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(_line(each) for each in statements)
    return target.getvalue()


def cell(value: str | float | None) -> str:
    """One cell; what a spreadsheet would compute begins with an apostrophe instead."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value)
    harmless = without_controls(value)
    begins = harmless.startswith(_FORMULA_STARTS) or harmless.lstrip().startswith(_FORMULA_STARTS)
    return f"'{harmless}" if begins else harmless


def _line(found: StatementOut) -> list[str]:
    values = (
        "Statement", found.id, found.said.edtf, found.said.start, found.said.end, found.said.precision, found.said.basis,
        found.speaker.name, found.speaker.id, found.content, found.mode, found.act, found.polarity,
        "; ".join(each.name for each in found.about), "; ".join(each.id for each in found.about),
        found.report.id, found.report.ref, found.report.title, found.report.url, found.report.source, found.report.published,
        found.evidence.text, found.evidence.start, found.evidence.end, found.confidence,
    )  # fmt: skip
    return [cell(each) for each in values]
