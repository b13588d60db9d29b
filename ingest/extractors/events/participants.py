"""Who took part: the noun phrases in the slots of a reading, coordinations taken apart, things told from parties."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ingest.annotations import Participant, ParticipantRole, Span
from ingest.extractors.events.lexicon import classes
from ingest.extractors.events.matching import PARTY_CLASSES, is_of
from ingest.extractors.events.misparsed import is_flat_verb
from ingest.extractors.events.model import Reading
from ingest.extractors.events.surroundings import Surroundings

_PARTY_LABELS = frozenset({"PERSON", "ORG", "NORP", "GPE"})
# Behind these a phrase says more about its head, or goes on to another.
_CUT = frozenset({"relcl", "advcl", "ccomp", "parataxis", "conj", "cc", "punct"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "parataxis", "conj"})
_WHERE = frozenset({"in", "at", "near", "off", "outside", "during", "around", "inside", "across"})
# "a base 10 km west of Mosul" is not Mosul.
_DIRECTIONS = frozenset(
    {
        "north",
        "south",
        "east",
        "west",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "north-east",
        "north-west",
        "km",
        "miles",
    }
)
_WEAPONS = frozenset({"@weapon"})
# What a state does inside a place it does to the place.
_AFFECTS_PLACES = frozenset({"COERCE", "SANCTION", "AID", "CONCEDE", "PROTEST", "REQUEST", "SUPPORT", "THREATEN"})
# A convoy or a bridge is hit like a person; what is signed or demanded is no party.
_DONE_TO_THINGS = frozenset({"ASSAULT", "COERCE"})
# What a state or a force calls itself in what it is reported to say.
_SELVES = frozenset({"it", "they"})
_OBJECTS = frozenset({"dobj", "nsubjpass"})
_TOWARDS = frozenset({"on", "at", "against"})
_COUNTED = frozenset({"dobj", "nsubj", "nsubjpass"})
_INSIDE_PREPOSITIONS = frozenset({"of", "by", "from", "against", "with", "between", "to", "for", "on", "into"})


def participants_of(reading: Reading, around: Surroundings) -> tuple[Participant, ...]:
    """Actors, then recipients; each phrase once."""
    found: list[Participant] = []
    used: set[int] = set()
    for token in reading.actors:
        found.extend(_phrases(token, "actor", around, used))
    recipients: list[Participant] = []
    for token in reading.recipients:
        if recipients:
            break
        recipients.extend(_phrases(token, "recipient", around, used))
    if not recipients:
        recipients.extend(_affected(reading, around, used))
    if not recipients and reading.type in _DONE_TO_THINGS:
        things = [
            token
            for token in reading.recipients[:1]
            if (token.dep_ in _OBJECTS or token.head.lower_ in _TOWARDS)
            and token.pos_ == "NOUN"
            and token.i not in used
            and not is_of(token, _WEAPONS, around)
        ]
        recipients.extend(_participant(token, "recipient", around) for token in things)
    found.extend(recipients)
    for token in reading.instruments:
        if token.i not in used:
            used.add(token.i)
            found.append(_participant(token, "instrument", around))
    return tuple(found)


def _affected(reading: Reading, around: Surroundings, used: set[int]) -> Iterator[Participant]:
    """The nearest name below the trigger that is nobody's yet: whom the demand, the aim or the complaint is about."""
    waiting = [(child, False) for child in reading.trigger.children if child.dep_ not in _SUBJECTS]
    within: list[Token] = []
    while waiting:
        token, located = waiting.pop(0)
        if token.i in used or token.i in around.time_at or token.lower_ == "according":
            continue
        located = located or token.lower_ in _DIRECTIONS or (token.dep_ == "prep" and token.lower_ in _WHERE)
        if token.dep_ in _CLAUSES and token.tag_ not in ("VB", "VBG"):
            continue
        if is_named(token, around):
            if located:
                within.append(token)
            else:
                yield from _phrases(token, "recipient", around, used)
                return
        waiting.extend((child, located) for child in token.children)
    if within and reading.type in _AFFECTS_PLACES:
        yield from _phrases(within[0], "recipient", around, used)


def _phrases(token: Token, role: ParticipantRole, around: Surroundings, used: set[int]) -> Iterator[Participant]:
    for party in _parties(_speaker_of(token, around) or token, around):
        for head in (*_first_of_headline(party, around), *_coordinated(party)):
            if head.i in used or (head.pos_ == "PRON" and head.i not in around.actor_at):
                continue
            used.add(head.i)
            split = _coordinated_nationalities(head)
            if split is not None:
                first, second = split
                yield _participant(first, role, around, until=first.i + 1)
                yield _participant(head, role, around, since=second.i)
            else:
                yield _participant(head, role, around)


def _speaker_of(pronoun: Token, around: Surroundings) -> Token | None:
    """Who says it, where a pronoun of the clause that is said stands for them: "Chad said it was attacked"."""
    verb = pronoun.head
    if pronoun.lower_ not in _SELVES or verb.dep_ != "ccomp" or pronoun.i in around.actor_at:
        return None
    subject = next((child for child in verb.head.lefts if child.dep_ == "nsubj"), None)
    return subject if subject is not None and is_named(subject, around) and subject.ent_type_ != "PERSON" else None


def _coordinated_nationalities(head: Token) -> tuple[Token, Token] | None:
    """The two adjectives of "Kenyan and Chadian officials", who are two parties."""
    for child in head.lefts:
        if child.dep_ in ("amod", "nmod", "compound") and child.text[:1].isupper():
            for other in child.rights:
                if other.dep_ == "conj" and other.text[:1].isupper() and other.i < head.i:
                    return child, other
    return None


def _parties(token: Token, around: Surroundings) -> Iterator[Token]:
    """The phrase itself where it is a party, else the party within it: whose, or by, of, against whom."""
    if is_party(token, around):
        yield token
        return
    for child in token.lefts:
        if child.dep_ in ("poss", "amod", "compound", "nmod") and is_named(child, around):
            yield child
            return
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in _INSIDE_PREPOSITIONS:
            for noun in child.rights:
                if noun.dep_ == "pobj":
                    yield from _parties(noun, around)
                    return


def is_party(token: Token, around: Surroundings) -> bool:
    """Whether the head of a phrase is somebody: a name, a nationality, people, a force, an office."""
    if is_named(token, around) or _is_count(token, around):
        return True
    lemma = token.lemma_.lower()
    if lemma == "state" and any(child.lower_ == "of" for child in token.rights):
        return False  # "a state of emergency"
    return any(lemma in classes()[name] or token.lower_ in classes()[name] for name in PARTY_CLASSES)


def _is_count(token: Token, around: Surroundings) -> bool:
    """Whether a number stands for people: "kills three", "Ten killed"."""
    if any(child.lower_ == "of" for child in token.rights):
        return False  # "two of the vehicles"
    return (
        token.tag_ == "CD"
        and (token.dep_ in _COUNTED or token.head.tag_ == "JJ")
        and token.i not in around.time_at
        and token.ent_type_ != "MONEY"
    )


def is_named(token: Token, around: Surroundings) -> bool:
    """Whether the token belongs to the name of somebody or of a place, or is a nationality."""
    if token.i in around.actor_at or token.i in around.toponym_at:
        return True
    if token.ent_type_ in ("DATE", "TIME", "CARDINAL", "MONEY", "QUANTITY", "PERCENT", "ORDINAL"):
        return False
    return token.text[:1].isupper() and (token.ent_type_ in _PARTY_LABELS or token.pos_ == "PROPN")


def _coordinated(head: Token) -> Iterator[Token]:
    yield head
    for child in head.rights:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN"):
            yield from _coordinated(child)


def _first_of_headline(head: Token, around: Surroundings) -> Iterator[Token]:
    """The party before the comma that joins two in a headline: "Turkey, Greece hold talks"."""
    start = head.left_edge.i
    if head.dep_ != "nsubj" or start < 2 or head.doc[start - 1].text != ",":
        return
    first = head.doc[start - 2]
    listed = first.dep_ in ("nsubj", "npadvmod", "dep") and first.head == head.head and first.pos_ in ("NOUN", "PROPN")
    if listed and first.left_edge.is_sent_start and is_party(first, around):
        yield first


def _is_loose(child: Token, head: Token) -> bool:
    """Whether a prepositional phrase belongs to the verb rather than to the name or the accused before it."""
    if child.dep_ != "prep":
        return False
    return (head.pos_ == "PROPN" and child.lower_ in ("in", "at", "on")) or any(
        each.dep_ == "pcomp" for each in child.rights
    )


def _participant(
    head: Token, role: ParticipantRole, around: Surroundings, since: int | None = None, until: int | None = None
) -> Participant:
    """The phrase of a head as a participant, cut to the tokens `since <= i < until` where these are given."""
    start = since if since is not None else head.left_edge.i
    end = until if until is not None else head.right_edge.i + 1
    for child in head.rights:
        if child.dep_ in _CUT or _is_loose(child, head):
            end = min(end, child.left_edge.i)
    doc = head.doc
    start = max([start, *(child.i + 1 for child in head.lefts if is_flat_verb(child))])
    named = next(
        (each for index in range(head.i, start - 1, -1) if (each := around.actor_at.get(index)) is not None), None
    )
    for child in head.rights:
        # "Chad's rebels advancing on N" are named already, nobody is named by what they do, and a headline's participle is its verb.
        told = named is not None or head.pos_ == "PROPN" or head.dep_ == "ROOT" or child.tag_ == "VBG"
        if child.dep_ == "acl" and told:
            end = min(end, child.left_edge.i)
    while start < head.i and (doc[start].is_punct or doc[start].is_space or doc[start].dep_ == "det"):
        start += 1
    while end > head.i + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].tag_ == "POS"):
        end -= 1
    # The name nearest to the head: "Chad's Wagner fighters" are Wagner's.
    mention = named or next((around.actor_at[index] for index in range(head.i, end) if index in around.actor_at), None)
    place = around.toponym_at.get(head.i)
    phrase = doc[start:end]
    return Participant(
        span=Span(phrase.start_char, phrase.end_char),
        role=role,
        name=mention.name if mention is not None else place.name if place is not None else None,
        actor_id=mention.actor_id if mention is not None else None,
    )
