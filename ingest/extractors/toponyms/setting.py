"""Where a text is at home, by its source, its telephone numbers and the bodies it speaks of: local news often name no state."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from ingest.gazetteer import Gazetteer
from ingest.gazetteer.tables import read_table

_DATA = Path(__file__).parent / "data"
_TELEPHONE = re.compile(r"(?<![\d-])\(?([2-9]\d\d)\)?[-. ]{1,2}\d{3}[-.]\d{4}(?!\d)")
_WORD = re.compile(r"\w+")
# A telephone number or a body of the state says as much as two names of the state, a country's phrase less.
TELEPHONE_WEIGHT = 2.0
DIVISION_WEIGHT = 2.0
PHRASE_WEIGHT, PHRASES_COUNTED = 0.7, 2
# What a source is known to write about says as much as three names.
HOME_WEIGHT = 3.0


def find_setting(
    text: str, gazetteer: Gazetteer, home: str | None = None, source: Mapping[int, float] | None = None
) -> dict[int, float]:
    """Weights of places (record indexes) that the text is set in, in names' worth; none where nothing tells.

    `home` is the id of the town, division or country that the text's source writes about, `source` the weights of what else tells of it.

    Raises:
        UnknownPlace: the gazetteer does not know `home`.
    """
    weights: defaultdict[int, float] = defaultdict(float, source or {})
    if home is not None:
        weights[gazetteer.index(home)] += HOME_WEIGHT
    for code in {match[1] for match in _TELEPHONE.finditer(text)}:
        place_id = _area_codes().get(code)
        if place_id is not None:
            weights[gazetteer.index(place_id)] += TELEPHONE_WEIGHT
    phrases = _phrases_in(text.lower().replace("’", "'"))
    for place_id in {_division_cues()[phrase] for phrase in phrases if phrase in _division_cues()}:
        weights[gazetteer.index(place_id)] += DIVISION_WEIGHT
    countries: defaultdict[str, int] = defaultdict(int)
    for phrase in phrases:
        if phrase in _country_cues():
            countries[_country_cues()[phrase]] += 1
    for country, count in countries.items():
        index = gazetteer.country_record(country)
        if index is not None:
            weights[index] += PHRASE_WEIGHT * min(count, PHRASES_COUNTED)
    return dict(weights)


def _phrases_in(text: str) -> set[str]:
    """The phrases of either table that stand in the text, in lower case, as whole words."""
    found = set()
    for match in _WORD.finditer(text):
        for phrase in _phrases_by_first_word().get(match[0], ()):
            end = match.start() + len(phrase)
            if text.startswith(phrase, match.start()) and not text[end : end + 1].isalnum():
                found.add(phrase)
    return found


@lru_cache(maxsize=1)
def _phrases_by_first_word() -> dict[str, tuple[str, ...]]:
    phrases: defaultdict[str, list[str]] = defaultdict(list)
    for phrase in (*_country_cues(), *_division_cues()):
        first = _WORD.match(phrase)
        if first is not None:
            phrases[first[0]].append(phrase)
    return {first: tuple(found) for first, found in phrases.items()}


@lru_cache(maxsize=1)
def _area_codes() -> dict[str, str]:
    return {row["code"]: row["id"] for row in read_table(_DATA / "area_codes.tsv")}


@lru_cache(maxsize=1)
def _country_cues() -> dict[str, str]:
    return {row["phrase"]: row["country"] for row in read_table(_DATA / "country_cues.tsv")}


@lru_cache(maxsize=1)
def _division_cues() -> dict[str, str]:
    return {row["phrase"]: row["id"] for row in read_table(_DATA / "division_cues.tsv")}
