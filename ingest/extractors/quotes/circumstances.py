"""Through what somebody speaks: the phrase of the medium that stands with the cue."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from ingest.extractors.quotes import grammar
from ingest.extractors.quotes.candidate import Candidate, Tokens
from ingest.extractors.quotes.lexicon import media

_MEDIUM_PREPOSITIONS = frozenset({"in", "on", "at", "during", "via", "through", "by"})


def read_medium(doc: Doc, candidate: Candidate) -> Tokens | None:
    """The medium in the prepositional phrases that hang on the cue outside the content; None where there is none."""
    for preposition in doc[candidate.head].children:
        if preposition.dep_ != "prep" or _inside(candidate, preposition):
            continue
        noun = next((child for child in preposition.rights if child.dep_ == "pobj"), None)
        if noun is None or _inside(candidate, noun):
            continue
        if preposition.lower_ in _MEDIUM_PREPOSITIONS and noun.lemma_.lower() in media():
            return _phrase(doc, noun, candidate)
    return None


def _phrase(doc: Doc, noun: Token, candidate: Candidate) -> Tokens | None:
    end = next(
        (child.i for child in noun.rights if child.dep_ in ("prep", "relcl", "acl", "punct", "npadvmod")),
        noun.right_edge.i + 1,
    )
    span = grammar.trim(doc, Tokens(noun.left_edge.i, max(end, noun.i + 1)))
    return None if any(part.overlaps(span) for part in candidate.content) else span


def _inside(candidate: Candidate, token: Token) -> bool:
    return any(part.start <= token.i < part.end for part in candidate.content)
