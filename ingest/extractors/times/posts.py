"""Short posts: told by their marks, they lean on the day they were written, and only they wake the rules here."""

from __future__ import annotations

import re
from datetime import timedelta

from ingest.extractors.times.clock import read_clock, read_part
from ingest.extractors.times.dates import read_month, read_numeric
from ingest.extractors.times.deictic import read_weekday
from ingest.extractors.times.discourse import Discourse
from ingest.extractors.times.durations import timex_of
from ingest.extractors.times.fragments import DAY_PART, singular
from ingest.extractors.times.holidays import HOLIDAY_NAME, is_holiday, read_holiday
from ingest.extractors.times.moments import Unit, of_day, of_weekend, shifted
from ingest.extractors.times.names import is_month
from ingest.extractors.times.rules import Reading, Rule, rule
from ingest.extractors.times.words import DAY_PARTS, MONTH_ABBREVIATIONS, either, load_list, load_table
from ingest.extractors.times.years import read_decade, read_year

# What a post of X may hold; the longer ones of other networks read like reports.
_LONGEST_POST = 280

# A link, an address, a tag, a smiley, doubled marks.
_MARKS = re.compile(
    r"https?://|(?<![\w@])[@#]\w|\bRT\b|(?<!\w)[:;=][-']?[()DPp](?!\w)|\^\^|~|[!?.]{2}|[\u2600-\u27BF\U0001F300-\U0001FAFF]"
)
_SMALL_OPENING = re.compile(r"\s*[a-z]")
_CLOSED = re.compile(r"[.!?:\"'”’)\]]\s*$")
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Uu]r?|[Ii]m)\b")
_QUOTED = re.compile(r"[\"“”]")


def is_post(text: str) -> bool:
    """Whether a text is short and written offhand: marks that reports lack, or somebody who speaks of himself without being quoted."""
    if len(text) > _LONGEST_POST:
        return False
    return (
        _MARKS.search(text) is not None
        or _SMALL_OPENING.match(text) is not None
        or _CLOSED.search(text) is None
        or ((_FIRST_PERSON.search(text) or "!" in text) and _QUOTED.search(text) is None)
    )


def _unit(match: re.Match[str], at: Discourse) -> Reading | None:
    """ "the week" is this one; "a fine day" and "photo of the day" only name the unit."""
    unit = singular(match["unit"])
    if match["unit"] != unit:
        return Reading("DURATION", "none", timex=timex_of(None, unit), moves=False)
    if (
        match["the"]
        and not at.before(match.start()).endswith("of ")
        and at.published is not None
        and unit in _CALENDAR_UNITS
    ):
        calendar_unit: Unit = unit  # type: ignore[assignment]
        moment = shifted(at.published, calendar_unit, 0)
        return Reading("DATE", "relative", moment=moment, anchor=at.published, certain=False, moves=False)
    return Reading("DURATION", "none", timex=timex_of(1, unit), moves=False)


def _parts(match: re.Match[str], at: Discourse) -> Reading | None:
    """ "mornings" of the day the post is at, "last nights" without its apostrophe."""
    if match["last"] and at.published is not None:
        day, code = at.published - timedelta(days=1), DAY_PARTS[match["part"]]
        return Reading("TIME", "relative", moment=of_day(day), timex=f"{day.isoformat()}T{code}", anchor=at.published)
    return read_part(match, at)


_CALENDAR_UNITS = {"day", "week", "month", "year"}

# Until Wednesday what has happened on the weekend was on the last one.
_EARLY_IN_THE_WEEK = 3


def _weekend(match: re.Match[str], at: Discourse) -> Reading | None:
    now = at.published
    if now is None:
        return Reading("DATE", "none")
    before = now.isoweekday() <= _EARLY_IN_THE_WEEK and at.direction(*match.span()) == "past"
    moment = of_weekend(now - timedelta(days=7) if before else now)
    return Reading("DATE", "relative", moment=moment, anchor=now, certain=False)


_DAYS_FROM_TODAY = {word: int(days) for word, days in load_table("posts.toml", "days_from_today").items()}


def _day(match: re.Match[str], at: Discourse) -> Reading | None:
    if at.published is None:
        return Reading("DATE", "none")
    day = at.published + timedelta(days=_DAYS_FROM_TODAY[match["word"]])
    return Reading("DATE", "relative", moment=of_day(day), anchor=at.published)


_SHORT_WEEKDAY = rf"(?:{either(load_list('posts.toml', 'short_weekdays'))})"
_SHORT_WEEKDAY_OR_WORD = rf"(?:{either(load_list('posts.toml', 'short_weekdays_that_are_words'))})"
_ANY_SHORT_WEEKDAY = rf"(?:{_SHORT_WEEKDAY}|{_SHORT_WEEKDAY_OR_WORD})"
_RELATION = r"(?P<relation>this coming|this|next|last|coming)"
_BEFORE_A_DAY = either(load_list("posts.toml", "words_before_a_short_weekday"))
_JOIN = r"\s?(?:-|/|&|and|or|to)\s?"

_NAME_BEFORE, _NAME_AFTER = re.compile(r"[A-Z][\w']* $"), re.compile(r"\s+[A-Z]")


def _is_within_a_name(match: re.Match[str], text: str) -> bool:
    """ "the Harbour Cup 2022 Tickets": what follows is no number of things."""
    before = text[max(0, match.start() - _NAME_CHARACTERS) : match.start()]
    return _NAME_BEFORE.search(before) is not None and _NAME_AFTER.match(text, match.end()) is not None


_NAME_CHARACTERS = 20

RULES: tuple[Rule, ...] = (
    rule(
        "unit-of-a-post", "post",
        r"\b(?P<the>the )?(?P<unit>days?|weeks?|months?|years?|hours?|minutes?|decades?)\b(?: \d{1,2}\b)?(?![\s-]*old\b)", _unit,
    ),
    rule("day-of-a-post", "post", rf"\b(?P<word>{either(_DAYS_FROM_TODAY)})\b", _day),
    rule("weekend-of-a-post", "post", r"\b(?:the )?(?:weekend|wkend|wknd)s?\b", _weekend),
    rule("parts-of-day-of-a-post", "post", rf"\b(?P<last>last )?(?P<part>{either(DAY_PARTS)})s\b", _parts),
    rule(
        "weekday-of-a-post", "post", rf"\b(?:{_RELATION} )?(?P<weekday>{_SHORT_WEEKDAY})\b", read_weekday,
    ),
    rule(
        "weekday-of-a-post", "post",
        rf"\b(?P<x>{_RELATION} (?P<weekday>{_SHORT_WEEKDAY_OR_WORD}))\b(?! (?:is|was|down|well)\b)", read_weekday,
    ),
    rule(
        "weekday-of-a-post", "post",
        rf"""\b(?:(?:{_BEFORE_A_DAY}) |{_ANY_SHORT_WEEKDAY}{_JOIN})(?P<x>(?P<relation>)(?P<weekday>{_SHORT_WEEKDAY_OR_WORD}))\b""",
        read_weekday,
    ),
    rule(
        "weekday-of-a-post", "post",
        rf"\b(?P<relation>)(?P<weekday>{_SHORT_WEEKDAY_OR_WORD})\b(?= {DAY_PART}|{_JOIN}{_ANY_SHORT_WEEKDAY}\b)", read_weekday,
    ),
    rule(
        "month-of-a-post", "post",
        rf"\b(?:in|this|next|last|since|till|until|by|early|late|mid|end)[\s-](?P<x>(?P<month>{either(MONTH_ABBREVIATIONS)}))\b",
        read_month, is_month,
    ),
    rule(
        "date-of-a-post", "post",
        r"(?<![\w.])(?P<first>\d{1,2})(?P<mark>\.)(?P<second>\d{1,2})(?P=mark)(?P<year>\d\d)(?![\w.]*\d)", read_numeric,
    ),
    rule(  # "at 2215", which can be no year of these days
        "clock-of-a-post", "post",
        rf"""(?:\b(?:at|by|til|till|until|from|abt|about|around|{DAY_PART},?)\s|@\s?)
            (?P<x>(?!19|20[0-4])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d))(?![\d:/-]|\.\d)(?= [^s]|$|[^\w\s])""",
        read_clock,
    ),
    rule("year-of-a-post", "post", r"(?<![\w#.$/-])(?P<year>20[0-4]\d)(?![\d:/-]|[.,]\d)", read_year, _is_within_a_name),
    rule(
        "decade-of-a-post", "post",
        r"(?<!\bmy\s)(?<!\bhis\s)(?<!\bher\s)(?<!\btheir\s)\b(?P<decade>[5-9]0'?s)\b", read_decade,
    ),
    rule("holiday-of-a-post", "post", HOLIDAY_NAME, read_holiday, is_holiday),
)  # fmt: skip
