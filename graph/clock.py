"""The one clock by which statements are ordered and filtered, as the index keys that the main query seeks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from graph.timespan import TimeSpan

# Sorts before and after every ISO day: the bounds of a question without dates, and the day of a statement without any.
FIRST_DAY = ""
NO_DAY = "~"

# How long the span of a statement is: a question must look that far back for spans that began before its first day.
EXTENT_DAYS = {"day": 1, "month": 31, "long": None}


@dataclass(frozen=True, slots=True)
class Clock:
    """A statement's day as the indexes hold it: ISO days, both included."""

    day: str
    last_day: str
    extent: str


def clock_days(told: TimeSpan, published: TimeSpan | None) -> tuple[str | None, str | None]:
    """The days by which a thing is ordered, both included: those told, else those of publication, else none."""
    span = told if told.start is not None and told.end is not None else published
    if span is None or span.start is None or span.end is None:
        return None, None
    return span.start.isoformat(), (span.end - timedelta(days=1)).isoformat()


def clock_of(start: str | None, last: str | None) -> Clock:
    """The index keys of a span of ISO days, `last` included; None where no day is known."""
    if start is None and last is None:
        return Clock(NO_DAY, NO_DAY, "day")
    first = start or last
    final = last or start
    assert first is not None
    assert final is not None
    length_days = (date.fromisoformat(final) - date.fromisoformat(first)).days + 1
    extent = "day" if length_days <= 1 else "month" if length_days <= 31 else "long"
    return Clock(first, final, extent)


def windows(asked: TimeSpan | None, after_day: str | None) -> list[dict[str, str]]:
    """For each extent the first day to seek from, so that every span overlapping `asked` is met; `after_day` moves a later page on."""
    since = since_day(asked)
    found = []
    for extent, length_days in EXTENT_DAYS.items():
        if since == FIRST_DAY or length_days is None:
            first = FIRST_DAY
        else:
            first = days_before(date.fromisoformat(since), length_days - 1).isoformat()
        found.append({"extent": extent, "from": max(first, after_day or FIRST_DAY)})
    return found


def days_before(day: date, count: int) -> date:
    """The day `count` days earlier, or the first of the calendar."""
    return date.fromordinal(max(1, day.toordinal() - count))


def since_day(asked: TimeSpan | None) -> str:
    """The first day asked for, as an index key."""
    return asked.start.isoformat() if asked is not None and asked.start is not None else FIRST_DAY


def until_day(asked: TimeSpan | None) -> str:
    """The last day asked for, as an index key; statements without a day match only a question without dates."""
    if asked is None or (asked.start is None and asked.end is None):
        return NO_DAY
    return (asked.end - timedelta(days=1)).isoformat() if asked.end is not None else "9999-12-31"
