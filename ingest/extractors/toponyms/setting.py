"""Where a text is at home, by its telephone numbers and the institutions it speaks of: local news often name no state."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from ingest.gazetteer import Gazetteer
from ingest.gazetteer.tables import read_table

_DATA = Path(__file__).parent / "data"
_TELEPHONE = re.compile(r"(?<![\d-])\(?([2-9]\d\d)\)?[-. ]{1,2}\d{3}[-.]\d{4}(?!\d)")
# A telephone number says as much as two names of the state; a phrase less than one, and two phrases are enough.
TELEPHONE_WEIGHT = 2.0
PHRASE_WEIGHT, PHRASES_COUNTED = 0.7, 2


def find_setting(text: str, gazetteer: Gazetteer) -> dict[int, float]:
    """Weights of countries and first-order divisions (record indexes) that the text is set in, none where nothing tells."""
    weights: dict[int, float] = {}
    for code in {match[1] for match in _TELEPHONE.finditer(text)}:
        place_id = _area_codes().get(code)
        if place_id is not None:
            weights[gazetteer.index(place_id)] = TELEPHONE_WEIGHT
    phrases: dict[str, set[str]] = {}
    for match in _phrase_pattern().finditer(text.lower().replace("’", "'")):
        phrases.setdefault(_countries()[match[0]], set()).add(match[0])
    for country, found in phrases.items():
        index = gazetteer.country_record(country)
        if index is not None:
            weights[index] = PHRASE_WEIGHT * min(len(found), PHRASES_COUNTED)
    return weights


@lru_cache(maxsize=1)
def _area_codes() -> dict[str, str]:
    return {row["code"]: row["id"] for row in read_table(_DATA / "area_codes.tsv")}


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    return {row["phrase"]: row["country"] for row in read_table(_DATA / "country_cues.tsv")}


@lru_cache(maxsize=1)
def _phrase_pattern() -> re.Pattern[str]:
    phrases = sorted(_countries(), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b")
