"""What a verb or a noun tells: the reading of its trigger, with what stands under it and around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from ingest.extractors.events import lexicon
from ingest.extractors.events.clause import Clause, clause_of, objects_of_prepositions
from ingest.extractors.events.composition import complements, operated, with_subject
from ingest.extractors.events.lexicon import Operator, Trigger
from ingest.extractors.events.matching import can_act, match_noun, match_verb
from ingest.extractors.events.misparsed import is_event_gerund, is_verb_of_headline, outcomes
from ingest.extractors.events.model import SPEECH_ACTS, THREAT_MODES, Reading
from ingest.extractors.events.moods import in_mood
from ingest.extractors.events.roles import parties_of_noun, parties_of_verb
from ingest.extractors.events.surroundings import Surroundings

# An operator within an operator within … : deeper than this no report goes.
DEPTH_MAXIMUM = 5

_MEASURES = frozenset(
    {"series", "round", "wave", "spate", "day", "week", "month", "year", "hour", "number", "string", "dozen", "kind"}
)
# "killed in an attack", "died from shelling".
_IN_AN_EVENT = frozenset({"in", "by", "during", "after", "from", "of"})
# "engage in talks", "come under attack".
_CARRYING = frozenset({"in", "with", "to", "out", "under"})


def read_verb(verb: Token, around: Surroundings, speaker: Token | None = None, depth: int = 0) -> Reading | None:
    """The event that a verb tells, alone or with the verb or noun under it; None where it tells none.

    `speaker` is the subject of the verb of saying above it.
    """
    if depth > DEPTH_MAXIMUM:
        return None
    clause = _with_author(clause_of(verb), around)
    found = _bare(clause, around, speaker, depth)
    if found is not None and found.type in SPEECH_ACTS and found.actors and not can_act(found.actors[0], around):
        return None
    return in_mood(clause, found, speaker, around)


def read_noun(noun: Token, around: Surroundings) -> Reading | None:
    """The event that a noun tells."""
    triggers = lexicon.nouns().get(lexicon.lemma_of(noun)) or lexicon.nouns().get(noun.lower_)
    if triggers is None or noun.i in around.time_at or not (noun.pos_ in ("NOUN", "PROPN") or is_event_gerund(noun)):
        return None
    trigger = match_noun(noun, triggers, around)
    if trigger is None or trigger.type is None:
        return None
    actors, recipients = parties_of_noun(noun, trigger, around)
    return Reading(
        trigger.type, trigger.modes, trigger.control_change, "actual", noun, actors, recipients, told=frozenset({noun.i})
    )  # fmt: skip


def _bare(clause: Clause, around: Surroundings, speaker: Token | None, depth: int) -> Reading | None:
    """The reading of a clause before its mood is looked at."""
    verb = clause.verb
    lemma = lexicon.lemma_of(verb)
    operators = _operators(clause)
    trigger = (
        match_verb(clause, lexicon.verbs().get(lemma, ()), around)
        if verb.pos_ == "VERB" or lemma == "be" or is_verb_of_headline(verb)
        else None
    )
    if trigger is None and not operators:
        return None
    embedded = [
        found
        for each in complements(clause)
        if (found := read_verb(each, around, _speaker(clause, each, speaker), depth + 1)) is not None
    ]
    carried = _carried_noun(clause, around)
    if carried is not None and "begin" in operators and (trigger is None or trigger.frame.subject is None):
        # The noun says what the verb only carries: "held joint exercises".
        return with_subject(carried, clause)
    if trigger is not None:
        return _lexical(clause, trigger, embedded, carried, around)
    for operator in operators:
        found = operated(operator, clause, embedded, carried)
        if found is not None:
            return found
    return None


def _with_author(clause: Clause, around: Surroundings) -> Clause:
    """Who issues it speaks in "sent a letter urging them to leave", not the letter."""
    verb, noun = clause.verb, clause.subject
    if verb.dep_ != "acl" or noun is None or noun != verb.head or noun.dep_ != "dobj" or can_act(noun, around):
        return clause
    return replace(clause, subject=clause_of(noun.head).subject)


def _operators(clause: Clause) -> tuple[Operator, ...]:
    verb = clause.verb
    table = lexicon.operators()
    if verb.pos_ == "AUX" or verb.lemma_ == "be":
        adjective = next((child for child in verb.rights if child.dep_ in ("acomp", "attr", "oprd")), None)
        return table.get((adjective.lemma_.lower(), "ADJ"), ()) if adjective is not None else ()
    if clause.passive or (verb.tag_ == "VBN" and any(child.lemma_ == "be" for child in verb.lefts)):
        participle = table.get((lexicon.lemma_of(verb), "PART"), ())
        if participle:
            return participle
    return table.get((lexicon.lemma_of(verb), "VERB"), ())


def _speaker(clause: Clause, complement: Token, speaker: Token | None) -> Token | None:
    if complement.dep_ != "ccomp":
        return speaker
    return clause.subject if clause.subject is not None else speaker


def _carried_noun(clause: Clause, around: Surroundings) -> Reading | None:
    """The event noun that a verb carries: "launch an attack", "engage in talks"."""
    nouns = [clause.object] if clause.object is not None else []
    nouns.extend(noun for word, noun in clause.prepositions if word in _CARRYING and noun.head.head == clause.verb)
    for noun in nouns:
        found = read_noun(_counted(noun), around)
        if found is not None:
            return found
    return None


def _counted(noun: Token) -> Token:
    """The events of "a series of attacks", "ten days of talks"."""
    if noun.lemma_.lower() not in _MEASURES:
        return noun
    return next((inner for word, inner in objects_of_prepositions(noun) if word == "of"), noun)


def _lexical(
    clause: Clause, trigger: Trigger, embedded: list[Reading], carried: Reading | None, around: Surroundings
) -> Reading | None:
    if trigger.type is None:
        return None
    subject_event = read_noun(clause.subject, around) if clause.subject is not None else None
    actors, recipients, instruments = parties_of_verb(clause, trigger, subject_event, around)
    told = {clause.verb.i, *(each.i for each in outcomes(clause.verb))}
    attack = _attack_behind(clause, trigger, around) if not actors and subject_event is None else None
    if attack is not None:
        actors, subject_event = attack.actors, attack
    if trigger.type in SPEECH_ACTS:
        if trigger.type == "REQUEST":
            recipients = (*recipients[:1], *_asked(clause), *recipients[1:])
        for each in embedded:
            told |= each.told
            recipients = (*recipients, *each.recipients)
        if carried is not None:
            told |= carried.told
            recipients = (*recipients, *carried.recipients, *carried.actors)
    elif carried is not None:
        told |= carried.told
    modes = trigger.modes
    if not modes and subject_event is not None and subject_event.type == trigger.type:
        modes = subject_event.modes
    if trigger.type == "THREATEN" and embedded:
        modes = THREAT_MODES.get(embedded[0].type, modes)
    return Reading(
        trigger.type,
        modes,
        trigger.control_change,
        "actual",
        clause.verb,
        actors,
        recipients,
        instruments,
        frozenset(told),
    )


def _attack_behind(clause: Clause, trigger: Trigger, around: Surroundings) -> Reading | None:
    """The attack in which what the verb tells was done: "ten were killed in Russian shelling", "in an attack by rebels"."""
    if trigger.type != "ASSAULT":
        return None
    for word, noun in clause.prepositions:
        found = read_noun(noun, around) if word in _IN_AN_EVENT else None
        if found is not None and found.type == trigger.type:
            return found
    return None


def _asked(clause: Clause) -> Iterator[Token]:
    """Who is to do what is asked for: the subject of the clause or infinitive under the verb."""
    for complement in clause.complements:
        under = clause_of(complement)
        asked = under.object if under.passive else under.subject
        if asked is not None and asked != clause.subject:
            yield asked
