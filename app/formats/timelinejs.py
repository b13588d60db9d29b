"""A timeline as the JSON of Knight Lab's TimelineJS, which shows texts as HTML: all of it is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from pydantic import BaseModel

from app.formats.characters import escaped, web_address
from app.schemas import StatementOut

# Coarser spans are shown as their unit, not as its first day.
_SHOWN_PARTS = {"month": 2, "season": 2, "year": 1, "years": 1}


class Date(BaseModel):
    """A day; without `day` a month, without `month` a year."""

    year: int
    month: int | None = None
    day: int | None = None


class Text(BaseModel):
    """HTML."""

    headline: str
    text: str


class Slide(BaseModel):
    """What was said, on its day; `display_date` where the report tells no day."""

    unique_id: str
    group: str
    start_date: Date
    end_date: Date | None = None
    display_date: str | None = None
    text: Text


class TitleSlide(BaseModel):
    """The first slide."""

    text: Text


class TimelineJs(BaseModel):
    """What TimelineJS draws; `undated` counts what has no day to stand on."""

    title: TitleSlide
    events: list[Slide]
    undated: int


def to_timelinejs(dated: Sequence[tuple[StatementOut, str | None]], headline: str) -> TimelineJs:
    """Slides of statements, each with the day by which it is ordered."""
    events = [_slide(found, date.fromisoformat(day)) for found, day in dated if day is not None]
    undated = len(dated) - len(events)
    title = TitleSlide(text=Text(headline=escaped(headline), text=f"<p>Statements: {len(events)}</p>"))
    return TimelineJs(title=title, events=events, undated=undated)


def _slide(found: StatementOut, day: date) -> Slide:
    about = ", ".join(each.name for each in found.about)
    headline = f"{found.speaker.name} on {about}" if about else found.speaker.name
    parts = _SHOWN_PARTS.get(found.said.precision, 3)
    last = None
    if found.said.start is not None and found.said.end is not None:
        last = date.fromisoformat(found.said.end) - timedelta(days=1)
    end_date = _date(last, parts) if last is not None and _date(last, parts) != _date(day, parts) else None
    return Slide(
        unique_id=found.id,
        group=escaped(found.speaker.name),
        start_date=_date(day, parts),
        end_date=end_date,
        display_date=f"reported on {day.isoformat()}" if found.said.start is None else None,
        text=Text(headline=escaped(headline), text=_body(found)),
    )


def _body(found: StatementOut) -> str:
    """The words, and the report that they stand in."""
    report = escaped(found.report.title or found.report.ref)
    if (address := web_address(found.report.url)) is not None:
        report = f'<a href="{escaped(address)}" rel="noopener noreferrer">{report}</a>'
    origin = ", ".join([report, *(escaped(each) for each in (found.report.source, found.report.published) if each)])
    return f"<blockquote>{escaped(found.content or found.evidence.text)}</blockquote><p>{origin}</p>"


def _date(day: date, parts: int) -> Date:
    return Date(year=day.year, month=day.month if parts > 1 else None, day=day.day if parts > 2 else None)
