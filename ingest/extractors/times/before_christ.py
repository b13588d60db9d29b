"""Years before Christ: a TIMEX3 value only, since the days of `TimeSpan` begin in the year 1."""

from __future__ import annotations

import re

from ingest.extractors.times.discourse import Discourse
from ingest.extractors.times.fragments import MONTH_NAME, PART_OF, SEASON_NAME
from ingest.extractors.times.rules import Reading, Rule, rule
from ingest.extractors.times.words import MONTHS, SEASON_CODES, SEASONS, ordinal_of

_ERA = r"(?:bce?\b|b\.\s?c\.(?:e\.)?)"
_LATER_ERA = rf"(?=\s*(?:-|to|and|or|until|/)\s*\d{{1,4}}s? {_ERA})"
_UNIT = rf"(?:(?P<month>{MONTH_NAME}) (?:of )?|(?P<season>{SEASON_NAME}) (?:of )?)?"


_PART = rf"(?:the )?(?:{PART_OF})?(?:the )?"
_YEAR = r"(?P<year>\d{1,4})(?P<decade>s)?"


def _read_year(match: re.Match[str], _: Discourse) -> Reading | None:
    timex = f"BC{int(match['year']):04d}"
    if match["month"]:
        timex += f"-{MONTHS[match['month'].rstrip('.')]:02d}"
    elif match["season"]:
        timex += f"-{SEASON_CODES[SEASONS[match['season']]]}"
    elif match["decade"]:
        timex = timex[:-1]
    return Reading("DATE", "none", timex=timex, moves=False)


def _century(match: re.Match[str], _: Discourse) -> Reading | None:
    number = ordinal_of(match["number"])
    return None if number is None else Reading("DATE", "none", timex=f"BC{number - 1:02d}", moves=False)


RULES: tuple[Rule, ...] = (
    rule("year-before-christ", "era", rf"{_PART}{_UNIT}(?<![\d,.]){_YEAR} {_ERA}", _read_year),
    rule("year-before-christ", "era", rf"{_PART}{_UNIT}(?<![\d,.])(?P<x>{_YEAR}){_LATER_ERA}", _read_year),
    rule("century-before-christ", "era", rf"{_PART}(?P<number>\d{{1,2}}(?:st|nd|rd|th)|[a-z]+)[\s-]century {_ERA}", _century),
)  # fmt: skip
