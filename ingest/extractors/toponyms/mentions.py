"""Finds the stretches of words that the gazetteer knows: names, demonyms and abbreviations, the longest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.extractors.toponyms.lexicon import word_classes
from ingest.extractors.toponyms.words import Word
from ingest.gazetteer import Gazetteer

LONGEST_NAME_WORDS = 6
# Words inside names that need no capital: "Stoke on Trent", "Rostov na Donu", "Boulogne sur Mer".
_JOINING = word_classes()["joining"]
_ARTICLES = frozenset({"al", "el"})


@dataclass(slots=True)
class Mention:
    """A stretch of words, first to last (inclusive), that may name a place.

    `bearers` are (record index, is alias) of the places that bear the name. `container` is the mention that the text gives as what
    contains this one ("Paris, Texas"); `kind` the class of place that a noun beside the name gives ("division", "settlement").
    """

    first: int
    last: int
    key: str
    bearers: tuple[tuple[int, bool], ...]
    is_demonym: bool = False
    is_abbreviation: bool = False
    score: float = 0.0
    rejected: str = ""
    cue: str = ""
    kind: str = ""
    container: Mention | None = None
    winner: int = -1
    share: float = 0.0
    reason: str = ""
    end_word: int = field(default=-1)


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
        demonym = gazetteer.demonym_index(surface) or gazetteer.demonym_index(
            surface.title() if surface.isupper() else surface
        )
        if demonym is not None:
            best = Mention(first, last, key, ((demonym, False),), is_demonym=True)
            continue
        bearers = gazetteer.bearers(key)
        if bearers and _case_fits(surface, key):
            best = Mention(first, last, key, bearers)
    return best


def _stretches(words: list[Word], first: int) -> Iterator[tuple[int, str]]:
    key = words[first].key
    yield first, key
    for last in range(first + 1, min(first + LONGEST_NAME_WORDS, len(words))):
        word = words[last]
        if word.gap not in ("join", "hyphen") or not (word.capital or word.key in _JOINING):
            return
        key = f"{key} {word.key}"
        if word.capital:
            yield last, key


def _hyphen_follows(words: list[Word], first: int) -> bool:
    return first + 1 < len(words) and words[first + 1].gap == "hyphen" and words[first + 1].capital


def _case_fits(surface: str, key: str) -> bool:
    """A key of two or three letters is an abbreviation ("US", "UAE") or nothing: "Us" and "It" are words."""
    return len(key) > 2 or surface.isupper()


def _abbreviation(words: list[Word], first: int, text: str, gazetteer: Gazetteer) -> Mention | None:
    word = words[first]
    surface = text[word.start : word.end]
    known = gazetteer.abbreviations.get(surface)
    end_dot = False
    if word.dotted and not surface.endswith("."):
        with_dot = gazetteer.abbreviations.get(surface + ".")
        known, end_dot = (with_dot, True) if with_dot else (known, False)
    if known is None:
        return None
    index, anywhere = known
    after_place = first > 0 and (
        (word.gap == "comma" and words[first - 1].capital)
        or (word.gap == "hyphen" and words[first - 1].upper is False and len(words[first - 1].key) == 1)
    )
    if not anywhere and not after_place:
        return None
    if (
        surface.isupper()
        and not anywhere
        and not end_dot
        and "." not in surface
        and all(w.upper for w in words[max(0, first - 3) : first])
    ):
        return None
    return Mention(first, first, word.key, ((index, False),), is_abbreviation=True)
