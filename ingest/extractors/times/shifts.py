"""Phrases that count from a day: "three weeks ago", "two days later", "the day before", "in two weeks"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from graph.timespan import TimeSpan
from ingest.extractors.times.discourse import Discourse
from ingest.extractors.times.fragments import ABOUT, GAP, NUMBER, UNITS, VAGUE_NUMBER, singular
from ingest.extractors.times.moments import Moment, Unit, of_day, shifted, shifted_day, unit_of
from ingest.extractors.times.rules import Reading, Rule, rule
from ingest.extractors.times.words import DURATION_FACTORS, DURATION_LETTERS, number_of

_AGO = r"(?P<how>ago|earlier|later|before|afterwards?|previously|prior|hence|from now)"
_COUNTED = rf"""(?:{ABOUT})?(?P<number>{NUMBER}|{VAGUE_NUMBER}){GAP}(?:more |full |whole )?(?P<unit>{UNITS})"""

_BACK = {"ago", "earlier", "before", "previously", "prior"}
_FROM_PUBLICATION = {"ago", "from now", "hence"}

# Years ago are counted to the year unless the text compares with a quarter: then it is the quarter of that year.
_COMPARED = re.compile(r"\b(?:from|than|to|with|against|of|in|was|were|same\s+period)\s+(?:the\s+)?$")


# What "a few" or "several" is taken to cover. A convention of ours, marked uncertain.
_FEWEST, _MOST = 2, 7


def _few(anchor: date | None, unit: str, back: bool) -> Reading:
    """ "a few days earlier": no date, but a stretch where it lies."""
    timex = "PAST_REF" if back else "FUTURE_REF"
    days = None
    if anchor is not None and unit in ("day", "week", "month"):
        sign = -1 if back else 1
        edges = [shifted_day(anchor, unit, sign * count) for count in (_FEWEST, _MOST)]  # type: ignore[arg-type]
        near, far = edges
        if near is not None and far is not None:
            days = TimeSpan(min(near, far), max(near, far) + timedelta(days=1), "days")
    return Reading(
        "DATE", "relative" if days else "none", timex=timex, days=days, anchor=anchor, certain=False, moves=False
    )


def _shift(match: re.Match[str], at: Discourse) -> Reading | None:
    """ "three weeks ago" from publication, "two days later" from the last date."""
    unit_word, number = singular(match["unit"]), number_of(match["number"])
    how = re.sub(r"\s+", " ", match["how"])
    back, from_publication = how in _BACK, how in _FROM_PUBLICATION
    follows = at.after(match.end())
    if re.match(r"\s+than\b", follows) or (how == "before" and not _NOTHING_FOLLOWS.match(follows)):
        return _duration(match)  # "a month earlier than usual", "two days before the vote"
    now = at.now if from_publication else None
    if unit_word in {"second", "minute", "hour"}:
        return _hours(now, number, unit_word, back)
    if number is None:
        return _few(now or _last_day(at), unit_word, back)
    if from_publication:
        anchor, anchor_unit = now, None
        if _is_compared_with_a_quarter(match, at, unit_word, number):
            anchor, anchor_unit = _anchor_of_quarter(at)
    else:
        anchor, anchor_unit = _anchor(match, at, unit_word, number)
    if anchor is None:
        return Reading("DATE", "none")
    count, unit = _in_units(number, unit_word)
    moment = _moved(anchor, anchor_unit, unit, -count if back else count)
    if moment is None:
        return Reading("DATE", "none", moves=False)
    certain = unit_word == "day" or (unit_word in {"month", "year"} and match["number"] not in {"a", "an"})
    moves = not back and not from_publication
    return Reading("DATE", "relative", moment=moment, anchor=anchor, certain=certain, moves=moves)


def _last_day(at: Discourse) -> date | None:
    return at.last.first if at.last is not None and at.last.unit == "day" else None


def _anchor(match: re.Match[str], at: Discourse, unit: str, number: float) -> tuple[date | None, Unit | None]:
    """What "later" and "earlier" count from: the last date, or the quarter or month that a figure is compared with."""
    last = at.last
    compared = _COMPARED.search(at.before(match.start())) is not None
    if unit == "year" and not at.narrative:
        if number == 1 and at.quarter is not None:
            return _anchor_of_quarter(at)
        if last is None and compared:
            return at.now, None
    if last is None:
        return None, None
    if unit in {"year", "decade", "century"} and last.unit in ("month", "half", "quarter"):
        return last.first, last.unit if compared and not at.narrative else "year"
    return last.first, last.unit


def _anchor_of_quarter(at: Discourse) -> tuple[date | None, Unit | None]:
    return (at.quarter.first, "quarter") if at.quarter is not None else (None, None)


def _is_compared_with_a_quarter(match: re.Match[str], at: Discourse, unit: str, number: float) -> bool:
    return (
        unit == "year"
        and number == 1
        and at.quarter is not None
        and _COMPARED.search(at.before(match.start())) is not None
    )


def _in_units(number: float, unit: str) -> tuple[int, Unit]:
    """A count of calendar units: a fortnight is two weeks, a decade ten years, a year and a half 18 months."""
    factor = DURATION_FACTORS.get(unit, 1)
    base: Unit = {"fortnight": "week", "decade": "year", "century": "year"}.get(unit, unit)  # type: ignore[assignment]
    total = number * factor
    if total == int(total):
        return int(total), base
    if base == "year":
        return round(total * 12), "month"
    if base == "week":
        return round(total * 7), "day"
    return int(total), base


def _moved(anchor: date, anchor_unit: Unit | None, unit: Unit, count: int) -> Moment | None:
    """The moment so many units away: as fine as the unit counted, or as the anchor where that is a quarter or the count is of weeks."""
    if anchor_unit in ("quarter", "half", "month") and unit == "year":
        day = shifted_day(anchor, "year", count)
        return unit_of(anchor_unit, day) if day else None
    if anchor_unit == "day" and unit == "week":
        day = shifted_day(anchor, "week", count)
        return of_day(day) if day else None
    if (
        anchor_unit is not None
        and unit in ("day", "week", "month")
        and anchor_unit not in ("day", "week", "weekend", "month")
    ):
        return None
    if anchor_unit == "month" and unit in ("day", "week"):
        return None
    return shifted(anchor, unit, count)


def _hours(anchor: date | None, number: float | None, unit: str, back: bool) -> Reading | None:
    if number is None:
        return Reading("DURATION", "none", timex=f"PTX{DURATION_LETTERS[unit][1]}", moves=False)
    days = number / 24 if unit == "hour" else 0
    if anchor is None or days < 1:
        return Reading("DURATION", "none", timex=f"PT{number:g}{DURATION_LETTERS[unit][1]}", moves=False)
    moment = shifted(anchor, "day", -round(days) if back else round(days))
    return (
        None
        if moment is None
        else Reading("DATE", "relative", moment=moment, anchor=anchor, certain=False, moves=False)
    )


def _duration(match: re.Match[str]) -> Reading | None:
    """ "two days before the vote": how long, not when."""
    unit = singular(match["unit"])
    number = number_of(match["number"])
    letter = DURATION_LETTERS[unit]
    amount = "X" if number is None else f"{number * DURATION_FACTORS.get(unit, 1):g}"
    timex = f"PT{amount}{letter[1]}" if letter.startswith("T") else f"P{amount}{letter}"
    return Reading("DURATION", "none", timex=timex, moves=False)


# "the day before" an event that follows is that event's matter.
_NOTHING_FOLLOWS = re.compile(
    r"\s*(?:[.,;:)\"']|-\s|$)|\s+(?:and|but|or|in|at|on|by|with|from|for|as|when|after|while|saw|was|were|had|to|near|outside|during)\b"
)


def _neighbour(match: re.Match[str], at: Discourse) -> Reading | None:
    """ "the day before", "the week after", "the next morning": beside the last date."""
    unit: Unit = match["unit"]  # type: ignore[assignment]
    back = match["side"] in {"before", "prior", "previous"}
    if at.last is None or not _NOTHING_FOLLOWS.match(at.after(match.end())):
        return None
    if at.last.unit != unit and not at.last.finer_than(unit):
        return None
    moment = shifted(at.last.first, unit, -1 if back else 1)
    return None if moment is None else Reading("DATE", "relative", moment=moment, anchor=at.last.first, moves=not back)


def _ahead(match: re.Match[str], at: Discourse) -> Reading | None:
    """ "in three weeks" where the sentence looks forward; else how long something took."""
    number = number_of(match["number"])
    unit = singular(match["unit"])
    if at.narrative or at.now is None or number is None or at.direction(*match.span()) != "future":
        return _duration(match)
    count, base = _in_units(number, unit)
    moment = shifted(at.now, base, count)
    if moment is None:
        return None
    return Reading("DATE", "relative", moment=moment, anchor=at.now, certain=False)


RULES: tuple[Rule, ...] = (
    rule("shifted-date", "unit", rf"{_COUNTED} {_AGO}\b", _shift),
    rule(
        "unit-beside-the-last-date", "unit",
        r"the (?P<unit>day|week|month|year) (?P<side>before|after|prior|previous|following)\b", _neighbour,
    ),
    rule(
        "in-so-many-units", "unit",
        rf"""\bin (?P<x>(?:{ABOUT})?(?P<number>{NUMBER}){GAP}(?P<unit>days?|weeks?|fortnights?|months?|wks?|mths?))\b(?!')
            (?=\s*(?:[.,;\"']|$|at|when|if))""",
        _ahead,
    ),
)  # fmt: skip
