"""Days with a name, computed from rules in a data file: Christmas, Good Friday, Election Day."""

from __future__ import annotations

import calendar
import re
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files

from graph.timespan import TimeSpan
from ingest.extractors.times.discourse import Discourse
from ingest.extractors.times.fragments import YEAR
from ingest.extractors.times.moments import of_day
from ingest.extractors.times.rules import Reading, Rule, rule
from ingest.extractors.times.words import either


@dataclass(frozen=True, slots=True)
class _Holiday:
    month: int = 0
    day: int = 0
    weekday: int = 0
    nth: int = 0
    after: int = 0
    easter: int | None = None
    any_case: bool = False

    def on(self, year: int) -> date:
        """The day in that year."""
        if self.easter is not None:
            return easter_sunday(year) + timedelta(days=self.easter)
        if not self.weekday:
            return date(year, self.month, self.day)
        if self.nth < 0:
            last = date(year, self.month, calendar.monthrange(year, self.month)[1])
            return last - timedelta(days=(last.isoweekday() - self.weekday) % 7)
        first = date(year, self.month, 1 + self.after)
        first += timedelta(days=(self.weekday - first.isoweekday()) % 7)
        return first + timedelta(weeks=max(self.nth - 1, 0))


def easter_sunday(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), g = divmod(b, 4), (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _load() -> dict[str, _Holiday]:
    entries = tomllib.loads((files(__package__) / "data" / "holidays.toml").read_text(encoding="utf-8"))["holidays"]
    return {
        name: _Holiday(**{key: value for key, value in entry.items() if key != "names"})
        for entry in entries
        for name in entry["names"]
    }


HOLIDAYS = _load()


def is_holiday(match: re.Match[str], text: str) -> bool:
    """Whether the name of a holiday is no other word: by its capital letter."""
    return text[match.start("name")].isupper() or _holiday_named(match).any_case


def _holiday_named(match: re.Match[str]) -> _Holiday:
    return HOLIDAYS[re.sub(r"\s+", " ", match["name"])]


def read_holiday(match: re.Match[str], at: Discourse) -> Reading | None:
    """A holiday from the groups of `HOLIDAY_NAME`."""
    holiday = _holiday_named(match)
    if match["year"]:
        return Reading("DATE", "explicit", moment=of_day(holiday.on(int(match["year"]))))
    now = at.now
    if now is None:
        return Reading("DATE", "none")
    days = [holiday.on(now.year + step) for step in (-1, 0, 1)]
    past = max(day for day in days if day <= now)
    future = min(day for day in days if day >= now)
    relation = match["relation"]
    if at.narrative:
        day = future if (future - now).days <= 2 * (now - past).days else past
        if at.running is not None and at.running.unit == "year":
            day = days[1]
    elif relation:
        day = {"last": past, "next": future, "this": days[1]}[relation]
    elif not at.post and (direction := at.direction(*match.span())) in ("past", "future"):
        day = future if direction == "future" else past
    else:
        day = min(past, future, key=lambda d: abs((d - now).days))
    if match["before"]:
        first = day.replace(day=1)
        span = TimeSpan(first, day, "days") if first < day else None
        return Reading("DATE", "relative", timex=f"{day:%Y-%m}", days=span, anchor=now, certain=False, moves=False)
    return Reading("DATE", "relative", moment=of_day(day), anchor=now)


def _new_year(_: re.Match[str], at: Discourse) -> Reading | None:
    """ "since the new year": its first day."""
    if at.now is None:
        return Reading("DATE", "none")
    return Reading(
        "DATE", "relative", moment=of_day(at.now.replace(month=1, day=1)), anchor=at.now, certain=False, moves=False
    )


HOLIDAY_NAME = rf"""(?P<before>pre-)?(?:(?P<relation>last|this|next) )?\b(?P<name>{either(HOLIDAYS)})\b
    (?:,? (?:of |in )?(?P<year>{YEAR}))?"""

RULES: tuple[Rule, ...] = (
    rule("new-year", "unit", r"\b(?:since|before|after|around) (?P<x>(?:the )?new year)\b(?!['-])", _new_year),
    rule(
        "holiday", "holiday",
        rf"""{HOLIDAY_NAME}(?!\s+(?:season|shopping|sales|part(?:y|ies)|trees?|cards?|gifts?|presents?|carols?|dinner|week|weekend|island)\b)""",
        read_holiday, is_holiday,
    ),
)  # fmt: skip
