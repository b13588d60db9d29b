"""Half-open spans of whole days with a precision, their algebra, and EDTF (ISO 8601-2) in and out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from graph.errors import InvalidDate

Precision = Literal["day", "days", "week", "month", "season", "year", "years", "unknown"]

# EDTF seasons 21-24 by first month; winter 2022-24 is December 2022 to February 2023.
SEASON_FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"\d{4}")
_DECADE = re.compile(r"(\d{3})X")
_CENTURY = re.compile(r"(\d{2})XX")


@dataclass(frozen=True, slots=True, order=True)
class TimeSpan:
    """Days `start <= day < end`; `start` None is unknown ("no later than"), `end` None is open."""

    start: date | None
    end: date | None
    precision: Precision

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.start >= self.end:
            raise InvalidDate(f"{self.start}/{self.end}", "a span starts before it ends")

    def overlaps(self, other: TimeSpan) -> bool:
        """Whether the two share a day; an unknown or open bound is unbounded."""
        return (self.start is None or other.end is None or self.start < other.end) and (
            other.start is None or self.end is None or other.start < self.end
        )

    def contains(self, day: date) -> bool:
        """Whether `day` lies in the span."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def cut_after(self, day: date) -> TimeSpan:
        """The span without the days after `day`; itself when nothing would be left."""
        limit = day + timedelta(days=1)
        if self.end is not None and self.end <= limit:
            return self
        if self.start is not None and self.start >= limit:
            return self
        single = self.start is not None and limit - self.start == timedelta(days=1)
        return TimeSpan(self.start, limit, "day" if single else "days")

    @property
    def edtf(self) -> str | None:
        """The shortest EDTF value with these bounds, None where both are unknown."""
        return to_edtf(self)


def day_span(day: date) -> TimeSpan:
    """One day."""
    return TimeSpan(day, day + timedelta(days=1), "day")


def month_span(year: int, month: int) -> TimeSpan:
    """One calendar month."""
    return TimeSpan(date(year, month, 1), _month_start(year, month + 1), "month")


def year_span(year: int) -> TimeSpan:
    """One calendar year."""
    return TimeSpan(date(year, 1, 1), date(year + 1, 1, 1), "year")


def week_span(day: date) -> TimeSpan:
    """The ISO week of `day`, Monday first."""
    monday = day - timedelta(days=day.weekday())
    return TimeSpan(monday, monday + timedelta(days=7), "week")


def season_span(year: int, season: int) -> TimeSpan:
    """EDTF season 21 (spring) to 24 (winter, running into the next year), northern hemisphere."""
    first = SEASON_FIRST_MONTH[season]
    return TimeSpan(date(year, first, 1), _month_start(year, first + 3), "season")


def years_span(first: int, last: int) -> TimeSpan:
    """From one year through another, both included."""
    return TimeSpan(date(first, 1, 1), date(last + 1, 1, 1), "years")


def parse_edtf(text: str) -> TimeSpan:
    """An EDTF day, month, year, season, decade (`202X`), century (`19XX`) or interval (`start/end`, `../end`, `start/..`).

    Qualifiers (`?`, `~`, `%`) are read and dropped: they say how sure one is, not when. Raises `InvalidDate`.
    """
    value = text.strip()
    if "/" in value:
        first, _, last = value.partition("/")
        start = None if first in ("", "..") else _parse_single(first, text).start
        end = None if last in ("", "..") else _parse_single(last, text).end
        if start is not None and end is not None and start >= end:
            raise InvalidDate(text, "the interval ends before it starts")
        return TimeSpan(start, end, _precision_of(start, end))
    return _parse_single(value, text)


def to_edtf(span: TimeSpan) -> str | None:
    """EDTF for a span: a day, month, season or year where the bounds are exactly that, else an interval of days."""
    start, end = span.start, span.end
    if start is None and end is None:
        return None
    if start is None or end is None:
        first = ".." if start is None else start.isoformat()
        last = ".." if end is None else (end - timedelta(days=1)).isoformat()
        return f"{first}/{last}"
    if end - start == timedelta(days=1):
        return start.isoformat()
    if start.day == 1 and end.day == 1:
        if end == _month_start(start.year, start.month + 1):
            return f"{start:%Y-%m}"
        if start.month == 1 and end.month == 1:
            if end.year == start.year + 1:
                return f"{start:%Y}"
            if start.year % 10 == 0 and end.year == start.year + 10:
                return f"{start.year // 10:03d}X"
            if start.year % 100 == 0 and end.year == start.year + 100:
                return f"{start.year // 100:02d}XX"
            return f"{start:%Y}/{end.year - 1:04d}"
        if span.precision == "season":
            for season, first_month in SEASON_FIRST_MONTH.items():
                if start.month == first_month and end == _month_start(start.year, first_month + 3):
                    return f"{start:%Y}-{season}"
    return f"{start.isoformat()}/{(end - timedelta(days=1)).isoformat()}"


def _parse_single(value: str, whole: str) -> TimeSpan:
    bare = value.strip("?~%")
    try:
        if match := _DAY.fullmatch(bare):
            return day_span(date(int(match[1]), int(match[2]), int(match[3])))
        if match := _MONTH.fullmatch(bare):
            number = int(match[2])
            if number in SEASON_FIRST_MONTH:
                return season_span(int(match[1]), number)
            return month_span(int(match[1]), number)
        if _YEAR.fullmatch(bare):
            return year_span(int(bare))
        if match := _DECADE.fullmatch(bare):
            return years_span(int(match[1]) * 10, int(match[1]) * 10 + 9)
        if match := _CENTURY.fullmatch(bare):
            return years_span(int(match[1]) * 100, int(match[1]) * 100 + 99)
    except (ValueError, OverflowError) as error:
        raise InvalidDate(whole, str(error)) from error
    raise InvalidDate(whole, "not a form that is read here")


def _month_start(year: int, month: int) -> date:
    """The first day of a month whose number may run past December."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _precision_of(start: date | None, end: date | None) -> Precision:
    if start is None or end is None:
        return "unknown"
    if end - start == timedelta(days=1):
        return "day"
    if start.day == 1 and end.day == 1:
        if end == _month_start(start.year, start.month + 1):
            return "month"
        if start.month == 1 and end.month == 1:
            return "year" if end.year == start.year + 1 else "years"
    if end - start == timedelta(days=7) and start.weekday() == 0:
        return "week"
    return "days"
