"""Who stands in which role of a trigger: after its frame's own roles, else subject and object."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from ingest.annotations import ParticipantRole
from ingest.extractors.events.clause import Clause, objects_of_prepositions
from ingest.extractors.events.lexicon import Slot, Trigger, classes
from ingest.extractors.events.matching import is_of
from ingest.extractors.events.misparsed import is_event_gerund
from ingest.extractors.events.model import Reading
from ingest.extractors.events.surroundings import Surroundings

_WEAPONS = frozenset({"@weapon"})
# Behind these prepositions a recipient stands where the object is none, likeliest first.
_RECIPIENT_PREPOSITIONS = (
    "against", "on", "with", "to", "at", "toward", "towards", "from", "for", "into", "over", "between", "of", "about",
)  # fmt: skip


def parties_of_verb(
    clause: Clause, trigger: Trigger, subject_event: Reading | None, around: Surroundings
) -> tuple[tuple[Token, ...], tuple[Token, ...], tuple[Token, ...]]:
    """Actors, recipients and instruments of a verb.

    `subject_event` is the event that the subject itself tells ("the attack killed three"): its actors are then the verb's.
    """
    roles = trigger.frame.roles
    by_slot: list[tuple[Slot, Token]] = []
    instruments = [
        token for word, token in clause.prepositions if word in ("with", "by") and is_of(token, _WEAPONS, around)
    ]
    actors: list[Token] = []
    armed = clause.subject is not None and not is_event_gerund(clause.subject)
    if clause.subject is not None and armed and is_of(clause.subject, _WEAPONS, around):
        # "Russian drones hit the port": the drones did it, Russia is who.
        instruments.append(clause.subject)
        actors.extend(_owners(clause.subject, around))
    elif clause.subject is not None and subject_event is None:
        by_slot.append(("subj", clause.subject))
    if clause.dative is not None:
        by_slot.append(("dative", clause.dative))
    if clause.object is not None:
        by_slot.append(("obj", clause.object))
    by_slot.extend(clause.prepositions)
    recipients: list[Token] = []
    for slot, token in by_slot:
        role = roles[slot] if slot in roles else {"subj": "actor", "obj": "recipient", "dative": "recipient"}.get(slot)
        if role == "actor":
            actors.append(token)
        elif role == "recipient":
            recipients.append(token)
    if subject_event is not None:
        actors.extend(subject_event.actors)
    further = _further_recipients(clause, roles)
    return tuple(actors), (*recipients, *(token for token in further if token not in instruments)), tuple(instruments)


def _owners(weapon: Token, around: Surroundings) -> Iterator[Token]:
    """Whose a weapon is: "Russian drones", "the army's guns", else who used it: "shells fired by the army"."""
    owners = [child for child in weapon.lefts if child.dep_ in ("amod", "compound", "poss", "nmod")]
    yield from owners
    if not any(around.is_actor(child) for child in owners):
        for child in weapon.rights:
            if child.dep_ == "acl":
                yield from (
                    noun for by in child.rights if by.dep_ == "agent" for noun in by.rights if noun.dep_ == "pobj"
                )


def _further_recipients(clause: Clause, roles: Mapping[Slot, ParticipantRole | None]) -> Iterator[Token]:
    for word in _RECIPIENT_PREPOSITIONS:
        if word not in roles:
            yield from (token for name, token in clause.prepositions if name == word)


def parties_of_noun(noun: Token, trigger: Trigger, around: Surroundings) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Actors and recipients around an event noun: whose it is, and who stands behind the prepositions of its frame."""
    actors = [child for child in noun.lefts if child.dep_ == "poss"]
    recipients: list[Token] = []
    for child in noun.lefts:
        if (
            child.dep_ in ("amod", "compound", "nmod")
            and child.text[:1].isupper()
            and child.ent_type_ not in ("DATE", "TIME")
        ):
            if is_of(child, _WEAPONS, around):
                continue
            # "the Goma assault" was done to the town, "the US assault" by the country.
            is_target = around.is_place(child) and not around.is_actor(child)
            (recipients if is_target else actors).append(child)
        elif child.dep_ in ("amod", "compound") and child.lemma_.lower() in classes()["belligerent"]:
            actors.append(child)
    for word, token in objects_of_prepositions(noun):
        role = trigger.frame.roles.get(word)
        if role == "actor":
            actors.append(token)
        elif role == "recipient":
            recipients.append(token)
    return tuple(actors), tuple(recipients)
