"""Years, decades and centuries, and the figures of four that are none of them."""

from __future__ import annotations

import re

from ingest.extractors.times.discourse import Discourse
from ingest.extractors.times.fragments import DECADE_NAME, PART_OF, YEAR, compiled
from ingest.extractors.times.moments import of_century, of_decade, of_year
from ingest.extractors.times.rules import Reading, Rule, rule
from ingest.extractors.times.words import DECADES, ORDINALS, either, load_list, ordinal_of

# Figures of four that name no year unless a word says so.
_EARLIEST_BARE_YEAR, _YEARS_AHEAD = 1700, 60
_EARLIEST_YEAR_BEFORE_A_PLURAL = 1900  # "in 1998 rebels attacked", but "in 1200 villages"
_CONTEXT = 30

# "$1999", "F-2000", "5 2000" are no years; "mid-1942" and "1941-1942" are.
_STUCK = re.compile(r"[\d$£€#.:/@]$|(?<!\bmid)(?<!\bearly)(?<!\blate)(?<!\bpost)(?<!\bpre)(?<=[a-z])-$|\d\s$")
_OWNER = re.compile(r"(?:\b(?:the|his|her|its|their|a|this|that)|'s|s')\s+$")
_COUNTED_BEFORE = frozenset(load_list("years.toml", "words_before_a_count"))
_YEAR_BEFORE = frozenset(load_list("years.toml", "words_before_a_year"))
_COUNTED_AFTER = compiled(rf" (?:{either(load_list('years.toml', 'units_after_a_count'))})\b|\s?%")
_NAME_BEFORE = compiled(rf"\b(?:{either(load_list('years.toml', 'names_before_a_number'))}) $")
_PLURAL_AFTER = re.compile(
    r"\s+(?!(?:and|or|but|that|which|when|as|with|for|in|to)\b)(?:[a-z]+\s+)?(?!(?:was|has|its|his|this)\b)[a-z]{2,}s\b(?!')"
)
_PLURAL_NEXT = re.compile(r"\s+(?!(?:was|has)\b)[a-z-]{2,}(?<![sui])s\b(?!')")

_MODIFIER = rf"(?:{PART_OF})?"
_ORDINAL = rf"(?:{either(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"


def is_year(match: re.Match[str], text: str) -> bool:
    """Whether four figures are a year: by the words around them, not a count, a price or the number of something."""
    start, end = match.span("year")
    before, after = text[max(0, start - _CONTEXT) : start].lower(), text[end : end + _CONTEXT].lower()
    if _STUCK.search(before) or _COUNTED_AFTER.match(after) or _NAME_BEFORE.search(before):
        return False
    if match.start() + 2 < start:  # "early 1942", "the end of 1942", "the year 1942"
        return True
    word = re.search(r"([\w']+)\W*$", before)
    previous = word[1] if word else ""
    if previous in _COUNTED_BEFORE and _PLURAL_AFTER.match(after):
        return False
    counted = _PLURAL_NEXT.match(after) is not None
    if previous in _YEAR_BEFORE:
        return not counted or int(match["year"]) >= _EARLIEST_YEAR_BEFORE_A_PLURAL
    return int(match["year"]) >= _EARLIEST_BARE_YEAR and (not counted or _OWNER.search(before) is not None)


def read_year(match: re.Match[str], at: Discourse) -> Reading | None:
    """A year from the group `year`."""
    year = int(match["year"])
    latest = (at.published.year if at.published else 2040) + _YEARS_AHEAD
    if not 1000 <= year <= max(latest, 2100):
        return None
    moment = of_year(year)
    # A year named in passing leaves a story in its month.
    running = at.running
    passing = running is not None and running.year == year and running.finer_than("year")
    return Reading("DATE", "explicit", moment=moment, moves=not passing)


def _second_year(match: re.Match[str], _: Discourse) -> Reading | None:
    first, short = int(match["first"]), match["short"]
    year = int(str(first)[: 4 - len(short)] + short)
    return Reading("DATE", "explicit", moment=of_year(year)) if first < year else None


def read_decade(match: re.Match[str], at: Discourse) -> Reading | None:
    """A decade from the group `decade`."""
    words = match["decade"]
    if figures := re.fullmatch(r"(\d{3})0s", words):
        year, certain = int(figures[1]) * 10, True
    else:
        tens = DECADES.get(words) or int(words.strip("'s"))
        century = (at.now.year if at.now else 1999) // 100 * 100
        year, certain = (century if at.now and century + tens <= at.now.year else 1900) + tens, False
        if at.narrative and at.now:
            year, certain = at.now.year // 100 * 100 + tens, True
    return Reading(
        "DATE",
        "explicit" if certain else "relative",
        moment=of_decade(year),
        certain=certain or words.startswith("'"),
        moves=False,
    )


def _century(match: re.Match[str], _: Discourse) -> Reading | None:
    number = ordinal_of(match["number"])
    if number is None or not 1 < number < 30:
        return None
    return Reading("DATE", "explicit", moment=of_century((number - 1) * 100), moves=False)


RULES: tuple[Rule, ...] = (
    rule("year", "year", rf"{_MODIFIER}(?:the years? (?:of )?)?(?P<year>{YEAR})", read_year, is_year),
    rule(
        "second-year-of-range",
        "year",
        r"(?<![\d-])(?P<first>1\d{3}|20\d\d)\s?[-/]\s?(?P<x>(?P<short>\d\d))(?![\d-]|[.,]\d)",
        _second_year,
    ),
    rule("decade", "decade", rf"(?:the )?{_MODIFIER}(?:the )?(?P<decade>(?:1\d|20)\d0s|'\d0s)\b", read_decade),
    rule("decade", "decade", rf"(?:the )?(?:{PART_OF}|the )(?P<decade>\d0s|{DECADE_NAME})\b", read_decade),
    rule("century", "century", rf"(?:the )?{_MODIFIER}(?P<number>{_ORDINAL})[\s-]centur(?:y|ies)\b", _century),
)
