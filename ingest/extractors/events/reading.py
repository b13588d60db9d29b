"""What a clause tells: the type after the trigger's reading, promises, refusals, demands and negation around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from ingest.annotations import ControlChange, EventType, Modality, ParticipantRole
from ingest.extractors.events import lexicon
from ingest.extractors.events.clause import (
    Clause,
    clause_of,
    is_conditional,
    is_negated,
    mood,
    objects_of_prepositions,
)
from ingest.extractors.events.lexicon import Operator, Slot, Trigger
from ingest.extractors.events.matching import can_act, is_infinitive, is_of, match_noun, match_verb
from ingest.extractors.events.surroundings import Surroundings

FRIENDLY = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
SPEECH_ACTS = frozenset({"REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE", "SUPPORT", "ACCUSE"})
HARMFUL = frozenset({"SANCTION", "COERCE", "ASSAULT", "PROTEST"})
# An operator within an operator within … : deeper than this no report goes.
DEPTH_MAXIMUM = 5

_THREAT_MODES: dict[str, tuple[str, ...]] = {
    "ASSAULT": ("violence",), "COERCE": ("restrict",), "PROTEST": ("restrict",), "SANCTION": ("relations",),
}  # fmt: skip
# "engage in talks", "come under attack".
_MEASURES = frozenset({"series", "round", "wave", "spate", "day", "week", "month", "year", "hour", "number", "string", "dozen", "kind"})
_WEAPONS = frozenset({"@weapon"})
_TRYING = frozenset({"try", "attempt"})
_CARRYING = frozenset({"in", "with", "to", "out", "under"})
_PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A type with the word that decided it and who stands in which slot; `told` are all tokens that it has used up."""

    type: EventType
    modes: tuple[str, ...]
    control_change: ControlChange
    modality: Modality
    trigger: Token
    actors: tuple[Token, ...]
    recipients: tuple[Token, ...]
    instruments: tuple[Token, ...] = ()
    told: frozenset[int] = field(default=frozenset())


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
    return _in_mood(clause, found, speaker, around)


def _with_author(clause: Clause, around: Surroundings) -> Clause:
    """Who issues it speaks in "issued a statement demanding …", not the statement."""
    verb, noun = clause.verb, clause.subject
    if verb.dep_ != "acl" or noun is None or noun != verb.head or noun.dep_ != "dobj" or can_act(noun, around):
        return clause
    return replace(clause, subject=clause_of(noun.head).subject)


def read_noun(noun: Token, around: Surroundings) -> Reading | None:
    """The event that a noun tells."""
    triggers = lexicon.nouns().get(noun.lemma_.lower()) or lexicon.nouns().get(noun.lower_)
    if triggers is None or noun.pos_ not in ("NOUN", "PROPN"):
        return None
    trigger = match_noun(noun, triggers, around)
    if trigger is None or trigger.type is None:
        return None
    actors, recipients = _parties_of_noun(noun, trigger, around)
    return Reading(
        trigger.type, trigger.modes, trigger.control_change, "actual", noun, actors, recipients, told=frozenset({noun.i})
    )  # fmt: skip


def _bare(clause: Clause, around: Surroundings, speaker: Token | None, depth: int) -> Reading | None:
    """The reading of a clause before its mood is looked at."""
    verb = clause.verb
    lemma = lexicon.lemma_of(verb)
    operators = _operators(clause)
    embedded = [
        found
        for each in _complements(clause)
        if (found := read_verb(each, around, _speaker(clause, each, speaker), depth + 1)) is not None
    ]
    trigger = match_verb(clause, lexicon.verbs().get(lemma, ()), around) if verb.pos_ == "VERB" else None
    carried = _carried_noun(clause, around)
    if carried is not None and "begin" in operators and (trigger is None or trigger.frame.subject is None):
        # The noun says what the verb only carries: "held joint exercises".
        return _with_subject(carried, clause)
    if trigger is not None:
        return _lexical(clause, trigger, embedded, carried, around)
    for operator in operators:
        found = _operated(operator, clause, embedded, carried)
        if found is not None:
            return found
    return None


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


def _complements(clause: Clause) -> Iterator[Token]:
    yield from clause.complements
    for child in clause.verb.rights:
        if child.dep_ in ("acomp", "oprd", "attr") and child.pos_ == "ADJ":
            yield from (each for each in child.rights if each.dep_ in ("xcomp", "ccomp"))
        if child.dep_ == "prep":
            yield from (each for each in child.rights if each.dep_ == "pcomp" and each.pos_ == "VERB")


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
    actors, recipients, instruments = _parties(clause, trigger, around)
    told = {clause.verb.i}
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
    if trigger.type == "THREATEN" and embedded:
        modes = _THREAT_MODES.get(embedded[0].type, modes)
    return Reading(
        trigger.type, modes, trigger.control_change, "actual", clause.verb, actors, recipients, instruments, frozenset(told)
    )


def _asked(clause: Clause) -> Iterator[Token]:
    """Who is to do what is asked for: the subject of the clause or infinitive under the verb."""
    for complement in clause.complements:
        under = clause_of(complement)
        asked = under.object if under.passive else under.subject
        if asked is not None and asked != clause.subject:
            yield asked


def _operated(operator: Operator, clause: Clause, embedded: list[Reading], carried: Reading | None) -> Reading | None:
    under = embedded[0] if embedded else None
    subject = (clause.subject,) if clause.subject is not None else ()
    verb = clause.verb
    noun = _with_subject(carried, clause) if carried is not None else None
    if operator == "report":
        return under
    if operator == "announce":
        under = under if under is not None else noun
        own = noun is under or not under.actors or _is_same(under.actors[0], subject[0]) if under and subject else True
        return _announced(under, subject) if own else under
    if operator == "predict":
        base = under if under is not None else noun
        return replace(base, modality="predicted") if base is not None else None
    if operator in ("intend", "plan"):
        complement = next(iter(_complements(clause)), None)
        refused = complement is not None and is_infinitive(complement) and is_negated(complement)
        if operator == "plan":
            base = under if under is not None else noun
            return replace(base, modality="planned", actors=base.actors or subject) if base is not None else None
        if under is None and noun is not None:
            under = noun
        if refused and (under is None or under.type not in HARMFUL):
            return _own(verb, "REJECT", under, subject)
        if under is not None:
            return _promised(under, subject, verb)
        return _own(verb, "AGREE", None, subject) if complement is not None else None
    if operator == "begin":
        return noun
    if operator == "undergo":
        return replace(carried, recipients=subject, told=carried.told | {verb.i}) if carried is not None else None
    if operator == "attempt":
        if under is not None and verb.lemma_ in _TRYING and under.control_change in ("captured", "recaptured", "encircled"):
            return replace(under, control_change="contested")
        return under
    if operator == "prepare":
        if under is not None and under.type == "ASSAULT":
            return replace(under, type="MOBILIZE", modes=("troops",), control_change="none", trigger=verb)
        return replace(under, modality="planned") if under is not None else None
    if operator == "cease":
        return _ceased(under if under is not None else noun, verb)
    if operator == "warn":
        threatens = under is not None and under.type in HARMFUL and all(_is_same(each, own) for each in under.actors for own in subject)
        return _own(verb, "THREATEN", under, subject) if threatens else under
    if operator == "deny":
        return replace(under, modality="negated") if under is not None else None
    if operator == "refuse" and next(_complements(clause), None) is not None:
        if verb.lemma_ in ("fail", "neglect") and under is not None and under.type not in FRIENDLY:
            return replace(under, modality="negated")
        return _own(verb, "REJECT", under, subject)
    return None


def _own(verb: Token, kind: EventType, under: Reading | None, subject: tuple[Token, ...]) -> Reading:
    """A speech act about the event under it: the subject's own, towards that event's recipient."""
    told = frozenset({verb.i}) | (under.told if under is not None else frozenset())
    modes = _THREAT_MODES.get(under.type, ()) if kind == "THREATEN" and under is not None else ()
    recipients = under.recipients if under is not None else ()
    return Reading(kind, modes, "none", "actual", verb, subject or (under.actors if under else ()), recipients, told=told)


def _promised(under: Reading, subject: tuple[Token, ...], verb: Token) -> Reading:
    if under.modality == "negated":
        return _own(verb, "AGREE" if under.type in HARMFUL else "REJECT", under, subject)
    if under.type in HARMFUL:
        return _own(verb, "THREATEN", under, subject)
    if under.type in FRIENDLY:
        return _own(verb, "AGREE", under, subject)
    if under.type == "MOBILIZE":
        return replace(under, modality="planned", actors=subject or under.actors)
    return replace(under, actors=under.actors or subject)


def _announced(under: Reading | None, subject: tuple[Token, ...]) -> Reading | None:
    if under is None:
        return None
    if under.type == "RETREAT" and under.modality in ("actual", "planned"):
        return replace(under, type="CONCEDE", modes=(), control_change="none", modality="actual", actors=under.actors or subject)
    return replace(under, actors=under.actors or subject)


def _ceased(under: Reading | None, verb: Token) -> Reading | None:
    if under is None:
        return None
    if under.type in ("AID", "COOPERATE", "CONSULT", "AGREE", "SUPPORT"):
        return replace(under, type="SANCTION", modes=("discontinue",), trigger=verb)
    if under.type == "ASSAULT":
        return replace(under, type="RETREAT", modes=("ceasefire",), control_change="none", trigger=verb)
    if under.type in ("COERCE", "SANCTION", "PROTEST"):
        return replace(under, type="CONCEDE", modes=(), trigger=verb)
    return replace(under, modality="negated")


def _in_mood(
    clause: Clause, found: Reading | None, speaker: Token | None, around: Surroundings
) -> Reading | None:
    """The reading after negation, auxiliaries and conditions of the verb."""
    verb = clause.verb
    negated, auxiliary = is_negated(verb), mood(verb)
    subject = clause.subject if clause.subject is not None else clause.object
    # "it" under "Kenya said" is Kenya: what one says of oneself is a promise or a threat, of others a forecast.
    own = speaker is not None and (subject is None or _is_same(subject, speaker))
    actors = (speaker,) if own and speaker is not None else ((subject,) if subject is not None else ())
    asked = subject is not None and can_act(subject, around) and (verb.pos_ == "VERB" or found is not None)
    if auxiliary == "obligation" and speaker is not None and asked and not own and not is_conditional(verb):
        return _demand(verb, found, speaker, subject)
    would = auxiliary == "would" and not is_conditional(verb)
    # "Malta would not let it dock" refuses; "it would dock" alone only imagines.
    future = auxiliary == "future" or (would and (speaker is not None or (negated and found is not None and found.type in FRIENDLY)))
    if found is None:
        if own and future and negated and speaker is not None:
            return Reading("REJECT", (), "none", "actual", verb, actors, (), told=frozenset({verb.i}))
        return None
    if own and speaker is not None:
        found = replace(found, actors=tuple(speaker if each == subject else each for each in found.actors))
    if is_conditional(verb):
        return replace(found, modality="hypothetical")
    if future:
        if negated:
            if own or found.type in FRIENDLY:
                refused = _promised(replace(found, modality="negated"), found.actors, found.trigger)
                return replace(refused, modality="actual" if own else "planned")
            return replace(found, modality="negated")
        if own and any(mark.lower_ == "unless" for child in verb.children if child.dep_ == "advcl" for mark in child.lefts):
            return _own(verb, "THREATEN", found, found.actors)
        if found.type in FRIENDLY and found.actors:
            return replace(_promised(found, found.actors, found.trigger), modality="actual" if own else "planned")
        if found.type in HARMFUL:
            if own:
                return _promised(found, found.actors, found.trigger)
            return replace(found, modality="planned" if speaker is None else "predicted")
        return replace(found, modality="planned")
    if auxiliary in ("possible", "would"):
        return replace(found, modality="hypothetical")
    if auxiliary == "obligation":
        return replace(found, modality="hypothetical")
    if negated:
        return replace(found, modality="actual" if found.modality == "negated" else "negated")
    return found


def _demand(verb: Token, found: Reading | None, speaker: Token, subject: Token | None) -> Reading:
    told = frozenset({verb.i}) | (found.told if found is not None else frozenset())
    recipients = (subject,) if subject is not None else ()
    return Reading("REQUEST", (), "none", "actual", verb, (speaker,), recipients, told=told)


def _is_same(subject: Token, speaker: Token) -> bool:
    if subject == speaker or subject.lower_ in _PRONOUNS or subject.lemma_.lower() == speaker.lemma_.lower():
        return True
    return any(child.dep_ == "poss" and child.pos_ == "PRON" for child in subject.lefts)


def _with_subject(noun: Reading, clause: Clause) -> Reading:
    """An event noun with the subject of the verb that carries it, and the parties that hang on the verb."""
    actors = (clause.subject, *noun.actors) if clause.subject is not None else noun.actors
    recipients = noun.recipients
    if not recipients:
        by_word = [token for word, token in clause.prepositions if word in ("on", "against", "with", "to", "between", "into")]
        recipients = tuple(by_word)
    kind = noun.type
    if kind == "MOBILIZE" and clause.subject is not None and _is_plural_party(clause.subject):
        kind = "COOPERATE"
    return replace(noun, type=kind, actors=actors, recipients=recipients, told=noun.told | {clause.verb.i})


def _is_plural_party(subject: Token) -> bool:
    """Whether two parties are coordinated: "Kenya and Chad", "Kenyan and Chadian warships"."""
    named = [subject, *(child for child in subject.lefts if child.dep_ in ("amod", "nmod", "compound"))]
    return any(
        child.dep_ == "conj" and child.text[:1].isupper() and each.text[:1].isupper() for each in named for child in each.rights
    )


def _parties(clause: Clause, trigger: Trigger, around: Surroundings) -> tuple[tuple[Token, ...], tuple[Token, ...], tuple[Token, ...]]:
    """Who stands in which role of a verb: after the frame's own roles, else subject and object."""
    roles = trigger.frame.roles
    by_slot: list[tuple[Slot, Token]] = []
    told_by = read_noun(clause.subject, around) if clause.subject is not None else None
    instruments = [token for word, token in clause.prepositions if word in ("with", "by") and is_of(token, _WEAPONS, around)]
    actors: list[Token] = []
    if clause.subject is not None and is_of(clause.subject, _WEAPONS, around):
        # "Russian drones hit the port": the drones did it, Russia is who.
        instruments.append(clause.subject)
        actors.extend(child for child in clause.subject.lefts if child.dep_ in ("amod", "compound", "poss", "nmod"))
    elif clause.subject is not None and told_by is None:
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
    if told_by is not None:
        actors.extend(told_by.actors)
    further = _further_recipients(clause, roles)
    return tuple(actors), (*recipients, *(token for token in further if token not in instruments)), tuple(instruments)


# Behind these prepositions a recipient stands where the object is none, likeliest first.
_RECIPIENT_PREPOSITIONS = (
    "against", "on", "with", "to", "at", "toward", "towards", "from", "for", "into", "over", "between", "of", "about",
)  # fmt: skip


def _further_recipients(clause: Clause, roles: Mapping[Slot, ParticipantRole | None]) -> Iterator[Token]:
    for word in _RECIPIENT_PREPOSITIONS:
        if word not in roles:
            yield from (token for name, token in clause.prepositions if name == word)


def _parties_of_noun(
    noun: Token, trigger: Trigger, around: Surroundings
) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    actors = [child for child in noun.lefts if child.dep_ == "poss"]
    recipients: list[Token] = []
    for child in noun.lefts:
        if child.dep_ in ("amod", "compound", "nmod") and child.text[:1].isupper() and child.ent_type_ not in ("DATE", "TIME"):
            # "the Bakhmut assault" was done to the town, "the US assault" by the country.
            is_target = around.is_place(child) and not around.is_actor(child)
            (recipients if is_target else actors).append(child)
    for word, token in objects_of_prepositions(noun):
        role = trigger.frame.roles.get(word)
        if role == "actor":
            actors.append(token)
        elif role == "recipient":
            recipients.append(token)
    return tuple(actors), tuple(recipients)
