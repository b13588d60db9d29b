"""When and where an event took place, as far as its own clause tells."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ingest.annotations import Toponym
from ingest.extractors.events.reading import Reading
from ingest.extractors.events.surroundings import Surroundings

_LOCATIVE = frozenset(
    ["in", "at", "near", "on", "around", "outside", "inside", "within", "over", "of", "for", "from", "into", "toward", "towards",
     "across", "between", "to", "through", "along"]
)  # fmt: skip
# A clause of its own has its own time and place.
_BARRIERS = frozenset({"relcl", "advcl", "ccomp", "conj", "parataxis", "acl"})


def time_of(reading: Reading, around: Surroundings) -> int | None:
    """The index of the time expression that hangs on the trigger's clause; None where there is none."""
    for token in _clause_tokens(reading):
        time = around.time_at.get(token.i)
        if time is not None:
            return time
    return None


def place_of(reading: Reading, around: Surroundings) -> Toponym | None:
    """The place where it happened: behind a preposition of place, or what is taken or hit."""
    named: list[Toponym] = []
    for token in _clause_tokens(reading):
        toponym = around.toponym_at.get(token.i)
        if toponym is None or toponym.form != "name" or toponym.metonym or toponym in named:
            continue
        preposition = _preposition_before(token)
        if preposition in _LOCATIVE or token in reading.recipients or _is_object(token):
            # "in Avdiivka" names the spot, "to Poland" the direction.
            if preposition in ("in", "at", "near", "outside", "around"):
                return toponym
            named.append(toponym)
    return named[0] if named else None


def _clause_tokens(reading: Reading) -> Iterator[Token]:
    """The tokens of the trigger's clause from the trigger outwards, clauses below it left out."""
    head = reading.trigger
    while head.pos_ not in ("VERB", "AUX") and head.head != head:
        head = head.head
    waiting = [reading.trigger] if head == reading.trigger else [reading.trigger, head]
    seen: set[int] = set()
    while waiting:
        token = waiting.pop(0)
        if token.i in seen:
            continue
        seen.add(token.i)
        yield token
        waiting.extend(
            child for child in token.children if not (child.dep_ in _BARRIERS and child.pos_ in ("VERB", "AUX")) or child.i in reading.told
        )


def _preposition_before(token: Token) -> str | None:
    while token.dep_ in ("compound", "appos", "conj", "nmod") and token.head != token:
        token = token.head
    return token.head.lower_ if token.dep_ == "pobj" else None


def _is_object(token: Token) -> bool:
    while token.dep_ in ("compound", "appos", "conj", "nmod") and token.head != token:
        token = token.head
    return token.dep_ in ("dobj", "nsubjpass")
