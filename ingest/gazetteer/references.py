"""Resolves "the city", "the region", "that village" to the place that the text named before."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import exp

from spacy.tokens import Doc

from ingest.annotations import Span, Toponym
from ingest.columns import columns_of
from ingest.gazetteer.gazetteer import Gazetteer
from ingest.gazetteer.records import Feature
from ingest.resolution.grammar import is_place_of_somebody
from ingest.resolution.sections import Sections
from ingest.resolution.unlisted import unlisted_places

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
    "state": _DIVISION,
    "district": frozenset({"district"}),
    "county": frozenset({"district"}),
    "country": frozenset({"country"}),
    "river": frozenset({"river"}),
}
_REFERENCE = re.compile(
    r"\b(?:[Tt]he|[Tt]hat|[Tt]his) (?:(?!the )[a-z]+ )?("
    + "|".join(_FEATURES)
    + r")\b(?! of\b|-| [A-Z]| hall\b| council\b)"
)
# Of these capitals only the text knows: the city that it speaks of.
_LESSER_CAPITAL = re.compile(r"\b(?:departmental|district|provincial|regional|state) capital$")
_SETTLEMENT_WORD = r"(city|town|village|settlement)"
_CALLED_BEFORE = re.compile(_SETTLEMENT_WORD + r"(?: of)? $")
_CALLED_BEHIND = re.compile(r",? (?:an?|the) (?:[\w-]+ ){0,3}" + _SETTLEMENT_WORD + r"\b")
CALLED_CHARACTERS = 60
# A mention fades to a third over so many characters, about a paragraph of news; a new paragraph takes its share besides.
FADING_CHARACTERS = 700
FADING_PER_PARAGRAPH = 0.8
# Farther back a mention counts for nothing: so many times the fading leaves less than a hundredth.
REACH_CHARACTERS = 5 * FADING_CHARACTERS
# The town that the text has named most stays present: a share of 1 of those that fit weighs as much as so many mentions right here.
STORY_WEIGHT = 0.5
# Below this activation nothing is spoken of any more; below this lead over the next two are.
LEAST_ACTIVATION = 0.1
LEAST_LEAD = 1.25
# What stands for a government is hardly what "the city" means, where somebody spoke seldom.
METONYM_WEIGHT, ASIDE_WEIGHT = 0.1, 0.3
# A place that the text itself has called a city is meant by "the city" before one that it has called a town.
SAME_CALLED, OTHER_CALLED = 2.0, 0.5
CITY_POPULATION, TOWN_POPULATION, VILLAGE_POPULATION = 10_000, 1_000, 10_000
# Opens the key of a name that no list has.
_UNLISTED = "unlisted:"
# A town below this size is seldom called a city, one that nobody has counted seldom a town.
SURE_CITY_POPULATION, SMALL = 50_000, 0.5


def place_references(doc: Doc, text: str, toponyms: Sequence[Toponym], gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """References in text order, each a toponym with the name of the place meant and the reason "reference".

    A place's activation is the sum of its mentions so far, each fading with distance; the most active one of the right kind is meant,
    first of all one that the text has called by that word. Where two are about as active, or none is, the reference is left out.
    A settlement that no list has can be meant too. A heading that names a place ends what its section can mean by "the town".
    """
    references = []
    parsed = columns_of(doc).text
    plain = parsed if len(parsed) == len(text) else text
    named = [each for each in toponyms if each.form == "name" and each.place_id is not None]
    called = _called(plain, named)
    sections = Sections(plain, toponyms)
    presence = _Presence(plain)
    named = sorted((*named, *_unlisted(doc, toponyms)), key=lambda each: each.span)
    seen = 0
    for match in _REFERENCE.finditer(plain):
        noun = "city" if _LESSER_CAPITAL.search(match[0]) else match[1].lower()
        while seen < len(named) and named[seen].span.start < match.start():
            presence.add(named[seen], 1.0 if sections.is_heading(named[seen].span) else _weight(doc, named[seen]))
            seen += 1
        if noun == "state" and not _stands_alone(doc, match):
            continue
        if seen and plain[named[seen - 1].span.end : match.start()] == ", ":
            # "Farah, the provincial capital, ..." says what its own name has said.
            continue
        section_start = sections.start(match.start()) if _FEATURES[noun] == _SETTLEMENT else 0
        fits = {
            each: _fit(each, noun, called.get(each, frozenset()), gazetteer)
            for each, mention in presence.mentions.items()
            if mention.span.start >= section_start
        }
        activations = presence.activations({place_id: fit for place_id, fit in fits.items() if fit}, match.start())
        ranked = sorted(activations.items(), key=lambda item: -item[1])
        if not ranked or ranked[0][1] < LEAST_ACTIVATION:
            continue
        if len(ranked) > 1 and ranked[0][1] < LEAST_LEAD * ranked[1][1]:
            continue
        share = ranked[0][1] / sum(activations.values())
        references.append(_reference(Span(*match.span()), presence.mentions[ranked[0][0]], share))
        presence.add(replace(references[-1], place_id=ranked[0][0]), 1.0)
    return tuple(references)


def _unlisted(doc: Doc, toponyms: Sequence[Toponym]) -> list[Toponym]:
    """The names that the text uses as those of places though no list has them."""
    covered = {
        token.i
        for toponym in toponyms
        for token in doc.char_span(toponym.span.start, toponym.span.end, alignment_mode="expand") or ()
    }
    # Streets, lakes and districts have a word for it in their name; a town's is mostly bare.
    unlisted = (
        *(each for each in toponyms if each.place_id is None and each.form == "name" and each.name.isalpha()),
        *unlisted_places(doc, covered.__contains__),
    )
    return [replace(each, place_id=_UNLISTED + each.name) for each in unlisted]


class _Presence:
    """How present each place is at a point of the text; `mentions` holds the last mention of each."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.mentions: dict[str, Toponym] = {}
        self._faded: dict[str, float] = {}
        self._weights: defaultdict[str, float] = defaultdict(float)

    def add(self, mention: Toponym, weight: float) -> None:
        """Takes in a mention, behind all that it has taken in before."""
        place_id = mention.place_id or ""
        self._faded[place_id] = self._recent(place_id, mention.span.end) + weight
        self.mentions[place_id] = mention
        self._weights[place_id] += weight

    def activations(self, fits: Mapping[str, float], offset: int) -> dict[str, float]:
        """For each place that fits how well it does times its presence: its mentions, each fading with distance, and its share."""
        total = sum(self._weights[place_id] for place_id in fits)
        return {
            place_id: fit * (self._recent(place_id, offset) + STORY_WEIGHT * self._weights[place_id] / total)
            for place_id, fit in fits.items()
        }

    def _recent(self, place_id: str, offset: int) -> float:
        last = self.mentions.get(place_id)
        if last is None or offset - last.span.end > REACH_CHARACTERS:
            return 0.0
        paragraphs = self._text.count("\n\n", last.span.end, offset)
        fading = exp((last.span.end - offset) / FADING_CHARACTERS) * FADING_PER_PARAGRAPH**paragraphs
        return self._faded[place_id] * fading


def _weight(doc: Doc, toponym: Toponym) -> float:
    """How much a mention makes its place present."""
    tokens = doc.char_span(toponym.span.start, toponym.span.end, alignment_mode="expand")
    if toponym.metonym or tokens is None or not len(tokens):
        return METONYM_WEIGHT if toponym.metonym else 1.0
    # A place in capitals is the report's own: its dateline.
    in_capitals = tokens.root.is_upper and len(tokens.root) > len("USA")
    return ASIDE_WEIGHT if in_capitals or is_place_of_somebody(tokens.root) else 1.0


def _called(text: str, toponyms: Sequence[Toponym]) -> dict[str, frozenset[str]]:
    """What the text calls each place: "the village of N", "N, a smaller town"."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for toponym in toponyms:
        before = _CALLED_BEFORE.search(text[max(0, toponym.span.start - CALLED_CHARACTERS) : toponym.span.start])
        behind = _CALLED_BEHIND.match(text[toponym.span.end : toponym.span.end + CALLED_CHARACTERS])
        found[toponym.place_id or ""].update(match[1] for match in (before, behind) if match is not None)
    return {place_id: frozenset(words) for place_id, words in found.items() if words}


def _stands_alone(doc: Doc, match: re.Match[str]) -> bool:
    """Whether "the state" is the head of its phrase, as in "parts of the state", not in "the state television"."""
    tokens = doc.char_span(match.start(1), match.end(1), alignment_mode="expand")
    return tokens is not None and len(tokens) > 0 and tokens.root.dep_ in {"pobj", "nsubj", "nsubjpass"}


def _fit(place_id: str, noun: str, called: frozenset[str], gazetteer: Gazetteer) -> float:
    """How well a noun fits a place: by its kind and size, and by what the text has called it; 0 where it does not."""
    if place_id.startswith(_UNLISTED):
        if _FEATURES[noun] != _SETTLEMENT or noun == "capital":
            return 0.0
        return SMALL if noun == "city" else 1.0
    if not _fits(place_id, noun, gazetteer):
        return 0.0
    if noun in called:
        return SAME_CALLED
    population = gazetteer.place(place_id).population
    if (noun == "city" and population < SURE_CITY_POPULATION) or (noun == "town" and population == 0):
        return SMALL
    if not called or noun not in {"city", "town", "village", "settlement"}:
        return 1.0
    return 0.0 if "village" in {noun, *called} else OTHER_CALLED


def _fits(place_id: str, noun: str, gazetteer: Gazetteer) -> bool:
    place = gazetteer.place(place_id)
    if place.feature not in _FEATURES[noun]:
        return False
    if noun == "city":
        return place.population >= CITY_POPULATION
    if noun == "town":
        return place.population == 0 or place.population >= TOWN_POPULATION
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
        place_id=antecedent.place_id if not (antecedent.place_id or "").startswith(_UNLISTED) else None,
        geonameid=antecedent.geonameid,
        latitude=antecedent.latitude,
        longitude=antecedent.longitude,
        country=antecedent.country,
        precision=antecedent.precision,
        radius_km=antecedent.radius_km,
        reason="reference",
        confidence=round(share * antecedent.confidence, 2),
    )
