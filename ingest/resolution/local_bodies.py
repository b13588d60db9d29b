"""Bodies that every town or region has and a text names by the place: "the town council of N", "N's police"."""

from __future__ import annotations

from spacy.tokens import Token

from ingest.annotations import ActorMention, Span
from ingest.extractors.actors.lexicon import is_local_body
from ingest.resolution.grammar import phrase_of
from ingest.resolution.scene import Scene

_INDEFINITE = frozenset({"a", "an", "another", "any", "each", "every", "no", "some"})
# "the government in Kabul": the country's
_NATIONAL = frozenset({"administration", "government", "parliament"})
_AT = frozenset({"in", "of"})


def local_body(scene: Scene, head: Token) -> ActorMention | None:
    """The body that a noun phrase names by a place, under one name however it is put ("N town council"); None for any other phrase."""
    if not is_local_body(head.lower_) or any(child.lower_ in _INDEFINITE for child in head.lefts):
        return None
    left = [token for token in head.doc[head.left_edge.i : head.i] if token.dep_ not in {"det", "case", "punct"}]
    before = [token for token in left if _is_place(scene, token)]
    own = [token for token in left if token not in before]
    if head.lower_ in {"court", "office", "department", "service"} and not own:
        return None
    behind = [
        grandchild
        for child in head.rights
        if child.dep_ == "prep" and child.lower_ in _AT and child.i == head.i + 1
        for grandchild in child.children
        if grandchild.dep_ == "pobj" and _is_place(scene, grandchild)
    ]
    places = before or behind
    if not places or any(token.pos_ in {"PUNCT", "VERB", "NUM", "CCONJ", "PRON"} for token in own):
        return None
    place = scene.place_name_at(places[0].i)
    if head.lower_ in _NATIONAL and scene.registry.country_of_seat(place or "") is not None:
        return None
    phrase = phrase_of(head)
    noun = head.lower_ if head.is_sent_start else head.text
    words = [f"{token.text}'s" if _owns(token) else token.text for token in own]
    return ActorMention(
        span=Span(phrase.start_char, phrase.end_char),
        name=" ".join([*([place] if place else []), *words, noun]),
        kind="Organization",
        form="description",
    )


def _is_place(scene: Scene, token: Token) -> bool:
    mention = scene.mention_at(token.i)
    return scene.place_name_at(token.i) is not None and (mention is None or mention.kind == "Country")


def _owns(token: Token) -> bool:
    return any(child.tag_ == "POS" for child in token.children)
