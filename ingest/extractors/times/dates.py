"""Days and months with their number or name: full dates, dates without a year, months, and lists and ranges of them."""

from __future__ import annotations

import re
from datetime import date

from ingest.extractors.times.discourse import Discourse
from ingest.extractors.times.fragments import (
    DAY,
    MONTH_NAME,
    MONTH_NAME_BEHIND_A_DAY,
    ORDINAL_DAY,
    PART_OF,
    THAT_YEAR,
    WEEKDAY_NAME,
    YEAR,
)
from ingest.extractors.times.moments import Moment, of_day, of_month
from ingest.extractors.times.names import is_month
from ingest.extractors.times.rules import Reading, Rule, rule
from ingest.extractors.times.words import MONTHS, ordinal_of

# A two-figure year is of the century that puts it no more than this many years after publication.
_SHORT_YEAR_AHEAD = 20
_SHORT_YEAR_PIVOT = 2040

# The next date with its year says less about a month than the last one.
_NEXT_WEIGHT = 0.7

# How much farther a date without its year seems when the tense points the other way, and when no tense points but it is ahead.
_AGAINST_TENSE, _AHEAD = 6.0, 1.2

_MODIFIER = rf"(?:{PART_OF})?"
_BEFORE = rf"(?:{WEEKDAY_NAME},? )?(?:the )?{_MODIFIER}"
_MONTH = rf"(?P<month>{MONTH_NAME})"
_MONTH_BEHIND = rf"(?P<month>{MONTH_NAME_BEHIND_A_DAY})"
_ANY_DAY = rf"(?P<day>{DAY}|{ORDINAL_DAY})"
_JOIN = r"\s*(?:-|to|and|or|through|until|till|/|,|&)\s*(?:the )?"


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
    day = at.now if words in {"last year", "this year", "next year"} else at.last.first if at.last else None
    if day is None:
        return None
    step = {"last": -1, "this": 0, "next": 1}.get(words.split()[0])
    if step is None:
        step = 1 if "following" in words or "next" in words else -1
    return day.year + step


def _step_cost(start: int, end: int) -> float:
    """How unlikely a story is to step between two months (counted from year 0): on in the year is cheap, back over New Year dear."""
    step, same_year = end - start, start // 12 == end // 12
    if step >= 0:
        return 0.5 * step if same_year else float(step)
    return -1.0 * step if same_year else -3.0 * step


def narrative_year(at: Discourse, month: int, start: int) -> int | None:
    """The year in which a story comes to this month (13: the next January), between where it stands and the next full date."""
    running, coming = at.running, at.next_dated(start)
    if running is None:
        return None

    def cost(year: int) -> float:
        here = year * 12 + month - 1
        if running.unit in ("year", "half", "season"):
            total = 12.0 * abs(year - running.year)
        else:
            total = _step_cost(running.first.year * 12 + running.first.month - 1, here)
        return total + (_NEXT_WEIGHT * _step_cost(here, coming) if coming is not None else 0.0)

    return min((running.year, running.year + 1, running.year - 1, running.year - 2), key=cost)


def _news_year(at: Discourse, month: int, day: int | None, span: tuple[int, int]) -> tuple[int, int | None] | None:
    """The year of a date near publication, and the other one that it might be where the sentence has no tense.

    The nearer one wins; one on the wrong side of the tense counts as `_AGAINST_TENSE` times as far, and one ahead is out of the question
    where a past verb stands right before it ("broke on March 12").
    """
    published = at.published
    if published is None:
        return None
    direction = at.direction(*span, promises=False)
    happened = at.has_happened(span[0])

    def cost(moment: Moment) -> float:
        if moment.days.contains(published):
            return 0
        ahead = (moment.first - published).days
        behind = (published - moment.last).days
        if ahead > 0 and happened:
            return float("inf")
        against = (direction == "past" and ahead > 0) or (direction == "future" and behind > 0)
        return max(ahead, behind) * (_AGAINST_TENSE if against else _AHEAD if ahead > 0 and direction is None else 1)

    # Three years ahead and back: a 29 February may be as far.
    candidates = {
        year: made for year in range(published.year - 3, published.year + 4) if (made := _make(year, month, day))
    }
    if not candidates:
        return None
    first, *others = sorted(candidates, key=lambda year: cost(candidates[year]))
    return first, None if direction or cost(candidates[first]) == 0 or not others else others[0]


def _make(year: int, month: int, day: int | None) -> Moment | None:
    return of_month(year, month) if day is None else _make_day(year, month, day)


def _dated(
    at: Discourse, span: tuple[int, int], month: int, day: int | None, year: int | None, reference: str | None
) -> Reading | None:
    """The reading of a month or day with its year, with words for its year, or with none."""
    open_timex = f"XXXX-{month:02d}" + ("" if day is None else f"-{day:02d}")
    if day is not None and _make_day(2000, month, day) is None:
        return None
    if year is not None:
        moment = _make(year, month, day)
        return None if moment is None else Reading("DATE", "explicit", moment=moment, rule="explicit")
    if reference is not None:
        year = that_year(reference, at)
        moment = _make(year, month, day) if year else None
        if moment is None:
            return Reading("DATE", "none", timex=open_timex)
        return Reading(
            "DATE", "relative", moment=moment, rule="of-a-year-referred-to", anchor=at.last.first if at.last else at.now
        )
    history = at.narrative or (at.history and at.direction(*span) in ("past", None))
    if (
        history
        and (year := narrative_year(at, month, span[0])) is not None
        and (moment := _make(year, month, day)) is not None
    ):
        assert at.running is not None
        attribute = (
            re.search(r"\b(?:an?|the|its|his|her|their)\s+$", at.before(span[0])) is not None
        )  # "the March offensive"
        return Reading(
            "DATE", "relative", moment=moment, rule="in-the-running-year", anchor=at.running.first, moves=not attribute
        )
    found = None if at.narrative else _news_year(at, month, day, span)
    moment = _make(found[0], month, day) if found else None
    if found is None or moment is None:
        return Reading("DATE", "none", timex=open_timex)
    other = _make(found[1], month, day) if found[1] is not None else None
    assert at.published is not None
    side = "before" if moment.first <= at.published else "after"
    return Reading(
        "DATE", "relative", moment=moment, rule=f"nearest-{side}-publication", anchor=at.published,
        alternatives=(other,) if other is not None else (),
    )  # fmt: skip


def read_month(match: re.Match[str], at: Discourse) -> Reading | None:
    """A month, or a day of one, from the groups `month`, `day`, `year` and `reference`."""
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


def read_numeric(match: re.Match[str], at: Discourse) -> Reading | None:
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
        return Reading(
            "TIME", "explicit", moment=moment, timex=moment.timex + clock, certain=not others, alternatives=others
        )
    return Reading("DATE", "explicit", moment=moment, certain=not others, alternatives=others)


def _ordinal_alone(match: re.Match[str], at: Discourse) -> Reading | None:
    """ "on the 15th" in the month that the text is at."""
    number = ordinal_of(match["day"])
    if at.last is None or number is None or at.last.unit not in ("day", "month"):
        return None
    moment = _make_day(at.last.year, at.last.first.month, number)
    return None if moment is None else Reading("DATE", "relative", moment=moment, anchor=at.last.first, certain=False)


_YEAR_OR_REFERENCE = rf"(?:\s*,? (?:of )?(?:in )?(?:(?P<year>{YEAR})|(?:of )?(?P<reference>{THAT_YEAR})))"
_LATER_YEAR = rf"(?={_JOIN}{DAY},? (?:of )?(?P<year2>{YEAR}))"

RULES: tuple[Rule, ...] = (
    rule(
        "iso-date", "figures",
        r"""(?<![\d-])(?P<year>1\d{3}|20\d\d)(?P<mark>[-./])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)
            (?:[t\x20](?P<hour>[01]\d|2[0-4]):?(?P<minute>[0-5]\d)(?::\d\d(?:\.\d+)?)?(?:\s?(?:z|utc|gmt|[+-]\d\d:?\d\d))?)?(?![\d-])""",
        _iso,
    ),
    rule(
        "numeric-date", "figures",
        r"""(?<![\d/.$£€-])(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:1\d|20)\d\d)
            (?:,? (?P<hour>\d{1,2}):(?P<minute>\d\d)(?::\d\d)?)?(?![\d/]|\.\d)""",
        read_numeric,
    ),
    rule(  # as wire services head their stories: "08-15-90 1337EDT"
        "numeric-date", "figures",
        r"""(?<![\d/.$£€])(?<!\d-)(?P<first>\d{1,2})(?P<mark>[/-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d\d)
            (?:,? (?P<hour>\d\d):?(?P<minute>\d\d)(?=[a-z\s]))?(?![\d/]|\.\d)""",
        read_numeric,
    ),
    rule("month-day-year", "month", rf"{_BEFORE}{_MONTH}\s*(?:the )?{_ANY_DAY}{_YEAR_OR_REFERENCE}", read_month, is_month),
    rule("month-day", "month", rf"{_BEFORE}{_MONTH}\s*(?:the )?{_ANY_DAY}(?:{_LATER_YEAR})?", read_month, is_month),
    rule(
        "last-day-of-days", "month",
        rf"{_MONTH}\s*{DAY}(?:\s*,\s*{DAY})?{_JOIN}(?P<x>(?P<day>{DAY})(?:,? (?:of )?(?P<year>{YEAR}))?)",
        read_month, is_month,
    ),
    rule(
        "middle-day-of-days", "month",
        rf"{_MONTH}\s*{DAY}\s*,\s*(?P<x>(?P<day>{DAY}))(?={_JOIN}{DAY}(?:,? (?:of )?(?P<year>{YEAR}))?)",
        read_month, is_month,
    ),
    rule("day-month-year", "month", rf"{_BEFORE}{_ANY_DAY}(?: of)? {_MONTH_BEHIND}{_YEAR_OR_REFERENCE}", read_month, is_month),
    rule("day-month", "month", rf"{_BEFORE}{_ANY_DAY}(?: of)? {_MONTH_BEHIND}(?=\W|$)", read_month, is_month),
    rule(
        "first-day-of-days", "month",
        rf"(?<![\w.,-])(?P<x>(?P<day>{DAY}))(?={_JOIN}{DAY}(?: of)? {_MONTH}(?:,? (?P<year>{YEAR}))?)",
        read_month, is_month,
    ),
    rule(
        "month-year", "month",
        rf"{_MODIFIER}{_MONTH}\s*,?\s*(?:of )?(?:the year )?(?:(?P<year>{YEAR})|(?P<reference>{THAT_YEAR}))", read_month, is_month,
    ),
    rule(
        "month", "month",
        rf"{_MODIFIER}{_MONTH}(?:(?={_JOIN}(?:{PART_OF})?{MONTH_NAME},? (?:of )?(?P<year2>{YEAR})))?", read_month, is_month,
    ),
    rule(
        "day-of-the-month", "ordinal",
        r"\bon (?P<x>the (?P<day>\d{1,2}(?:st|nd|rd|th)))(?=\s*[,.;]| (?:and|the|he|she|they|it)\b)", _ordinal_alone,
    ),
)  # fmt: skip
