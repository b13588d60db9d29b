"""Tells news, whose dates lean on publication, from narrative, whose dates lean on the last one named."""

from __future__ import annotations

from datetime import date

from ingest.extractors.times.fragments import MONTH_NAME, YEAR, compiled

_BEFORE_CHRIST = compiled(r"\b\d{1,4} (?:bce?\b|b\.c\.)")

_DEICTIC = compiled(
    rf"""\b(?:yesterday|today|tomorrow|tonight|overnight|ago|recently|currently|year earlier|fiscal
    |(?:first|second|third|fourth)[\s-]quarter
    |(?<!bloody\s)(?<!easter\s)(?:mon|tues|wednes|thurs|fri|satur|sun)day(?!,? (?:the )?(?:\d|{MONTH_NAME}))
    |(?:last|this|next) (?:week|weekend|month|year|night|morning|summer|winter|spring|fall|autumn|quarter))\b"""
)
_YEAR = compiled(
    rf"""(?:(?P<dated>\b{MONTH_NAME},? (?:of )?|{MONTH_NAME} \d{{1,2}},?\s+)
    |\b(?:in|since|by|until|from|to|of|during|late|early|mid)\s+|[(\n-])(?P<year>{YEAR})"""
)

# A year this far from publication is history.
_NEAR_YEARS = 1

# A dated day or month of history weighs more than a year in passing; a word that leans on the present day weighs against.
_DATED_WEIGHT, _YEAR_WEIGHT, _DEICTIC_WEIGHT = 3, 1, 3
_MINIMUM = 10

# News leans on its day at once: a weekday this near the start weighs as much as three elsewhere.
_OPENING_CHARACTERS, _OPENING_WEIGHT = 500, 9


def is_narrative(lowered: str, published: date | None) -> bool:
    """Whether the text is a story whose years are history and few of whose words lean on a present day.

    Without a publication day every year counts as history.
    """
    dated, bare = 0, sum(1 for _ in _BEFORE_CHRIST.finditer(lowered))
    for match in _YEAR.finditer(lowered):
        if published is None or abs(int(match["year"]) - published.year) > _NEAR_YEARS:
            dated += match["dated"] is not None
            bare += match["dated"] is None
    deictic = [match.start() for match in _DEICTIC.finditer(lowered)]
    if published is None and dated + bare and not deictic:
        return True
    opening = _OPENING_WEIGHT if deictic and deictic[0] < _OPENING_CHARACTERS else 0
    return _DATED_WEIGHT * dated + _YEAR_WEIGHT * bare - _DEICTIC_WEIGHT * len(deictic) - opening >= _MINIMUM
