"""The shapes of a timeline."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from app.schemas import ResolvedName, StatementOut
from graph.model_views import Timeline, TimelineGroup


class TimelineStatement(StatementOut):
    """A statement on a timeline."""

    kind: Literal["Statement"] = "Statement"


class GroupOut(BaseModel):
    """What began in a day, week or month: `end` is exclusive, all null for what no report gives any day for."""

    start: str | None
    end: str | None
    edtf: str | None
    count: int = Field(description="how many there are on all pages")
    more: bool = Field(description="there are more than `count`")
    items: list[TimelineStatement]

    @classmethod
    def of(cls, found: TimelineGroup) -> GroupOut:
        """The shape of a group."""
        span = found.span
        return cls(
            start=span.start.isoformat() if span is not None and span.start is not None else None,
            end=span.end.isoformat() if span is not None and span.end is not None else None,
            edtf=span.edtf if span is not None else None,
            count=found.count, more=found.more,
            items=[TimelineStatement(**StatementOut.of(each).model_dump()) for each in found.items],
        )  # fmt: skip


class TimelineOut(BaseModel):
    """A page of a timeline; a group may go on over several. `next` is the cursor of the page after, null at the end."""

    resolved: dict[str, ResolvedName | list[ResolvedName]]
    groups: list[GroupOut]
    next: str | None

    @classmethod
    def of(cls, found: Timeline, resolved: dict[str, ResolvedName | list[ResolvedName]]) -> TimelineOut:
        """The shape of a timeline."""
        return cls(resolved=resolved, groups=[GroupOut.of(each) for each in found.groups], next=found.next)
