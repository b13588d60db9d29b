"""The shapes of a timeline."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from app.schemas import ResolvedName, StatementOut
from app.schemas_events import EventOut
from graph.model import StatementRecord
from graph.model_events import EventRecord
from graph.model_views import Timeline, TimelineGroup


class TimelineStatement(StatementOut):
    """A statement on a timeline."""

    kind: Literal["Statement"] = "Statement"


class TimelineEvent(EventOut):
    """An event on a timeline."""

    kind: Literal["Event"] = "Event"


TimelineItem = TimelineStatement | TimelineEvent


def timeline_item(found: StatementRecord | EventRecord) -> TimelineItem:
    """The shape of a statement or of an event."""
    if isinstance(found, StatementRecord):
        return TimelineStatement(**StatementOut.of(found).model_dump())
    return TimelineEvent(**EventOut.of(found).model_dump())


class GroupOut(BaseModel):
    """What began in a day, week or month: `end` is exclusive, all null for what no report gives any day for."""

    start: str | None
    end: str | None
    edtf: str | None
    count: int = Field(description="how many there are on all pages")
    more: bool = Field(description="there are more than `count`")
    items: list[Annotated[TimelineItem, Field(discriminator="kind")]]

    @classmethod
    def of(cls, found: TimelineGroup) -> GroupOut:
        """The shape of a group."""
        span = found.span
        return cls(
            start=span.start.isoformat() if span is not None and span.start is not None else None,
            end=span.end.isoformat() if span is not None and span.end is not None else None,
            edtf=span.edtf if span is not None else None,
            count=found.count, more=found.more,
            items=[timeline_item(each) for each in found.items],
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
