"""Tells a verbal attack from a real one: "attacked her rival" from "attacked the town", "his attack on" both."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from ingest.extractors.quotes.candidate import Tokens
from ingest.extractors.quotes.lexicon import deeds

# Kinds of named entities that fight or are fought over, and pronouns of people who speak.
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_SPEAKING_PRONOUNS = frozenset({"he", "she", "i", "we", "you"})


def is_deed(doc: Doc, actor: Token | None, part: Tokens) -> bool:
    """Whether a word that may name a deed of force does so: by who acts and what is acted on. Quoted words are always speech."""
    if any(token.is_quote for token in doc[part.start : part.end]):
        return False
    theme = doc[part.start : part.end].root
    if deeds().get(theme.lemma_.lower()) is not None:
        return True
    if actor is None:
        return theme.ent_type_ in _PLACES
    if deeds().get(actor.lemma_.lower()) == "force":
        return True
    personal = actor.ent_type_ == "PERSON" or actor.lower_ in _SPEAKING_PRONOUNS
    return not personal and (actor.ent_type_ in _PLACES or theme.ent_type_ in _PLACES)
