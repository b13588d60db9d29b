"""The whole grammar: every rule, and the words that must occur in a sentence before a rule is tried on it."""

from __future__ import annotations

import re

from ingest.extractors.times import (
    before_christ,
    clock,
    dates,
    deictic,
    durations,
    holidays,
    periods,
    sets,
    shifts,
    vague,
)
from ingest.extractors.times.fragments import DAY_PART, DECADE_NAME, MONTH_NAME, SEASON_NAME, UNITS, WEEKDAY_NAME
from ingest.extractors.times.rules import Rule
from ingest.extractors.times.words import CLOCK_WORDS, either

# In order of preference among phrases of the same length.
RULES: tuple[Rule, ...] = (
    *before_christ.RULES, *dates.RULES, *durations.RULES, *deictic.RULES, *holidays.RULES, *periods.RULES, *shifts.RULES, *sets.RULES, *clock.RULES, *vague.RULES,
)  # fmt: skip

# One pass over a text finds the classes of trigger in each sentence; a class is the name of its group.
TRIGGER = re.compile(
    rf"\b(?:(?P<era>bce?\b|b\.\s?c\.)|(?P<month>{MONTH_NAME})|(?P<weekdays>(?:mon|tues|wednes|thurs|fri|satur|sun)days)|(?P<weekday>{WEEKDAY_NAME})|(?P<season>{SEASON_NAME})"
    rf"|(?P<decade>\d{{1,3}}0s|{DECADE_NAME})|(?P<today>yesterday|today|tomorrow|tonight|overnight)|(?P<quarter>quarter|q[1-4])\b"
    rf"|(?P<half>half)\b|(?P<fiscal>fiscal|financial)\b|(?P<unit>{UNITS}|weekend)\b|(?P<century>century)"
    rf"|(?P<part>{DAY_PART})|(?P<frequency>hourly|daily|nightly|everyday|weekly|biweekly|fortnightly|monthly|quarterly|yearly|annually)\b"
    rf"|(?P<holiday>{either(holidays.HOLIDAYS)})\b|(?P<year>(?:1\d|20)\d\d(?!\d))|(?P<clock>{either(CLOCK_WORDS)}|\d{{1,2}}[:.]\d\d|o'clock|\d{{1,2}}\s?[ap]\.?\s?m)"
    rf"|(?P<ordinal>the\s+\d{{1,2}}(?:st|nd|rd|th))|(?P<figures>\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d\d)|(?P<vague>(?:{vague.WORDS})\b))"
)

# What one trigger may hide: a full ISO date is also figures, "century" is also a unit.
ALSO = {
    "year": ("figures", "clock", "decade"), "century": ("unit",), "unit": ("century", "quarter", "half", "vague"), "quarter": ("unit",),
    "half": ("unit",), "month": ("season", "holiday"), "weekday": ("holiday",), "decade": ("year",), "today": ("part",), "holiday": ("weekday", "month"),
    "clock": ("figures",), "figures": ("clock", "year"), "weekdays": ("weekday",), "ordinal": ("century", "month"),
}  # fmt: skip

RULES_BY_TRIGGER: dict[str, tuple[int, ...]] = {
    name: tuple(index for index, each in enumerate(RULES) if name in each.triggers) for name in TRIGGER.groupindex
}


def rules_for(classes: set[str]) -> list[int]:
    """Indices of the rules that these trigger classes wake, in order."""
    woken = {
        index for name in classes for each in (name, *ALSO.get(name, ())) for index in RULES_BY_TRIGGER.get(each, ())
    }
    return sorted(woken)
