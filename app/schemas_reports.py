"""The shapes of answers about reports, and of the characters that name a thing."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from app.links import link
from app.schemas import EvidenceOut, ReportRef, ThingOut
from graph.model_views import MentionRecord, NamedThing, ReportRecord


class MentionOut(BaseModel):
    """The characters of a report that name a thing."""

    report: ReportRef
    evidence: EvidenceOut

    @classmethod
    def of(cls, found: MentionRecord) -> MentionOut:
        """The shape of a mention."""
        return cls(
            report=ReportRef.naming(found.report),
            evidence=EvidenceOut(start=found.start, end=found.end, text=found.surface, before=None, after=None),
        )  # fmt: skip


class ReportCounts(BaseModel):
    """How much a report contributes."""

    statements: int
    mentions: int


class ReportOut(ReportRef):
    """One report, without its text."""

    language: str | None
    published_edtf: str | None = Field(description="the days of publication; one day as `published`")
    published_basis: Literal["metadata", "text", "none"]
    counts: ReportCounts
    links: dict[str, str] = Field(description="addresses of this service that say more")

    @classmethod
    def of(cls, found: ReportRecord) -> ReportOut:
        """The shape of a report."""
        start = found.published.start if found.published is not None else None
        return cls(
            id=found.id, ref=found.ref, title=found.title, url=found.url, source=found.source,
            published=start.isoformat() if start is not None else None, language=found.language,
            published_edtf=found.published.edtf if found.published is not None else None,
            published_basis=found.published_basis,
            counts=ReportCounts(statements=found.statement_count, mentions=found.mention_count),
            links={
                "self": link("reports", found.id),
                "statements": link("statements", report=found.id),
                "neighbours": link("neighbours", found.id),
            },
        )  # fmt: skip


class NamedOut(ThingOut):
    """A thing that the report names: how often, and where first."""

    count: int
    first: EvidenceOut

    @classmethod
    def naming(cls, found: NamedThing) -> NamedOut:
        """The shape of a thing that a report names."""
        return cls(
            id=found.thing.id, name=found.thing.name, kind=found.thing.kind, count=found.count,
            first=EvidenceOut(start=found.start, end=found.end, text=found.surface, before=None, after=None),
        )  # fmt: skip


class ReportDetail(ReportOut):
    """One report with what it names, in the order in which it first does."""

    text: str | None = Field(
        description="the whole text as read, in which all offsets count; null unless the service is set to show it"
    )
    mentions: list[NamedOut]


class ReportList(BaseModel):
    """A page of reports; `next` is the cursor of the page after, null at the end."""

    items: list[ReportOut]
    next: str | None
