"""Whom, where and through what somebody speaks: the phrases that stand with the cue."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Doc, Token

from ingest.extractors.quotes import grammar
from ingest.extractors.quotes.candidate import Candidate, Tokens
from ingest.extractors.quotes.lexicon import media

_MEDIUM_PREPOSITIONS = frozenset({"in", "on", "at", "during", "via", "through", "by"})
_PLACE_PREPOSITIONS = frozenset({"in", "at", "from", "near", "outside"})
_TIMES = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
     "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)  # fmt: skip


class Circumstances(NamedTuple):
    """Place and medium of an act of speech, None where the cue clause has none."""

    place: Tokens | None
    medium: Tokens | None


def read_circumstances(doc: Doc, candidate: Candidate) -> Circumstances:
    """Reads the prepositional phrases that hang on the cue and lie outside the content."""
    place = medium = None
    head = doc[candidate.head]
    for preposition in head.children:
        if preposition.dep_ != "prep" or _inside(candidate, preposition):
            continue
        noun = next((child for child in preposition.rights if child.dep_ == "pobj"), None)
        if noun is None or _inside(candidate, noun):
            continue
        if medium is None and preposition.lower_ in _MEDIUM_PREPOSITIONS and noun.lemma_.lower() in media():
            medium = _phrase(doc, noun, candidate)
            place = place or _place_within(doc, noun, candidate)
        elif place is None and preposition.lower_ in _PLACE_PREPOSITIONS:
            place = _place(doc, noun, candidate)
    return Circumstances(place, medium)


def _place_within(doc: Doc, noun: Token, candidate: Candidate) -> Tokens | None:
    """The place of an occasion: "at a rally in Springfield"."""
    for preposition in noun.rights:
        if preposition.dep_ == "prep" and preposition.lower_ in _PLACE_PREPOSITIONS:
            inner = next((child for child in preposition.rights if child.dep_ == "pobj"), None)
            if inner is not None:
                return _place(doc, inner, candidate)
    return None


def _place(doc: Doc, noun: Token, candidate: Candidate) -> Tokens | None:
    if noun.pos_ != "PROPN" or noun.lower_ in _TIMES or noun.lemma_.lower() in media():
        return None
    return _phrase(doc, noun, candidate)


def _phrase(doc: Doc, noun: Token, candidate: Candidate) -> Tokens | None:
    end = next(
        (child.i for child in noun.rights if child.dep_ in ("prep", "relcl", "acl", "punct", "npadvmod")),
        noun.right_edge.i + 1,
    )
    span = grammar.trim(doc, Tokens(noun.left_edge.i, max(end, noun.i + 1)))
    return None if any(part.overlaps(span) for part in candidate.content) else span


def _inside(candidate: Candidate, token: Token) -> bool:
    return any(part.start <= token.i < part.end for part in candidate.content)
