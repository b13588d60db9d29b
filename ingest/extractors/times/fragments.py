"""Pieces of pattern that the rules share; all for lower-cased text with plain blanks, dashes and quotation marks."""

from __future__ import annotations

import re

from ingest.extractors.times.words import (
    CARDINALS,
    DAY_PARTS,
    DECADES,
    MONTHS,
    ORDINALS,
    SEASONS,
    WEEKDAYS,
    either,
)

_SHORT_MONTHS = [name for name in MONTHS if len(name) <= 4 and name not in {"may", "june", "july"}]
_SHORT_WEEKDAYS = [name for name in WEEKDAYS if len(name) <= 5 and not name.endswith("day")]
_LONG_MONTHS = either(name for name in MONTHS if name not in _SHORT_MONTHS)

# An abbreviation needs its dot, or a figure behind it: "Mar. 3", "3 Mar 2022", but not "mar the view".
MONTH_NAME = rf"(?:(?:{_LONG_MONTHS})\b|(?:{either(_SHORT_MONTHS)})(?:\.|\b(?=,?\s+\d)))"
WEEKDAY_NAME = rf"(?:(?:{either(name for name in WEEKDAYS if name.endswith('day'))})\b|(?:{either(_SHORT_WEEKDAYS)})(?:\.|\b(?=,?\s+\d)))"
SEASON_NAME = rf"(?:{either(SEASONS)})(?:time)?\b"
DAY_PART = rf"(?:{either(DAY_PARTS)})\b"
ORDINAL_DAY = rf"(?:{either(ORDINALS)})\b"
DECADE_NAME = rf"(?:{either(DECADES)})\b"

# Not a day of the month: "March 12:30", "June 30,000 people", "May 5 percent".
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\w|[.,:]\d|\s?%|\s?(?:percent|per\s+cent|million|billion|a\.m|p\.m|am|pm)\b)"
YEAR = r"(?:1\d{3}|20\d\d)(?!\w|[.,:]\d)"

CARDINAL = rf"(?:{either(CARDINALS)})"
FIGURE = r"\d{1,3}(?:,\d{3})+|\d{1,4}(?:\.\d{1,2})?"
NUMBER = (
    rf"(?:(?:{FIGURE}|{CARDINAL}(?:[\s-]+(?:and\s+)?{CARDINAL})*)(?:\s+and\s+a\s+half|\s*½|-and-a-half|\s+1/2)?"
    r"|half(?:\s+of)?\s+an?|an?\s+half|half|a\s+(?:couple|dozen)(?:\s+of)?|couple\s+of|another|an?)"
)
VAGUE_NUMBER = r"(?:several|a\s+few|few|some|many|a\s+number\s+of|a\s+handful\s+of|dozens\s+of|scores\s+of|hundreds\s+of|thousands\s+of|numerous|countless)"
ABOUT = (
    r"(?:(?:for\s+)?(?:more\s+than|less\s+than|fewer\s+than|no\s+more\s+than|no\s+less\s+than|at\s+least|at\s+most|up\s+to|as\s+many\s+as|as\s+long\s+as"
    r"|about|around|almost|nearly|roughly|approximately|some|just|only|just\s+over|just\s+under|over|under|well\s+over|exactly|barely|close\s+to|another|an?\s+estimated|a\s+mere|a\s+total\s+of)\s+)"
)

UNIT = r"(?:second|minute|hour|day|week|fortnight|weekend|month|quarter|year|decade)"
UNITS = (
    r"(?:seconds?|minutes?|hours?|days?|weeks?|fortnights?|weekends?|months?|quarters?|years?|decades?|centur(?:y|ies))"
)

# A part of the unit that follows: "early", "the end of". The whole unit is named all the same.
PART_OF = (
    r"(?:(?:very\s+)?(?:early|late|mid|later|earlier)(?:\s+(?:on|in))?[\s-]+(?:the\s+)?"
    r"|(?:the\s+)?(?:very\s+)?(?:beginning|start|middle|end|close|turn|rest|remainder|outset|height"
    r"|(?:early|latter|first|later|last|final|better|greater|most)\s+part"
    r"|(?:early|late|first|last|closing|final|opening|waning)\s+(?:days|weeks|months|hours|years))\s+of\s+(?:the\s+)?)"
)

THAT_YEAR = (
    r"(?:that\s+(?:same\s+)?year|the\s+same\s+year|last\s+year|this\s+year|next\s+year|the\s+previous\s+year|the\s+following\s+year"
    r"|the\s+next\s+year|the\s+year\s+before)\b"
)


def singular(unit: str) -> str:
    """The dictionary form of a unit as written."""
    if unit.startswith("centur"):
        return "century"
    return unit.rstrip("s") if re.fullmatch(UNITS, unit) else unit
