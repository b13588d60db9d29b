"""Names that a text uses as those of places though no list has them: what happens near them happens in no town that a list has."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

from ingest.columns import columns_of
from ingest.extractors.actors.lexicon import is_calendar_name, is_place_part, noun_classes

_LOCATIVES = frozenset({"around", "in", "inside", "into", "near", "outside", "toward", "towards"})
_PLACE_LABELS = frozenset({"FAC", "GPE", "LOC"})
_OTHER_LABELS = frozenset({"DATE", "EVENT", "LANGUAGE", "LAW", "NORP", "PERCENT", "TIME", "WORK_OF_ART"})


def unlisted_places(doc: Doc, is_known: Callable[[int], bool]) -> dict[int, str]:
    """The last words of such names by token; `is_known` tells which tokens belong to something that a list has."""
    columns = columns_of(doc)
    proper = [
        doc[index]
        for index, (part, word) in enumerate(zip(columns.parts, columns.words, strict=True))
        if part == "PROPN" and word[:1].isupper()
    ]
    known = {token.text for token in proper if is_known(token.i)}
    proper = [token for token in proper if token.text not in known]
    names = {token.text for token in proper if any(_signs_of_a_place(token))}
    return {token.i: token.text for token in proper if token.text in names}


def _signs_of_a_place(token: Token) -> Iterator[bool]:
    if not token.is_alpha or len(token) < 3 or is_calendar_name(token.text) or token.ent_type_ in _OTHER_LABELS:
        return
    if token.dep_ == "compound" or noun_classes(token.lower_):
        return
    yield token.ent_type_ in _PLACE_LABELS and token.dep_ in {"conj", "dobj", "nsubjpass", "pobj"}
    first = token
    while first.dep_ == "conj" and first.head.pos_ == "PROPN":
        first = first.head
    # "in Kodiak", "towards Kodiak and Homer"; in capitals it is an organisation
    yield first.dep_ == "pobj" and first.head.lower_ in _LOCATIVES and not token.is_upper and _stands_bare(first)
    # "Kodiak's market"
    yield token.dep_ == "poss" and is_place_part(token.head.lemma_)


def _stands_bare(token: Token) -> bool:
    return not any(child.dep_ in {"det", "poss", "amod"} for child in token.children)
