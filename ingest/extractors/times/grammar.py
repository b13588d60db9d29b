"""The whole grammar: every rule, and the words that must occur in a sentence before a rule is tried on it."""

from __future__ import annotations

from ingest.extractors.times import (
    before_christ,
    clock,
    dates,
    deictic,
    durations,
    holidays,
    periods,
    posts,
    sets,
    shifts,
    vague,
    years,
)
from ingest.extractors.times.fragments import (
    DAY_PART,
    DECADE_NAME,
    MONTH_NAME,
    MONTH_NAME_BEHIND_A_DAY,
    SEASON_NAME,
    UNITS,
    WEEKDAY_NAME,
    compiled,
)
from ingest.extractors.times.rules import Rule
from ingest.extractors.times.words import CLOCK_WORDS, DAYS_FROM_TODAY, TONIGHT, either

# In order of preference among phrases of the same length.
RULES: tuple[Rule, ...] = tuple(
    rule
    for module in (
        before_christ,
        dates,
        shifts,
        durations,
        periods,
        years,
        deictic,
        holidays,
        sets,
        clock,
        vague,
        posts,
    )
    for rule in module.RULES
)

_DAY_WORDS = (*DAYS_FROM_TODAY, *TONIGHT, "overnight")
_DAY_LETTERS = "".join(sorted({word[0] for word in _DAY_WORDS}))

# One pass over a text finds the classes of trigger in each sentence; a class is the name of its group.
TRIGGER = compiled(
    rf"""\b(?:(?P<era>bce?\b|b\.\s?c\.)|(?P<month>{MONTH_NAME}|\d{{1,2}}(?:st|nd|rd|th)? {MONTH_NAME_BEHIND_A_DAY})
    |(?P<weekdays>(?:mon|tues|wednes|thurs|fri|satur|sun)days)
    |(?P<weekday>{WEEKDAY_NAME})|(?P<season>{SEASON_NAME})|(?P<decade>\d{{1,3}}0s|{DECADE_NAME})
    |(?P<today>(?=[{_DAY_LETTERS}])(?:{either(_DAY_WORDS)}))|(?P<quarter>quarter|q[1-4])\b|(?P<half>half)\b
    |(?P<fiscal>fiscal|financial)\b|(?P<unit>{UNITS})\b|(?P<counted>\d{{1,4}}(?=[a-z])(?:{UNITS}))\b|(?P<century>century)|(?P<part>{DAY_PART})
    |(?P<frequency>{either(sets.FREQUENCIES)})\b|(?P<holiday>{either(holidays.HOLIDAYS)})\b|(?P<year>(?:1\d|20)\d\d(?!\d))
    |(?P<clock>{either(CLOCK_WORDS)}|\d{{1,2}}[:.]\d\d|o(?:'|\s)?clock\b|\d{{1,4}}\+?\s?[ap]\.?\s?m)
    |(?P<ordinal>the \d{{1,2}}(?:st|nd|rd|th))|(?P<figures>\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d\d)|(?P<vague>(?:{vague.WORDS})\b))"""
)

# What one trigger may hide: a full ISO date begins like a year, "century" is also a unit.
ALSO = {
    "year": ("figures", "clock", "decade"),
    "century": ("unit",),
    "counted": ("unit",),
    "unit": ("century", "quarter", "half", "vague"),
    "quarter": ("unit",),
    "half": ("unit",),
    "month": ("season", "holiday"),
    "weekday": ("holiday",),
    "decade": ("year",),
    "today": ("part",),
    "holiday": ("weekday", "month"),
    "clock": ("figures",),
    "figures": ("clock", "year"),
    "weekdays": ("weekday",),
    "ordinal": ("century", "month"),
}

POST = "post"
RULES_BY_TRIGGER: dict[str, tuple[int, ...]] = {
    name: tuple(index for index, each in enumerate(RULES) if name in each.triggers) for name in TRIGGER.groupindex
}


# The class that every sentence of a short post has.
RULES_BY_TRIGGER[POST] = tuple(index for index, each in enumerate(RULES) if POST in each.triggers)


def rules_for(classes: set[str]) -> list[int]:
    """Indices of the rules that these trigger classes wake, in order."""
    woken = {
        index for name in classes for each in (name, *ALSO.get(name, ())) for index in RULES_BY_TRIGGER.get(each, ())
    }
    return sorted(woken)
