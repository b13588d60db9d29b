"""What every format says of a statement or an event alike: when it was, and where in which report it is told."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field

from app.formats.characters import without_controls
from app.schemas import EvidenceOut, ReportRef, SaidOut
from app.schemas_events import WhenOut
from app.schemas_timeline import TimelineItem, TimelineStatement

Shown = Annotated[str, AfterValidator(without_controls)]
"""A text of strangers, as programs may show it."""


class Telling(BaseModel):
    """When, and the characters of a report that say so; of an event those of its first mention."""

    edtf: str | None
    start: str | None = Field(description="the first day")
    end: str | None = Field(description="the day after the last")
    precision: str
    basis: str
    report: str
    report_ref: Shown
    report_title: Shown | None
    report_url: str | None
    source: Shown | None
    published: str | None
    evidence: Shown
    evidence_start: int
    evidence_end: int

    @classmethod
    def of(cls, found: TimelineItem) -> Telling:
        """The telling of a statement or an event."""
        if isinstance(found, TimelineStatement):
            return cls._told(found.said, found.report, found.evidence)
        first = found.mentions[0]
        return cls._told(found.when, first.report, first.evidence)

    @classmethod
    def _told(cls, when: SaidOut | WhenOut, report: ReportRef, evidence: EvidenceOut) -> Telling:
        return cls(
            edtf=when.edtf, start=when.start, end=when.end, precision=when.precision, basis=when.basis,
            report=report.id, report_ref=report.ref, report_title=report.title, report_url=report.url, source=report.source,
            published=report.published,
            evidence=evidence.text, evidence_start=evidence.start, evidence_end=evidence.end,
        )  # fmt: skip
