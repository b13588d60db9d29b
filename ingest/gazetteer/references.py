"""Resolves "the city", "the region", "that village" to the place that the text named before."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import exp

from spacy.tokens import Doc

from ingest.annotations import Span, Toponym
from ingest.gazetteer.gazetteer import Gazetteer
from ingest.gazetteer.records import Feature

_SETTLEMENT: frozenset[Feature] = frozenset({"town"})
_DIVISION: frozenset[Feature] = frozenset({"region", "district", "area"})
_FEATURES: Mapping[str, frozenset[Feature]] = {
    "city": _SETTLEMENT,
    "town": _SETTLEMENT,
    "village": _SETTLEMENT,
    "settlement": _SETTLEMENT,
    "capital": _SETTLEMENT,
    "region": _DIVISION,
    "province": _DIVISION,
    "oblast": _DIVISION,
    "district": frozenset({"district"}),
    "county": frozenset({"district"}),
    "country": frozenset({"country"}),
    "river": frozenset({"river"}),
}
_REFERENCE = re.compile(
    r"\b(?:[Tt]he|[Tt]hat|[Tt]his) (?:[a-z]+ )?(" + "|".join(_FEATURES) + r")\b(?! of\b|-| [A-Z]| hall\b| council\b)"
)
# A mention fades to a third over so many characters, about a paragraph of news.
FADING_CHARACTERS = 700
# Below this activation nothing is spoken of any more; below this lead over the next two are.
LEAST_ACTIVATION = 0.1
LEAST_LEAD = 1.25
# What stands for a government is hardly what "the city" means.
METONYM_WEIGHT = 0.1
CITY_POPULATION, VILLAGE_POPULATION = 10_000, 15_000


def place_references(doc: Doc, text: str, toponyms: Sequence[Toponym], gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """References in text order, each a toponym with the name of the place meant and the reason "reference".

    A place's activation is the sum of its mentions so far, each fading with distance; the most active one of the right kind is meant.
    Where two are about as active, or none is, the reference is left out.
    """
    references = []
    plain = doc.text if len(doc.text) == len(text) else text
    for match in _REFERENCE.finditer(plain):
        noun = match[1].lower()
        activations: defaultdict[str, float] = defaultdict(float)
        mentions: dict[str, Toponym] = {}
        for toponym in toponyms:
            if toponym.span.start >= match.start():
                break
            if toponym.form != "name" or toponym.place_id is None or not _fits(toponym.place_id, noun, gazetteer):
                continue
            weight = METONYM_WEIGHT if toponym.metonym else 1.0
            activations[toponym.place_id] += weight * exp((toponym.span.end - match.start()) / FADING_CHARACTERS)
            mentions[toponym.place_id] = toponym
        ranked = sorted(activations.items(), key=lambda item: -item[1])
        if not ranked or ranked[0][1] < LEAST_ACTIVATION:
            continue
        if len(ranked) > 1 and ranked[0][1] < LEAST_LEAD * ranked[1][1]:
            continue
        references.append(
            _reference(Span(*match.span()), mentions[ranked[0][0]], ranked[0][1] / sum(activations.values()))
        )
    return tuple(references)


def _fits(place_id: str, noun: str, gazetteer: Gazetteer) -> bool:
    place = gazetteer.place(place_id)
    if place.feature not in _FEATURES[noun]:
        return False
    if noun == "city":
        return place.population >= CITY_POPULATION
    if noun == "village":
        return place.population <= VILLAGE_POPULATION
    if noun == "capital":
        return bool(gazetteer.is_capital[gazetteer.index(place_id)])
    return True


def _reference(span: Span, antecedent: Toponym, share: float) -> Toponym:
    return Toponym(
        span=span,
        form="name",
        name=antecedent.name,
        place_id=antecedent.place_id,
        geonameid=antecedent.geonameid,
        latitude=antecedent.latitude,
        longitude=antecedent.longitude,
        country=antecedent.country,
        reason="reference",
        confidence=round(share * antecedent.confidence, 2),
    )
