"""Finds the words that tell where a place lies from the one named behind them: "12 km north of", "about 20 miles outside", "west of"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from typing import get_args

from ingest.annotations import Direction

DIRECTIONS: tuple[Direction, ...] = get_args(Direction)

_KM_BY_UNIT = {
    "km": 1.0, "kms": 1.0, "kilometre": 1.0, "kilometer": 1.0, "mile": 1.609344, "metre": 0.001, "meter": 0.001, "m": 0.001,
    "yard": 0.0009144,
}  # fmt: skip
_NUMBERS = {
    "a": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0, "eight": 8.0, "nine": 9.0,
    "ten": 10.0, "eleven": 11.0, "twelve": 12.0, "a dozen": 12.0, "fifteen": 15.0, "twenty": 20.0, "twenty-five": 25.0, "thirty": 30.0,
    "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "seventy": 70.0, "eighty": 80.0, "ninety": 90.0, "a hundred": 100.0, "half a": 0.5,
}  # fmt: skip
_COMPASS = r"(?:(?:north|south)[ -]?(?:east|west)?|east|west)(?:ern)?"
# "the eastern city of", "the Russian border town", "central": what may stand between the phrase and the name.
_KINDS = "city|town|village|settlement|hamlet|capital|port|suburb|community|centre|center|hub|outskirts|edge"
_BEFORE_NAME = (
    r"(?:(?:the|its|nearby|central|downtown)\s)?"
    rf"(?:(?:[\w'’-]+\s){{0,4}}?(?:{_KINDS})(?:\sof(?:\sthe\s(?:{_KINDS})\sof)?|,)?\s)?"
)
_PHRASE = re.compile(
    rf"(?<![\w.,$£€-])(?:(?P<number>\d+(?:[.,]\d+)?|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})[\s-]?"
    r"(?P<unit>kms?|kilomet(?:re|er)s?|miles?|m|met(?:re|er)s?|yards?)(?:\s\([^()]{1,25}\))?\s"
    rf"(?:(?:away\s)?(?:(?:to\s)?the\s|due\s|just\s)?(?P<direction>{_COMPASS})(?:\sof|\sfrom)|away\sfrom|from|outside(?:\sof)?)"
    rf"|(?P<bare>{_COMPASS})\sof|near|outside(?:\sof)?|close\sto|not\sfar\sfrom|on\sthe\soutskirts\sof)\s{_BEFORE_NAME}"
    r"(?=[^\W\d_])",
    re.IGNORECASE,
)
# What joins a place to the words that tell where it lies: "X, about", "X, which lies some", "X (", "X is a small town".
_JOINING = (
    r"(?:,|\s\(|\s[–—-])?\s?(?:(?:which|that|is|are|was|lies|lie|lying|sits|stands|located|situated|about|around|some|roughly|approximately|"
    r"just|only|nearly|almost|over|under|more|less|than|at|least|barely|up|to|an?|the|small|tiny|remote|rural|farming|mining|former|"
    r"village|town|city|settlement|hamlet|suburb|community)\s){0,7}"
)
_DESCRIBED = re.compile(
    rf"(?<![^\W\d_])[^\W\d_a-z][\w'’-]*(?P<joining>(?:,|\s\(|\s[–—-]|(?=\s(?:is|lies|sits)\s)){_JOINING})$"
)
_JOINING_REACH = 70


@dataclass(frozen=True, slots=True)
class OffsetPhrase:
    """Words from `start` on that tell where something lies from the name that begins at `name_start`.

    `distance_km` and `direction` are None where they do not tell them ("near"); `described_end` is where the name ends of which they
    tell it, None where they follow no capitalised word.
    """

    start: int
    name_start: int
    distance_km: float | None
    direction: Direction | None
    described_end: int | None


def offset_phrases(text: str) -> Iterator[OffsetPhrase]:
    """The phrases before a capitalised word, in text order."""
    for match in _PHRASE.finditer(text):
        if not text[match.end()].isupper():
            continue
        direction = match["direction"] or match["bare"]
        number, unit = match["number"], match["unit"]
        distance_km = _distance_km(number, unit) if number is not None else None
        if unit is not None and unit.lower() == "m" and direction is None:
            continue  # millions from somebody
        before = text[max(0, match.start() - _JOINING_REACH) : match.start()]
        described = _DESCRIBED.search(before) if distance_km is not None or direction is not None else None
        yield OffsetPhrase(
            start=match.start(),
            name_start=match.end(),
            distance_km=distance_km,
            direction=_direction(direction) if direction is not None else None,
            described_end=match.start() - len(described["joining"]) if described is not None else None,
        )


def _distance_km(number: str, unit: str) -> float:
    words = " ".join(number.lower().split())
    value = _NUMBERS[words] if words in _NUMBERS else _number(words)
    key = unit.lower()
    return value * (_KM_BY_UNIT[key] if key in _KM_BY_UNIT else _KM_BY_UNIT[key.removesuffix("s")])


def _number(digits: str) -> float:
    """ "1,500" is a thousand and a half, "1,5" one and a half."""
    whole, comma, rest = digits.partition(",")
    return float(whole + rest) if comma and len(rest) == 3 else float(digits.replace(",", "."))


def _direction(words: str) -> Direction:
    plain = re.sub(r"[\s-]", "", words.lower()).removesuffix("ern")
    return next(each for each in DIRECTIONS if each == plain)


def components(direction: Direction) -> tuple[float, float]:
    """How far north and east one step in a direction leads."""
    north = ("north" in direction) - ("south" in direction)
    east = ("east" in direction) - ("west" in direction)
    length = sqrt(north * north + east * east)
    return north / length, east / length
