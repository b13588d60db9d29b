"""Countries as actors: by their name, by a capital that stands for the government, by their forces and arms, and their people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from ingest.annotations import Toponym
from ingest.columns import columns_of
from ingest.extractors.actors.lexicon import is_arms, is_force, is_place_part
from ingest.registry import Registry, RegistryActor

# Between the adjective and its noun: "Russian mobilised reservists", "Russian and Wagner forces" reaches too far.
FORCE_DISTANCE_TOKENS = 3


@dataclass(frozen=True, slots=True)
class CountryMention:
    """A country, or its people, at tokens `start <= i < end`. `people` is the population's name, None for the country itself."""

    start: int
    end: int
    country: RegistryActor
    people: str | None = None


def find_countries(doc: Doc, toponyms: Sequence[Toponym], registry: Registry) -> Iterator[CountryMention]:
    """Capitals and countries that stand for governments, adjectives with the forces, weapons and attacks they go with, and peoples."""
    for toponym in toponyms:
        span = doc.char_span(toponym.span.start, toponym.span.end, alignment_mode="expand")
        country = registry.country(toponym.country)
        if span is None or not len(span) or country is None:
            continue
        if toponym.form == "name" and (toponym.metonym or _owns_as_government(span.root, registry)):
            yield CountryMention(span.start, span.end, country)
    for start, end, country in _adjectives(doc, registry):
        force = _force_behind(doc, end)
        if force is not None:
            yield CountryMention(start, force + 1, country)
        elif _owns_arms(doc, end):
            yield CountryMention(start, end, country)
    for index, word in enumerate(columns_of(doc).words):
        country = registry.country_of_people(word) if word[:1].isupper() else None
        if country is None or not _is_people(doc[index], registry):
            continue
        token = doc[index]
        if token.i and doc[token.i - 1].lower_ == "the":
            # "the Russians" who advance are the party to the war.
            yield CountryMention(token.i, token.i + 1, country)
        else:
            yield CountryMention(token.i, token.i + 1, country, people=token.text)


def _owns_as_government(token: Token, registry: Registry) -> bool:
    """Whether a capital owns what only a government has: "Moscow's ambitions", not "Moscow's streets"."""
    return (
        token.dep_ == "poss"
        and registry.country_of_seat(token.text) is not None
        and not is_place_part(token.head.lemma_)
    )


def _adjectives(doc: Doc, registry: Registry) -> Iterator[tuple[int, int, RegistryActor]]:
    columns = columns_of(doc)
    index = 0
    while index < len(columns):
        if columns.words[index][:1].isupper():
            for length in (2, 1):
                if index + length <= len(columns):
                    country = registry.country_of_adjective(columns.surface(index, index + length))
                    if country is not None:
                        yield index, index + length, country
                        index += length - 1
                        break
        index += 1


def _force_behind(doc: Doc, end: int) -> int | None:
    """The token of the force that an adjective ending before token `end` goes with."""
    for index in range(end, min(end + FORCE_DISTANCE_TOKENS + 1, len(doc))):
        token = doc[index]
        if is_force(token.lower_) and token.pos_ in {"NOUN", "PROPN", "ADJ"} and not _continues(doc, index):
            return index
        if token.pos_ not in {"ADJ", "NOUN", "VERB"} and token.text != "-":
            return None
        if token.pos_ == "VERB" and token.dep_ != "amod":
            return None
    return None


def _owns_arms(doc: Doc, end: int) -> bool:
    """Whether an adjective ending before token `end` says whose a weapon or an attack is: "Russian cruise missiles", not "Russian-made"."""
    for index in range(end, min(end + FORCE_DISTANCE_TOKENS + 1, len(doc))):
        token = doc[index]
        if (
            is_arms(token.lower_)
            and (token.pos_ in {"NOUN", "PROPN"} or token.tag_ == "VBG")
            and not _continues(doc, index)
        ):
            return True
        if token.pos_ not in {"ADJ", "NOUN", "PROPN", "NUM"}:
            return False
    return False


def _continues(doc: Doc, index: int) -> bool:
    """Whether that noun only modifies the next one: "army chief", "military analyst"."""
    token = doc[index]
    return token.dep_ in {"compound", "amod", "nmod"} and token.head.i > index and token.head.pos_ in {"NOUN", "PROPN"}


def _is_people(token: Token, registry: Registry) -> bool:
    """Whether a word is the noun ("the French have …") where the adjective looks the same."""
    if registry.country_of_adjective(token.text) is None:
        return True
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    if following is not None and following.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}:
        return False
    return token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "conj"} and token.pos_ in {"NOUN", "PROPN"}
