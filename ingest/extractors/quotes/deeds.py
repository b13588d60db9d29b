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
    if deeds().get(theme.lemma_.lower()) in ("force", "target"):
        return True
    if actor is None:
        return theme.ent_type_ in _PLACES
    if deeds().get(actor.lemma_.lower()) == "force":
        return True
    personal = actor.ent_type_ == "PERSON" or actor.lower_ in _SPEAKING_PRONOUNS
    return not personal and (actor.ent_type_ in _PLACES or theme.ent_type_ in _PLACES)


def is_happening(doc: Doc, speaker: Tokens | None) -> bool:
    """Whether what would speak is a battle or a storm: "the war has claimed lives"."""
    if speaker is None:
        return False
    head = doc[speaker.start : speaker.end].root
    if head.tag_ in ("WDT", "WP") and head.head.dep_ == "relcl":
        head = head.head.head
    return head.pos_ == "NOUN" and deeds().get(head.lemma_.lower()) == "happening"
