"""How often: "every week", "daily", "twice a month", "each Monday"."""

from __future__ import annotations

import re

from ingest.extractors.times.discourse import Discourse
from ingest.extractors.times.durations import timex_of
from ingest.extractors.times.fragments import DAY_PART, NUMBER, SEASON_NAME, WEEKDAY_NAME, singular
from ingest.extractors.times.rules import Reading, Rule, group, rule
from ingest.extractors.times.words import DAY_PARTS, SEASON_CODES, SEASONS, WEEKDAYS, either, load_table, number_of

FREQUENCIES = load_table("calendar.toml", "frequencies")


def _set(timex: str) -> Reading:
    return Reading("SET", "none", timex=timex, moves=False)


def _every_unit(match: re.Match[str], _: Discourse) -> Reading | None:
    words = match["number"]
    number = 2.0 if words == "other" else number_of(words) if words else 1.0
    return _set(timex_of(number, singular(match["unit"])))


def _every_weekday(match: re.Match[str], _: Discourse) -> Reading | None:
    name = match["weekday"].rstrip(".")
    number = WEEKDAYS.get(name) or WEEKDAYS[name.removesuffix("s")]
    part = group(match, "part")
    return _set(f"XXXX-WXX-{number}" + (f"T{DAY_PARTS[part]}" if part else ""))


def _every_part(match: re.Match[str], _: Discourse) -> Reading | None:
    return _set(f"XXXX-XX-XXT{DAY_PARTS[match['part']]}")


def _every_season(match: re.Match[str], _: Discourse) -> Reading | None:
    return _set(f"XXXX-{SEASON_CODES[SEASONS[match['season']]]}")


def _frequency(match: re.Match[str], _: Discourse) -> Reading | None:
    return _set(FREQUENCIES[match[0]])


RULES: tuple[Rule, ...] = (
    rule(
        "every-unit", "unit",
        rf"""\b(?:every|each|per)(?: (?P<number>other|{NUMBER}))? (?:single |passing )?
            (?P<unit>minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?|mins?|hrs?|wks?|mths?|yrs?)\b""",
        _every_unit,
    ),
    rule("every-weekday", "weekday", rf"\b(?:every|each) (?P<weekday>{WEEKDAY_NAME})(?: (?P<part>{DAY_PART}))?", _every_weekday),
    rule("weekdays", "weekdays", r"(?:on )?(?P<x>(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)days)\b)", _every_weekday),
    rule("every-part-of-day", "part", rf"\b(?:every|each) (?P<part>{DAY_PART})", _every_part),
    rule("every-season", "season", rf"\b(?:every|each) (?P<season>{SEASON_NAME})", _every_season),
    rule("frequency", "frequency", rf"\b(?:{either(FREQUENCIES)})\b", _frequency),
)  # fmt: skip
