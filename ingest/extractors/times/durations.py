"""How long: "three days", "the past two weeks", "a 72-hour truce", "decades"; those that end or begin now get their days."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from graph.timespan import TimeSpan
from ingest.extractors.times.discourse import Discourse
from ingest.extractors.times.fragments import ABOUT, GAP, NUMBER, UNIT, UNITS, UNITS_ALONE, VAGUE_NUMBER, singular
from ingest.extractors.times.moments import shifted_day
from ingest.extractors.times.rules import Reading, Rule, group, rule
from ingest.extractors.times.words import DURATION_FACTORS, DURATION_LETTERS, UNIT_ABBREVIATIONS, number_of

# What "recent days" is taken to cover; recent weeks or months fix nothing. A convention of ours, marked uncertain.
_RECENT_DAYS = 7


def timex_of(number: float | None, unit: str) -> str:
    """The TIMEX3 value of so many units: P3D, PT72H, P10Y for a decade; X for a number that is not told."""
    letter, factor = DURATION_LETTERS[unit], DURATION_FACTORS.get(unit, 1)
    if number is None:
        vague = {"decade": "DE", "century": "CE"}.get(unit, letter.removeprefix("T"))
        return f"PTX{vague}" if letter.startswith("T") else f"PX{vague}"
    if number == 0.5 and unit in {"hour", "year"}:
        return "PT30M" if unit == "hour" else "P6M"
    amount = f"{number * factor:g}"
    return f"PT{amount}{letter[1:]}" if letter.startswith("T") else f"P{amount}{letter}"


def _days_back(day: date, number: float, unit: str) -> TimeSpan | None:
    """From the day so many units ago through the day itself: "the past 24 hours" are two days of the calendar."""
    if unit in {"second", "minute", "hour"}:
        hours = number * {"second": 1 / 3600, "minute": 1 / 60, "hour": 1}[unit]
        return TimeSpan(day - timedelta(days=max(1, round(hours / 24))), day + timedelta(days=1), "days")
    start = _edge(day, -number, unit)
    return None if start is None or start >= day else TimeSpan(start, day + timedelta(days=1), "days")


def _days_ahead(day: date, number: float, unit: str) -> TimeSpan | None:
    """The days of the next so many units, from tomorrow on."""
    end = _edge(day, number, unit)
    return None if end is None or end <= day else TimeSpan(day + timedelta(days=1), end + timedelta(days=1), "days")


def _edge(day: date, number: float, unit: str) -> date | None:
    if unit == "quarter":
        return shifted_day(day, "quarter", int(number))
    if unit in {"day", "week", "fortnight", "weekend"}:
        return shifted_day(day, "day", round(number * {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}[unit]))
    months = number * {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit]
    return shifted_day(day, "month", round(months)) if months == round(months) else None


def _plain(match: re.Match[str], at: Discourse) -> Reading | None:
    unit = singular(match["unit"])
    words = match["number"].strip()
    if unit == "second" and words in {"a", "an", "one", "another", "half"}:
        return None
    number = number_of(words)
    if unit in {"day", "week", "month", "year", "hour", "minute"} and words in {"a", "an"} and _is_rate(match, at):
        return Reading("SET", "none", timex=timex_of(1, unit), rule="rate", moves=False)
    reading = Reading("DURATION", "none", timex=timex_of(number, unit), moves=False)
    if at.published is None or at.narrative or number is None or not _runs_until_now(match, at):
        return reading
    days = _days_back(at.published, number, unit)
    return replace(reading, basis="relative", days=days, anchor=at.published, certain=False) if days else reading


def _runs_until_now(match: re.Match[str], at: Discourse) -> bool:
    """ "has raged for seven months": a perfect beside "for" reaches to the day of publication."""
    lead = at.before(match.start(), _PERFECT_CHARACTERS)
    if not (match[0].startswith("for ") or re.search(r"\bfor\s+$", lead)):
        return False
    behind = at.after(match.end(), _PERFECT_CHARACTERS)
    return (
        re.search(rf"{_PERFECT}[^.;:\"]*$", lead) is not None or re.match(rf"[^.;:\"]*?{_PERFECT}", behind) is not None
    )


def _is_rate(match: re.Match[str], at: Discourse) -> bool:
    """ "twice a day", "$40 a month", "30 attacks a week": a count or price stands before."""
    before = at.before(match.start(), 40)
    return (
        re.search(
            r"(?:\b(?:once|twice|times|percent|dollars|euros|cents|pounds|barrels|people|hours|days)|[\d%]|\b(?:million|billion|thousand|hundred))\s+(?:\w+s\s+)?$",
            before,
        )
        is not None
    )


# A perfect this near makes a length reach to now.
_PERFECT, _PERFECT_CHARACTERS = r"\b(?:has|have|'ve|hasn't|haven't)\b", 60

# Those that end or begin with publication.
_BACK, _AHEAD = {"past", "last", "latest", "previous"}, {"next", "coming"}


def _window(match: re.Match[str], at: Discourse) -> Reading | None:
    """ "the past two weeks", "the next five days", "the last decade"; "the first nine months" is only so long."""
    unit = singular(match["unit"])
    number = number_of(group(match, "number") or "one")
    open_ended = Reading("DURATION", "none", timex=timex_of(number, unit), moves=False)
    now, side = at.now, match["side"]
    if now is None or at.narrative or number is None or side not in _BACK | _AHEAD:
        return open_ended
    days = _days_back(now, number, unit) if side in _BACK else _days_ahead(now, number, unit)
    if days is None:
        return open_ended
    return replace(open_ended, basis="relative", days=days, anchor=now, certain=unit in {"day", "hour", "minute"})


def _fraction(match: re.Match[str], _: Discourse) -> Reading | None:
    """ "half an hour", "a quarter century"."""
    return Reading(
        "DURATION", "none", timex=timex_of(0.5 if match["number"] == "half" else 0.25, match["unit"]), moves=False
    )


def _recent(match: re.Match[str], at: Discourse) -> Reading | None:
    unit = singular(match["unit"])
    timex = timex_of(None, unit)
    now = at.now
    if now is None or at.narrative or unit != "day" or match["side"] not in {"recent", "past", "last"}:
        return Reading("DURATION", "none", timex=timex, moves=False)
    days = TimeSpan(now - timedelta(days=_RECENT_DAYS - 1), now + timedelta(days=1), "days")
    return Reading("DURATION", "relative", timex=timex, days=days, anchor=now, certain=False, moves=False)


def _bare(match: re.Match[str], _: Discourse) -> Reading | None:
    """ "for weeks", "hours later": a plural without a number."""
    unit = singular(match["unit"])
    return Reading("DURATION", "none", timex=timex_of(None, unit), moves=False)


def is_counted(match: re.Match[str], text: str) -> bool:
    """Not the name of a programme or a battle ("Sixty Minutes"): a unit with a capital begins a sentence or the text shouts."""
    start, end = match.span("unit")
    if match["unit"].removesuffix("s") in UNIT_ABBREVIATIONS:  # "two HR managers"
        return text[start].islower() or (group(match, "number") or "")[-1:].isdigit()
    if not text[start].isupper() or text[start + 1 : min(start + 3, end)].isupper():
        return True
    return (
        match.start() == start and re.search(r"(?:^|[.!?:\n][\s\"'“‘]*)$", text[max(0, start - 4) : start]) is not None
    )


# "three quarters" is a fraction oftener than nine months.
_NUMBER = rf"(?P<number>{NUMBER}|{VAGUE_NUMBER})"
_PLAIN_UNITS = UNITS.replace("|quarters?", "")
_NOT_AGE = r"(?![\s-]*(?:-?old\b|of age\b|(?:and|or) (?:older|younger|over|under|up)\b))"

RULES: tuple[Rule, ...] = (
    rule(
        "duration", "unit",
        rf"""(?<![\w$£€.,-])(?:{ABOUT})?{_NUMBER}{GAP}(?:(?:more|full|whole|consecutive|straight|other|long|additional|extra)\s+)?
            (?P<unit>{_PLAIN_UNITS})\b(?:[\s-]+long\b)?{_NOT_AGE}""",
        _plain, is_counted,
    ),
    rule(
        "duration-first-of-range", "unit",
        rf"""(?<![\w$£€.,-])(?P<x>(?P<number>{NUMBER}))
            (?=\s*(?:to|or|and|-)\s*(?:{NUMBER}){GAP}(?P<unit>{UNITS})\b{_NOT_AGE})""",
        _plain,
    ),
    rule(
        "part-of-a-unit", "unit",
        r"(?:the (?:last|past) )?(?:an? )?(?P<number>half|quarter)[\s-](?:an? )?(?P<unit>century|decade|year|hour)\b", _fraction,
    ),
    rule(
        "window", "unit",
        rf"""(?:the |these |its |his |their )?
            (?P<side>past|last|latest|next|coming|following|first|final|previous|preceding)\s+
            (?:{ABOUT})?{_NUMBER}{GAP}(?:or so )?(?P<unit>{UNITS})\b{_NOT_AGE}""",
        _window, is_counted,
    ),
    rule("window", "unit", rf"(?:the )?(?P<side>past) (?P<unit>{UNIT})\b", _window),
    rule(
        "window", "unit",
        rf"""\b(?:over|during|within|throughout|for)\s+
            (?P<x>the (?P<side>last|next|following|previous|preceding|ensuing) (?P<unit>{UNIT}))\b""",
        _window,
    ),
    rule(
        "recent", "unit",
        rf"""(?:the |these )?(?:(?:most|more) )?
            (?P<side>recent|past|last|coming|next|following|previous|preceding|ensuing|first|final|early) (?P<unit>{UNITS_ALONE})\b""",
        _recent,
    ),
    rule(
        "plural-units", "unit", rf"(?<![\w$-])(?<!\d\s)(?P<unit>{UNITS_ALONE})\b(?!-| old| (?:1\d|20)\d\d)", _bare, is_counted,
    ),
)  # fmt: skip
