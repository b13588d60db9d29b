"""Tells news, whose dates lean on publication, from narrative, whose dates lean on the last one named."""

from __future__ import annotations

import re
from datetime import date

from ingest.extractors.times.fragments import MONTH_NAME, YEAR

_DEICTIC = re.compile(
    r"\b(?:yesterday|today|tomorrow|tonight|overnight|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:last|this|next)\s+(?:week|weekend|month|year|night|morning|summer|winter|spring|fall|autumn|quarter)|ago)\b"
)
_YEAR = re.compile(rf"(?:\b(?:in|since|by|until|from|to|of|during|late|early|mid|{MONTH_NAME}|\d,?)\s+|[(\n-])({YEAR})")

# A year this far from publication is history.
_NEAR_YEARS = 1
_MINIMUM_YEARS = 3


def is_narrative(lowered: str, published: date | None) -> bool:
    """Whether most of the text's years are history and few of its words lean on a present day.

    Without a publication day every year counts as history.
    """
    years = [int(match[1]) for match in _YEAR.finditer(lowered)]
    far = sum(published is None or abs(year - published.year) > _NEAR_YEARS for year in years)
    deictic = sum(1 for _ in _DEICTIC.finditer(lowered))
    if published is None and years and not deictic:
        return True
    return far >= _MINIMUM_YEARS and far > 2 * deictic and far >= len(years) / 2
