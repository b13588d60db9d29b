"""Days and months with their number or name: full dates, dates without a year, months, and lists and ranges of them."""

from __future__ import annotations

import re
from datetime import date

from ingest.extractors.times.discourse import Discourse
from ingest.extractors.times.fragments import DAY, MONTH_NAME, ORDINAL_DAY, PART_OF, THAT_YEAR, WEEKDAY_NAME, YEAR
from ingest.extractors.times.moments import Moment, of_day, of_month
from ingest.extractors.times.names import is_month
from ingest.extractors.times.rules import Reading, Rule, rule
from ingest.extractors.times.words import MONTHS, ordinal_of

# A two-figure year is of the century that puts it no more than this many years after publication.
_SHORT_YEAR_AHEAD = 20
_SHORT_YEAR_PIVOT = 2040

# A date without its year is the nearest one; ahead only if it is at most this near.
_AHEAD_DAYS = 150

_MODIFIER = rf"(?:{PART_OF})?"
_WEEKDAY = rf"(?:{WEEKDAY_NAME},?\s+)?(?:the\s+)?"
_JOIN = r"\s*(?:-|to|and|or|through|until|till|/|,|&)\s*(?:the\s+)?"


def _month_number(name: str) -> int:
    return MONTHS[name.rstrip(".")]


def _make_day(year: int, month: int, day: int) -> Moment | None:
    try:
        return of_day(date(year, month, day))
    except ValueError:
        return None


def that_year(words: str, at: Discourse) -> int | None:
    """The year that "last year" or "that year" means here; None where nothing tells."""
    words = re.sub(r"\s+", " ", words)
    if "that" in words or "same" in words:
        return at.last.year if at.last else None
    if words in {"last year", "this year", "next year"}:
        anchor = at.now.year if at.now else None
    else:
        anchor = at.last.year if at.last else None
    if anchor is None:
        return None
    step = {"last": -1, "this": 0, "next": 1}.get(words.split()[0])
    if step is None:
        step = 1 if "following" in words or "next" in words else -1
    return anchor + step


def _narrative_year(at: Discourse, month: int) -> int | None:
    """The year in which a story that stands at `at.running` comes to this month: rather later in the year than back, seldom far back."""
    running = at.running
    if running is None:
        return None
    if running.unit in ("year", "decade"):
        return running.year
    ahead = month - running.first.month
    costs = {running.year: 0.5 * ahead if ahead >= 0 else -1.0 * ahead}
    costs[running.year + 1] = ahead + 12.0
    costs[running.year - 1] = 3.0 * (12 - ahead)
    return min(costs, key=lambda year: costs[year])


def _news_year(at: Discourse, month: int, day: int | None, span: tuple[int, int]) -> tuple[int, int | None] | None:
    """The year of a date near publication, and the other one that it might be."""
    published = at.published
    if published is None:
        return None
    candidates: list[tuple[int, Moment]] = []
    for year in (published.year - 1, published.year, published.year + 1, published.year + 2, published.year - 2):
        moment = of_month(year, month) if day is None else _make_day(year, month, day)
        if moment is not None and abs(year - published.year) <= 1 + (moment.unit == "day" and month == 2 and day == 29):
            candidates.append((year, moment))
    past = max((c for c in candidates if c[1].first <= published), key=lambda c: c[1].first, default=None)
    future = min((c for c in candidates if c[1].last >= published), key=lambda c: c[1].first, default=None)
    if past is None or future is None:
        only = past or future
        return (only[0], None) if only else None
    if past[0] == future[0]:
        return past[0], None
    direction = at.direction(*span)
    if direction == "past":
        return past[0], future[0]
    if direction == "future":
        return future[0], past[0]
    if (future[1].first - published).days <= min(_AHEAD_DAYS, (published - past[1].last).days):
        return future[0], past[0]
    return past[0], future[0]


def _dated(at: Discourse, span: tuple[int, int], month: int, day: int | None, year: int | None, reference: str | None) -> Reading | None:
    """The reading of a month or day with its year, with words for its year, or with none."""
    make = (lambda y: of_month(y, month)) if day is None else (lambda y: _make_day(y, month, day))
    open_timex = f"XXXX-{month:02d}" + ("" if day is None else f"-{day:02d}")
    if day is not None and _make_day(2000, month, day) is None:
        return None
    if year is not None:
        moment = make(year)
        return None if moment is None else Reading("DATE", "explicit", moment=moment, rule="explicit")
    if reference is not None:
        year = that_year(reference, at)
        moment = make(year) if year else None
        if moment is None:
            return Reading("DATE", "none", timex=open_timex)
        return Reading("DATE", "relative", moment=moment, rule="of-a-year-referred-to", anchor=at.last.first if at.last else at.now)
    history = at.narrative or at.history
    if history and (year := _narrative_year(at, month)) is not None and (moment := make(year)) is not None:
        assert at.running is not None
        return Reading("DATE", "relative", moment=moment, rule="in-the-running-year", anchor=at.running.first)
    found = _news_year(at, month, day, span)
    moment = make(found[0]) if found else None
    if found is None or moment is None:
        return Reading("DATE", "none", timex=open_timex)
    other = make(found[1]) if found[1] is not None else None
    assert at.published is not None
    side = "before" if moment.first <= at.published else "after"
    return Reading(
        "DATE", "relative", moment=moment, rule=f"nearest-{side}-publication", anchor=at.published,
        alternatives=(other,) if other is not None and at.direction(*span) is None else (),
    )  # fmt: skip


def _named(match: re.Match[str], at: Discourse) -> Reading | None:
    groups = match.groupdict()
    day = groups.get("day")
    number = None if day is None else ordinal_of(day)
    year = groups.get("year") or groups.get("year2")
    return _dated(
        at, match.span(), _month_number(match["month"]), number, int(year) if year else None, groups.get("reference")
    )


def _iso(match: re.Match[str], _: Discourse) -> Reading | None:
    moment = _make_day(int(match["year"]), int(match["month"]), int(match["day"]))
    if moment is None:
        return None
    if match["hour"]:
        return Reading("TIME", "explicit", moment=moment, timex=f"{moment.timex}T{match['hour']}:{match['minute']}")
    return Reading("DATE", "explicit", moment=moment)


def _full_year(figures: str, at: Discourse) -> int:
    year = int(figures)
    if len(figures) == 4:
        return year
    pivot = at.published.year + _SHORT_YEAR_AHEAD if at.published else _SHORT_YEAR_PIVOT
    century = pivot // 100 * 100
    return century + year if century + year <= pivot else century - 100 + year


def _numeric(match: re.Match[str], at: Discourse) -> Reading | None:
    """Figures only: the month first with strokes, the day first with dots; the other way round where only that is a date, or nearer."""
    first, second, year = int(match["first"]), int(match["second"]), _full_year(match["year"], at)
    month_first, day_first = _make_day(year, first, second), _make_day(year, second, first)
    readings = [m for m in ((day_first, month_first) if match["mark"] == "." else (month_first, day_first)) if m]
    if not readings:
        return None
    published = at.published
    if published is not None:
        readings.sort(key=lambda m: abs((m.first - published).days) > 7)
    moment, others = readings[0], tuple(m for m in readings[1:] if m != readings[0])
    groups = match.groupdict()
    if groups.get("hour"):
        clock = f"T{groups['hour']:0>2}:{groups['minute']}"
        return Reading("TIME", "explicit", moment=moment, timex=moment.timex + clock, certain=not others, alternatives=others)
    return Reading("DATE", "explicit", moment=moment, certain=not others, alternatives=others)


def _ordinal_alone(match: re.Match[str], at: Discourse) -> Reading | None:
    """ "on the 15th" in the month that the text is at."""
    number = ordinal_of(match["day"])
    if at.last is None or number is None or at.last.unit not in ("day", "month"):
        return None
    moment = _make_day(at.last.year, at.last.first.month, number)
    return None if moment is None else Reading("DATE", "relative", moment=moment, anchor=at.last.first, certain=False)


_YEAR_OR_REFERENCE = rf"(?:\s*,?\s+(?:of\s+)?(?:in\s+)?(?:(?P<year>{YEAR})|(?:of\s+)?(?P<reference>{THAT_YEAR})))"
_LATER_YEAR = rf"(?={_JOIN}{DAY},?\s+(?:of\s+)?(?P<year2>{YEAR}))"

RULES: tuple[Rule, ...] = (
    rule(
        "iso-date", "figures",
        r"(?<![\d-])(?P<year>1\d{3}|20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?:[t ](?P<hour>[01]\d|2[0-4]):?(?P<minute>[0-5]\d)(?::\d\d(?:\.\d+)?)?"
        r"(?:\s?(?:z|utc|gmt|[+-]\d\d:?\d\d))?)?(?![\d-])",
        _iso,
    ),
    rule(
        "numeric-date", "figures",
        r"(?<![\d/.$£€-])(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:1\d|20)\d\d)(?:,?\s+(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::\d\d)?)?(?![\d/]|\.\d)",
        _numeric,
    ),
    rule(
        "numeric-date", "figures",
        r"(?<![\d/.$£€-])(?P<first>\d{1,2})(?P<mark>[/-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d\d)(?:,?\s+(?P<hour>\d\d):?(?P<minute>\d\d)(?=[a-z\s]))?(?![\d/]|\.\d)",
        _numeric,
    ),
    rule("month-day-year", "month", rf"{_WEEKDAY}{_MODIFIER}(?P<month>{MONTH_NAME})\s*(?:the\s+)?(?P<day>{DAY}|{ORDINAL_DAY}){_YEAR_OR_REFERENCE}", _named, is_month),
    rule("month-day", "month", rf"{_WEEKDAY}{_MODIFIER}(?P<month>{MONTH_NAME})\s*(?:the\s+)?(?P<day>{DAY}|{ORDINAL_DAY})(?:{_LATER_YEAR})?", _named, is_month),
    rule(
        "last-day-of-days", "month",
        rf"(?P<month>{MONTH_NAME})\s*{DAY}(?:\s*,\s*{DAY})?{_JOIN}(?P<x>(?P<day>{DAY})(?:,?\s+(?:of\s+)?(?P<year>{YEAR}))?)", _named, is_month,
    ),
    rule(
        "middle-day-of-days", "month",
        rf"(?P<month>{MONTH_NAME})\s*{DAY}\s*,\s*(?P<x>(?P<day>{DAY}))(?={_JOIN}{DAY}(?:,?\s+(?:of\s+)?(?P<year>{YEAR}))?)", _named, is_month,
    ),
    rule("day-month-year", "month", rf"{_WEEKDAY}{_MODIFIER}(?P<day>{DAY}|{ORDINAL_DAY})(?:\s+of)?\s+(?P<month>{MONTH_NAME}){_YEAR_OR_REFERENCE}", _named, is_month),
    rule("day-month", "month", rf"{_WEEKDAY}{_MODIFIER}(?P<day>{DAY}|{ORDINAL_DAY})(?:\s+of)?\s+(?P<month>{MONTH_NAME})(?=\W|$)", _named, is_month),
    rule(
        "first-day-of-days", "month",
        rf"(?<![\w.,-])(?P<x>(?P<day>{DAY}))(?={_JOIN}{DAY}(?:\s+of)?\s+(?P<month>{MONTH_NAME})(?:,?\s+(?P<year>{YEAR}))?)", _named, is_month,
    ),
    rule("month-year", "month", rf"{_MODIFIER}(?P<month>{MONTH_NAME})\s*,?\s*(?:of\s+)?(?:the\s+year\s+)?(?:(?P<year>{YEAR})|(?P<reference>{THAT_YEAR}))", _named, is_month),
    rule(
        "month", "month",
        rf"{_MODIFIER}(?P<month>{MONTH_NAME})(?:(?={_JOIN}(?:{PART_OF})?{MONTH_NAME},?\s+(?:of\s+)?(?P<year2>{YEAR})))?", _named, is_month,
    ),
    rule("day-of-the-month", "ordinal", r"\bon\s+(?P<x>the\s+(?P<day>\d{1,2}(?:st|nd|rd|th)))(?=\s*[,.;]|\s+(?:and|the|he|she|they|it)\b)", _ordinal_alone),
)  # fmt: skip
