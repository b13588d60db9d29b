"""Where in the text an event stands, and when and where it took place, as far as its own clause tells."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.timespan import TimeSpan
from ingest.annotations import Modality, Span, Toponym
from ingest.extractors.events.misparsed import is_event_gerund, is_flat_verb
from ingest.extractors.events.model import Reading
from ingest.extractors.events.surroundings import Surroundings

_LOCATIVE = frozenset(
    ["in", "at", "near", "off", "on", "around", "outside", "inside", "within", "over", "of", "for", "from", "into", "toward", "towards",
     "across", "between", "to", "through", "along"]
)  # fmt: skip
# A clause of its own has its own time and place.
_BARRIERS = frozenset({"relcl", "advcl", "ccomp", "conj", "parataxis", "acl", "pcomp"})


_SPOT = frozenset({"in", "at", "near", "off", "outside", "around", "inside"})
# Words from a place to the larger one that it lies in: ", in the far north of".
LARGER_PLACE_TOKENS = 6
# Of these the place is what they are done to.
_DONE_TO_PLACES = frozenset({"ASSAULT", "RETREAT", "COERCE", "MOBILIZE"})


def evidence_of(reading: Reading, around: Surroundings) -> Span:
    """The clause of a reading: from its first to its last word, without marks at the edges."""
    doc = around.doc
    parts = [_clause_head(reading.trigger), reading.trigger, *reading.actors, *reading.recipients]
    start = min(token.left_edge.i for token in parts)
    end = max(token.right_edge.i for token in parts) + 1
    while start < end and (doc[start].is_punct or doc[start].is_space):
        start += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    tokens = doc[start:end]
    return Span(tokens.start_char, tokens.end_char)


def modality_of(reading: Reading, span_of_days: TimeSpan | None, around: Surroundings) -> Modality:
    """The modality after the parse, or "historical" for what is long past."""
    before = around.historical_before
    end = span_of_days.end if span_of_days is not None else None
    long_past = before is not None and end is not None and end <= before
    return "historical" if long_past and reading.modality == "actual" else reading.modality


def time_of(reading: Reading, around: Surroundings) -> int | None:
    """The index of the time expression with an interval that hangs on the trigger's clause; None where there is none."""
    for token in _clause_tokens(reading):
        time = around.time_at.get(token.i)
        if time is not None:
            return time
    return None


def place_of(reading: Reading, around: Surroundings) -> Toponym | None:
    """The place where it happened: what is taken or hit, else the one behind a preposition of place."""
    spots: dict[int, Toponym] = {}
    others: list[Toponym] = []
    for token in _clause_tokens(reading):
        toponym = around.toponym_at.get(token.i) or around.reference_at.get(token.i)
        if toponym is None or toponym.form != "name" or toponym.metonym:
            continue
        if (token in reading.recipients or _is_object(token)) and reading.type in _DONE_TO_PLACES:
            return toponym
        preposition = _preposition_before(token)
        if preposition is None and token.i in around.reference_at:
            preposition = _preposition_before_owned(token)
        # "in Avdiivka" names the spot, "to Poland" the direction.
        if preposition in _SPOT:
            spots[token.i] = toponym
        elif preposition in _LOCATIVE or _is_object(token):
            others.append(toponym)
    if spots:
        return _smallest(spots, around)
    return next(iter(others), None)


def _smallest(spots: dict[int, Toponym], around: Surroundings) -> Toponym:
    """The first spot met, but the place before it where it only says in what that lies: "in Lyman, in eastern Ukraine"."""
    chosen = next(iter(spots))
    for index in sorted(spots, reverse=True):
        between = around.doc[index + 1 : chosen]
        if (
            index < chosen
            and len(between) <= LARGER_PLACE_TOKENS
            and [each.lower_ for each in between[:2]] == [",", "in"]
        ):
            chosen = index
    return spots[chosen]


def _clause_tokens(reading: Reading) -> Iterator[Token]:
    """The tokens of the trigger's clause from the trigger outwards, clauses below it left out."""
    head = _clause_head(reading.trigger)
    waiting = [reading.trigger] if head == reading.trigger else [reading.trigger, head]
    seen: set[int] = set()
    while waiting:
        token = waiting.pop(0)
        if token.i in seen:
            continue
        seen.add(token.i)
        yield token
        waiting.extend(
            child
            for child in token.children
            if (not (child.dep_ in _BARRIERS and child.pos_ in ("VERB", "AUX")) or child.i in reading.told)
            and (token.i != head.i or child.lower_ != "according")
        )


def _preposition_before(token: Token) -> str | None:
    while token.dep_ in ("compound", "appos", "conj", "nmod") and token.head != token:
        token = token.head
    return token.head.lower_ if token.dep_ == "pobj" else None


def _preposition_before_owned(token: Token) -> str | None:
    """The preposition before a spot that belongs to a place: "at the city's station", not "head of the city's council"."""
    preposition = _preposition_before(token.head) if token.dep_ == "poss" else None
    return preposition if preposition in _SPOT else None


def _is_object(token: Token) -> bool:
    while token.dep_ in ("compound", "appos", "conj", "nmod") and token.head != token:
        token = token.head
    return token.dep_ in ("dobj", "nsubjpass")


def _clause_head(token: Token) -> Token:
    """The verb of the clause in which a token stands, else the sentence's root."""
    while (token.pos_ not in ("VERB", "AUX") or is_event_gerund(token) or is_flat_verb(token)) and token.head != token:
        token = token.head
    return token
