"""Pieces of pattern that the rules share; all for lower-cased text with plain dashes and quotation marks.

In these, and in every pattern of the grammar, a blank stands for white space of any length; a line's end and the indentation
behind it stand for nothing.
"""

from __future__ import annotations

import re

from ingest.extractors.times.words import (
    CARDINALS,
    DAY_PARTS,
    DECADES,
    MONTHS,
    ORDINALS,
    SEASONS,
    UNIT_ABBREVIATIONS,
    WEEKDAYS,
    either,
)


def compiled(pattern: str) -> re.Pattern[str]:
    """The regular expression of a pattern of the grammar."""
    return re.compile(re.sub(r"\n *", "", pattern).replace(" ", r"\s+"))


_SHORT_MONTHS = [name for name in MONTHS if len(name) <= 4 and name not in {"may", "june", "july"}]
_SHORT_WEEKDAYS = [name for name in WEEKDAYS if len(name) <= 5 and not name.endswith("day")]
_LONG_MONTHS = either(name for name in MONTHS if name not in _SHORT_MONTHS)

# An abbreviation needs its dot, or a figure beside it: "Mar. 3", "3 Mar", "Fri, 8pm", but not "mar the view".
_BESIDE_A_FIGURE = r"(?:\.|\b(?=,?\s*\d))"
MONTH_NAME = rf"(?:(?:{_LONG_MONTHS})\b|(?:{either(_SHORT_MONTHS)}){_BESIDE_A_FIGURE})"
MONTH_NAME_BEHIND_A_DAY = rf"(?:{either(MONTHS)})(?:\.|\b)"
WEEKDAY_NAME = rf"(?:(?:{either(name for name in WEEKDAYS if name.endswith('day'))})\b|(?:{either(_SHORT_WEEKDAYS)}){_BESIDE_A_FIGURE})"
SEASON_NAME = rf"(?:{either(SEASONS)})(?:time)?\b"
DAY_PART = rf"(?:{either(DAY_PARTS)})\b"
ORDINAL_DAY = rf"(?:{either(ORDINALS)})\b"
DECADE_NAME = rf"(?:{either(DECADES)})\b"

# Not a day of the month: "March 12:30", "June 30,000 people", "May 5 percent".
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\w|[.,:]\d|\s?%|\s?(?:percent|per cent|million|billion|a\.m|p\.m|am|pm)\b)"
YEAR = r"(?:1\d{3}|20\d\d)(?!\w|[.,:]\d)"

CARDINAL = rf"(?:{either(CARDINALS)})"
FIGURE = r"\d{1,3}(?:,\d{3})+|\d{1,4}(?:\.\d{1,2})?"
NUMBER = (
    rf"(?:(?:{FIGURE}|{CARDINAL}(?:[\s-]+(?:and )?{CARDINAL})*)(?: and a half|\s*½|-and-a-half| 1/2)?"
    r"|half(?: of)? an?|an? half|half|a (?:couple|dozen)(?: of)?|couple of|another|an?)"
)
VAGUE_NUMBER = r"""(?:several|a few|few|some|many|a number of|a handful of|dozens of|scores of|hundreds of|thousands of
    |numerous|countless)"""
ABOUT = r"""(?:(?:for )?(?:more than|less than|fewer than|no more than|no less than|at least|at most|up to|as many as|as long as
    |about|around|almost|nearly|roughly|approximately|some|just|only|just over|just under|over|under|well over|exactly|barely
    |close to|another|an? estimated|a mere|a total of) )"""

UNIT = r"(?:hour|day|week|month|quarter|year|decade|century)"
UNITS_ALONE = r"(?:minutes|hours|days|weeks|months|years|decades|centuries)"
UNITS = r"""(?:seconds?|minutes?|hours?|days?|weeks?|fortnights?|weekends?|months?|quarters?|years?|decades?
    |centur(?:y|ies)|(?:%s)s?)""" % either(UNIT_ABBREVIATIONS)  # noqa: UP031

# Between a number and its unit; figures may stand right at it: "18days".
GAP = r"(?:[\s-]+|(?<=\d))"

# A part of the unit that follows: "early", "the end of". The whole unit is named all the same.
PART_OF = r"""(?:(?:very )?(?:early|late|mid|later|earlier)(?: (?:on|in))?[\s-]+(?:the )?
    |(?:the )?(?:very )?(?:beginning|start|middle|end|close|turn|rest|remainder|outset|height
    |(?:early|latter|first|later|last|final|better|greater|most) part
    |(?:first|second|third|fourth|last|final|opening|closing) (?:week|weekend|fortnight|half)
    |(?:early|late|wee|small|pre-?dawn|first|last|closing|final|opening|waning) (?:days|weeks|months|hours|years)) of (?:the )?)"""

THAT_YEAR = (
    r"(?:that (?:same )?year|the same year|last year|this year|next year|the previous year|the following year"
    r"|the next year|the year before)\b"
)


def singular(unit: str) -> str:
    """The dictionary form of a unit as written: "hours" and "hrs" are "hour"."""
    if unit.startswith("centur"):
        return "century"
    one = unit.removesuffix("s")
    return UNIT_ABBREVIATIONS.get(one, one)
