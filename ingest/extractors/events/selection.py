"""Which events of a sentence are told: the main one first, then those of clauses of their own."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from ingest.extractors.events.matching import IsPlace
from ingest.extractors.events.reading import Reading, read_noun, read_verb

# Acts of speech below the main clause are reasons and reports, not happenings of their own.
MATERIAL = frozenset({"AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "COOPERATE", "CONSULT"})
_OWN_CLAUSES = frozenset({"conj", "advcl", "relcl", "ccomp", "parataxis", "acl"})


def readings_of_sentence(sentence: Sentence, is_place: IsPlace) -> tuple[Reading, ...]:
    """The main event, then further ones in text order."""
    verbs = [token for token in _by_depth(sentence.root) if token.pos_ in ("VERB", "AUX")]
    found: list[Reading] = []
    told: set[int] = set()
    for verb in verbs:
        if verb.i in told or (found and not _is_own_clause(verb)):
            continue
        reading = read_verb(verb, is_place)
        if reading is None or reading.told & told:
            continue
        if found and (reading.type not in MATERIAL or _adds_nothing(reading, found)):
            continue
        found.append(reading)
        told |= reading.told | {verb.i}
    if not found:
        found.extend(_noun_reading(sentence, is_place))
    return (*found[:1], *sorted(found[1:], key=lambda reading: reading.trigger.i))


def _is_own_clause(verb: Token) -> bool:
    """Whether a clause below the main one tells a happening: no aim ("to end the siege"), no mere attribute ("armed men")."""
    if verb.dep_ not in _OWN_CLAUSES or verb.tag_ == "VB":
        return False
    return verb.dep_ != "acl" or any(child.dep_ in ("agent", "npadvmod") for child in verb.children)


def _adds_nothing(reading: Reading, found: list[Reading]) -> bool:
    """Whether it goes on telling an event already told: "killed two and wounded five", "shelled the town, killing two"."""
    if reading.trigger.dep_ not in ("conj", "advcl", "acl"):
        return False
    return any(
        (reading.type == other.type or (reading.type == "MOBILIZE" and other.type == "ASSAULT"))
        and reading.control_change in ("none", other.control_change)
        for other in found
    )


def _noun_reading(sentence: Sentence, is_place: IsPlace) -> Iterator[Reading]:
    for token in _by_depth(sentence.root):
        if token.pos_ in ("NOUN", "PROPN"):
            reading = read_noun(token, is_place)
            if reading is not None:
                yield reading
                return


def _by_depth(root: Token) -> Iterator[Token]:
    waiting = deque([root])
    while waiting:
        token = waiting.popleft()
        yield token
        waiting.extend(token.children)
