"""Names that a text uses as those of places though no list has them: what is told of them is told of no town that a list has."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator

from spacy.tokens import Doc, Token

from ingest.annotations import Span, Toponym
from ingest.columns import columns_of
from ingest.extractors.actors.lexicon import is_calendar_name, is_place_part, noun_classes

# Only the words around tell that it is a place.
CONFIDENCE = 0.3
_LOCATIVES = frozenset({"around", "in", "inside", "into", "near", "outside", "toward", "towards"})
_WAYS = frozenset({"across", "at", "between", "for", "from", "of", "through", "to", "via"})
_PLACE_LABELS = frozenset({"FAC", "GPE", "LOC"})
_OTHER_LABELS = frozenset({"DATE", "EVENT", "LANGUAGE", "LAW", "NORP", "PERCENT", "TIME", "WORK_OF_ART"})


def unlisted_places(doc: Doc, is_known: Callable[[int], bool]) -> tuple[Toponym, ...]:
    """Every mention of such a name, in text order; `is_known` tells which tokens belong to something that a list has."""
    columns = columns_of(doc)
    proper = [
        doc[index]
        for index, (part, word) in enumerate(zip(columns.parts, columns.words, strict=True))
        if part == "PROPN" and word[:1].isupper()
    ]
    known = {token.text for token in proper if is_known(token.i)}
    proper = [token for token in proper if token.text not in known]
    name_by_word = {
        token.text: doc[_first(token) : token.i + 1].text for token in proper if any(_signs_of_a_place(token, known))
    }
    return tuple(
        Toponym(
            Span(doc[_first(token)].idx, token.idx + len(token)),
            "name",
            name_by_word[token.text],
            None,
            None,
            None,
            None,
            None,
            reason="unlisted",
            confidence=CONFIDENCE,
        )
        for token in proper
        if token.text in name_by_word and (token.dep_ != "compound" or token.head.pos_ != "PROPN")
    )


def _first(token: Token) -> int:
    """Where a name begins whose last word that is: "Old" of "Old Plum Ridge"."""
    first = token.i
    while first and token.doc[first - 1].pos_ == "PROPN" and token.doc[first - 1].head == token:
        first -= 1
    return first


def _signs_of_a_place(token: Token, known: Container[str]) -> Iterator[bool]:
    if not token.is_alpha or len(token) < 3 or is_calendar_name(token.text) or token.ent_type_ in _OTHER_LABELS:
        return
    if token.dep_ == "compound" or noun_classes(token.lower_):
        return
    first = token
    while first.dep_ == "conj" and first.head.pos_ == "PROPN":
        first = first.head
    if first.dep_ == "pobj" and first.head.head.pos_ != "PROPN" and (_stands_bare(first) or _first(token) < token.i):
        # "to Kodiak", if it is read as a place; "in Kodiak", "towards Kodiak and Homer" anyhow; in capitals it is an organisation
        yield token.ent_type_ in _PLACE_LABELS and first.head.lower_ in _WAYS | _LOCATIVES
        yield first.head.lower_ in _LOCATIVES and not token.is_upper and _stands_bare(first)
    # "Homer and Kodiak", if that is read as a place and the other is known
    yield token.ent_type_ in _PLACE_LABELS and first != token and first.text in known
    # "Kodiak's market"
    yield token.dep_ == "poss" and is_place_part(token.head.lemma_)


def _stands_bare(token: Token) -> bool:
    return not any(child.dep_ in {"det", "poss", "amod"} for child in token.children)
