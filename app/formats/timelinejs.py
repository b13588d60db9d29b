"""A timeline as the JSON of Knight Lab's TimelineJS, which shows texts as HTML: all of it is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from pydantic import BaseModel

from app.formats.characters import escaped, web_address
from app.schemas import EvidenceOut, ReportRef
from app.schemas_timeline import TimelineEvent, TimelineItem, TimelineStatement

# The row of what happened, above those of who spoke.
EVENTS_GROUP = "Events"

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
    """What happened or was said, on its day; `display_date` where the report tells no day."""

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


def to_timelinejs(dated: Sequence[tuple[TimelineItem, str | None]], headline: str) -> TimelineJs:
    """Slides of events and statements, each with the day by which it is ordered."""
    slides = [_slide(found, date.fromisoformat(day)) for found, day in dated if day is not None]
    events = sum(isinstance(found, TimelineEvent) for found, day in dated if day is not None)
    counts = f"<p>Events: {events}, statements: {len(slides) - events}</p>"
    title = TitleSlide(text=Text(headline=escaped(headline), text=counts))
    return TimelineJs(title=title, events=slides, undated=len(dated) - len(slides))


def _slide(found: TimelineItem, day: date) -> Slide:
    when = found.said if isinstance(found, TimelineStatement) else found.when
    parts = _SHOWN_PARTS.get(when.precision, 3)
    last = None
    if when.start is not None and when.end is not None:
        last = date.fromisoformat(when.end) - timedelta(days=1)
    end_date = _date(last, parts) if last is not None and _date(last, parts) != _date(day, parts) else None
    return Slide(
        unique_id=found.id,
        group=escaped(found.speaker.name) if isinstance(found, TimelineStatement) else EVENTS_GROUP,
        start_date=_date(day, parts),
        end_date=end_date,
        display_date=f"reported on {day.isoformat()}" if when.start is None else None,
        text=_of_statement(found) if isinstance(found, TimelineStatement) else _of_event(found),
    )


def _of_statement(found: TimelineStatement) -> Text:
    """Who spoke about what; the words."""
    about = ", ".join(each.name for each in found.about)
    headline = f"{found.speaker.name} on {about}" if about else found.speaker.name
    return Text(headline=escaped(headline), text=_quoted(found.content or found.evidence.text, found.report))


def _of_event(found: TimelineEvent) -> Text:
    """What happened where, each report in its own words."""
    headline = f"{found.place.name}: {found.summary}" if found.place is not None else found.summary
    told = "".join(_quoted(_words(each.evidence), each.report) for each in found.mentions)
    return Text(headline=escaped(headline), text=told)


def _words(evidence: EvidenceOut) -> str:
    return " ".join(evidence.text.split())


def _quoted(words: str, found: ReportRef) -> str:
    """Words, and the report that they stand in."""
    report = escaped(found.title or found.ref)
    if (address := web_address(found.url)) is not None:
        report = f'<a href="{escaped(address)}" rel="noopener noreferrer">{report}</a>'
    origin = ", ".join([report, *(escaped(each) for each in (found.source, found.published) if each)])
    return f"<blockquote>{escaped(words)}</blockquote><p>{origin}</p>"


def _date(day: date, parts: int) -> Date:
    return Date(year=day.year, month=day.month if parts > 1 else None, day=day.day if parts > 2 else None)
