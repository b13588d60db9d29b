"""Finds the stretches of words that the gazetteer knows: names, demonyms and abbreviations, the longest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ingest.annotations import ToponymReason
from ingest.extractors.toponyms.lexicon import word_classes
from ingest.extractors.toponyms.words import Word
from ingest.gazetteer import Gazetteer
from ingest.gazetteer.records import FEATURES

LONGEST_NAME_WORDS = 6
# A town that is written in four capitals ("OSLO —") is as large as this; else they are an abbreviation of something else.
CAPITALS_POPULATION = 100_000
_TOWN = FEATURES.index("town")
_DIVISIONS = (FEATURES.index("region"), FEATURES.index("district"))
_ARTICLES = frozenset({"al", "el"})

Form = Literal["name", "demonym", "abbreviation", "unlisted"]


@dataclass(slots=True)
class Mention:
    """A stretch of words, first to last (inclusive), that may name a place.

    `bearers` are (record index, alias level) of the places that bear the name, none where no list knows it. `container` is the mention
    that the text gives as what contains this one ("Paris, Texas"); `kind` the class of place that a noun beside the name gives.
    `winner` is the record index of the place decided on, `NONE` of the gazetteer before and where there is none.
    """

    first: int
    last: int
    key: str
    bearers: tuple[tuple[int, int], ...]
    form: Form = "name"
    score: float = 0.0
    rejected: str = ""
    cue: str = ""
    kind: Literal["", "division", "settlement", "village", "dateline", "actor"] = ""
    container: Mention | None = None
    unlisted_in: Mention | None = None
    winner: int = -1
    share: float = 0.0
    reason: ToponymReason | None = None


def find_mentions(words: list[Word], text: str, gazetteer: Gazetteer) -> list[Mention]:
    """Mentions in text order, none overlapping another."""
    mentions = []
    position = 0
    while position < len(words):
        mention = _mention_at(words, position, text, gazetteer)
        if mention is None:
            position += 1
        else:
            mentions.append(mention)
            position = mention.last + 1
    return mentions


def _mention_at(words: list[Word], first: int, text: str, gazetteer: Gazetteer) -> Mention | None:
    word = words[first]
    if not word.capital and not (word.key in _ARTICLES and _hyphen_follows(words, first)):
        return None
    abbreviation = _abbreviation(words, first, text, gazetteer)
    if abbreviation is not None:
        return abbreviation
    best: Mention | None = None
    for last, key in _stretches(words, first):
        surface = text[word.start : words[last].end]
        demonym = gazetteer.demonym_index(surface.title() if surface.isupper() and len(surface) > 3 else surface)
        if demonym is not None:
            best = Mention(first, last, key, ((demonym, 0),), form="demonym")
            continue
        bearers = gazetteer.bearers(key)
        if bearers and surface.isupper() and len(key) <= 4:
            bearers = tuple(bearer for bearer in bearers if _may_be_in_capitals(bearer[0], key, gazetteer))
        elif len(key) <= 2:
            continue
        if bearers and not (best is not None and _names_council(words, first, last, bearers, gazetteer)):
            best = Mention(first, last, key, bearers)
    return best


def _names_council(
    words: list[Word], first: int, last: int, bearers: tuple[tuple[int, int], ...], gazetteer: Gazetteer
) -> bool:
    """ "Aberdeen City Council" is Aberdeen's, though a district is called Aberdeen City; "Kansas City Council" is another.

    "Monroe City School Board" is Monroe's where the text speaks of Monroe, though a town is called Monroe City.
    """
    if last + 1 >= len(words) or words[last + 1].gap != "join":
        return False
    if words[last].key == "city" and words[last + 1].capital and first + 1 == last:
        base = words[first].key
        for at, word in enumerate(words):
            if word.key == base and word.capital and (at + 1 == len(words) or words[at + 1].key != "city"):
                return True
    return f"{words[last].key}-{words[last + 1].key}" in word_classes()["municipal"] and not any(
        gazetteer.feature[index] == _TOWN for index, _ in bearers
    )


def _stretches(words: list[Word], first: int) -> Iterator[tuple[int, str]]:
    joining = word_classes()["joining"]
    key = words[first].key
    yield first, key
    for last in range(first + 1, min(first + LONGEST_NAME_WORDS, len(words))):
        word = words[last]
        if (
            word.gap not in ("join", "hyphen")
            or words[last - 1].possessive
            or not (word.capital or word.key in joining)
        ):
            return
        key = f"{key} {word.key}"
        if word.capital:
            yield last, key


def _hyphen_follows(words: list[Word], first: int) -> bool:
    return first + 1 < len(words) and words[first + 1].gap == "hyphen" and words[first + 1].capital


def _may_be_in_capitals(index: int, key: str, gazetteer: Gazetteer) -> bool:
    """ "US", "UAE", "DRC" are countries; "UN", "FAO" are no towns in India and Iraq."""
    if gazetteer.feature[index] != _TOWN:
        return gazetteer.feature[index] not in _DIVISIONS
    return len(key) == 4 and gazetteer.population[index] >= CAPITALS_POPULATION


def _abbreviation(words: list[Word], first: int, text: str, gazetteer: Gazetteer) -> Mention | None:
    word = words[first]
    surface = text[word.start : word.end]
    known = gazetteer.abbreviations.get(surface) or gazetteer.abbreviations.get(surface + ".")
    if known is None or (len(surface) == 1 and not word.dotted):
        return None
    index, anywhere = known
    if not anywhere and not _follows_place(words, first, gazetteer):
        return None
    return Mention(first, first, word.key, ((index, 0),), form="abbreviation")


def _follows_place(words: list[Word], first: int, gazetteer: Gazetteer) -> bool:
    """After a name and a comma ("Paris, TX"), or after a party's letter ("D-Ky.")."""
    if not first:
        return False
    before = words[first - 1]
    if words[first].dotted and words[first].in_brackets:
        return True
    if words[first].gap == "hyphen":
        return before.capital and len(before.key) == 1
    if words[first].gap == "join":
        return (
            len(words[first].key) == 2
            and words[first].upper
            and not words[first].dotted
            and before.capital
            and bool(gazetteer.bearers(before.key))
        )
    return words[first].gap == "comma" and before.capital
