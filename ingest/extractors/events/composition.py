"""What becomes of an event under a word that promises, plans, begins, ends, refuses or denies it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from ingest.annotations import EventType
from ingest.extractors.events.clause import Clause, is_negated
from ingest.extractors.events.lexicon import Operator
from ingest.extractors.events.matching import is_infinitive
from ingest.extractors.events.model import FRIENDLY, HARMFUL, THREAT_MODES, Reading

_TRYING = frozenset({"try", "attempt"})
_TOLD = frozenset({"accusation", "allegation", "charge", "claim", "report", "rumor", "rumour", "suggestion"})
# Who speaks for "the group".
_SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson", "caller"})
_PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i"})


def operated(operator: Operator, clause: Clause, embedded: list[Reading], carried: Reading | None) -> Reading | None:
    """What a verb makes of the event under it, told by a clause (`embedded`) or by the noun that it carries."""
    under = embedded[0] if embedded else None
    subject = (clause.subject,) if clause.subject is not None else ()
    verb = clause.verb
    noun = with_subject(carried, clause) if carried is not None else None
    if operator == "report":
        return under
    if operator == "announce":
        under = under if under is not None else noun
        own = noun is under or not under.actors or is_same(under.actors[0], subject[0]) if under and subject else True
        return _announced(under, subject) if own else under
    if operator == "predict":
        base = under if under is not None else noun
        return replace(base, modality="predicted") if base is not None else None
    if operator in ("intend", "plan"):
        complement = next(iter(complements(clause)), None)
        refused = complement is not None and is_infinitive(complement) and is_negated(complement)
        if operator == "plan":
            base = under if under is not None else noun
            return replace(base, modality="planned", actors=base.actors or subject) if base is not None else None
        if under is None and noun is not None:
            under = noun
        if refused and (under is None or under.type not in HARMFUL):
            return own_act(verb, "REJECT", under, subject)
        if under is not None:
            return promised(under, subject, verb)
        return own_act(verb, "AGREE", None, subject) if complement is not None else None
    if operator == "begin":
        return noun
    if operator == "undergo":
        return replace(carried, recipients=subject, told=carried.told | {verb.i}) if carried is not None else None
    if operator == "attempt":
        if (
            under is not None
            and verb.lemma_ in _TRYING
            and under.control_change in ("captured", "recaptured", "encircled")
        ):
            return replace(under, control_change="contested")
        return under
    if operator == "prepare":
        if under is not None and under.type == "ASSAULT":
            return replace(under, type="MOBILIZE", modes=("troops",), control_change="none", trigger=verb)
        return replace(under, modality="planned") if under is not None else None
    if operator == "cease":
        return _ceased(under if under is not None else noun, verb)
    if operator == "warn":
        threatens = (
            under is not None
            and under.type in HARMFUL
            and all(is_same(each, own) for each in under.actors for own in subject)
        )
        return own_act(verb, "THREATEN", under, subject) if threatens else under
    if operator == "deny":
        return replace(under, modality="negated") if under is not None else None
    if operator == "refuse" and next(complements(clause), None) is not None:
        if verb.lemma_ in ("fail", "neglect") and under is not None and under.type not in FRIENDLY:
            return replace(under, modality="negated")
        return own_act(verb, "REJECT", under, subject)
    return None


def own_act(verb: Token, kind: EventType, under: Reading | None, subject: tuple[Token, ...]) -> Reading:
    """A speech act about the event under it: the subject's own, towards that event's recipient."""
    told = frozenset({verb.i}) | (under.told if under is not None else frozenset())
    modes = THREAT_MODES.get(under.type, ()) if kind == "THREATEN" and under is not None else ()
    recipients = under.recipients if under is not None else ()
    return Reading(
        kind, modes, "none", "actual", verb, subject or (under.actors if under else ()), recipients, told=told
    )


def promised(under: Reading, subject: tuple[Token, ...], verb: Token) -> Reading:
    """The act of speech in promising an event: friendly ones are agreed to, harmful ones threatened, denied ones refused."""
    if under.modality == "negated":
        return own_act(verb, "AGREE" if under.type in HARMFUL else "REJECT", under, subject)
    if under.type in HARMFUL:
        return own_act(verb, "THREATEN", under, subject)
    if under.type in FRIENDLY:
        return own_act(verb, "AGREE", under, subject)
    if under.type == "MOBILIZE":
        return replace(under, modality="planned", actors=subject or under.actors)
    return replace(under, actors=under.actors or subject)


def _announced(under: Reading | None, subject: tuple[Token, ...]) -> Reading | None:
    if under is None:
        return None
    if under.type == "RETREAT" and under.modality in ("actual", "planned"):
        return replace(
            under, type="CONCEDE", modes=(), control_change="none", modality="actual", actors=under.actors or subject
        )
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


def with_subject(noun: Reading, clause: Clause) -> Reading:
    """An event noun with the subject of the verb that carries it, and the parties that hang on the verb."""
    actors = (clause.subject, *noun.actors) if clause.subject is not None else noun.actors
    recipients = noun.recipients
    if not recipients:
        by_word = [
            token for word, token in clause.prepositions if word in ("on", "against", "with", "to", "between", "into")
        ]
        recipients = tuple(by_word)
    kind = noun.type
    if kind == "MOBILIZE" and clause.subject is not None and _is_plural_party(clause.subject):
        kind = "COOPERATE"
    return replace(noun, type=kind, actors=actors, recipients=recipients, told=noun.told | {clause.verb.i})


def _is_plural_party(subject: Token) -> bool:
    """Whether two parties are coordinated: "Kenya and Chad", "Kenyan and Chadian warships"."""
    named = [subject, *(child for child in subject.lefts if child.dep_ in ("amod", "nmod", "compound"))]
    return any(
        child.dep_ == "conj" and child.text[:1].isupper() and each.text[:1].isupper()
        for each in named
        for child in each.rights
    )


def complements(clause: Clause) -> Iterator[Token]:
    """The verbs under a verb: clauses, infinitives, gerunds behind a preposition, also those of its adjective and of a claim."""
    yield from clause.complements
    for child in clause.verb.rights:
        if child.dep_ in ("acomp", "oprd", "attr") and child.pos_ == "ADJ":
            yield from (each for each in child.rights if each.dep_ in ("xcomp", "ccomp"))
        if child.dep_ == "prep":
            yield from (each for each in child.rights if each.dep_ == "pcomp" and each.pos_ == "VERB")
        if child.dep_ == "dobj" and child.lemma_.lower() in _TOLD:
            # "denied allegations that it had attacked"
            yield from (each for each in child.rights if each.dep_ in ("acl", "ccomp") and each.pos_ in ("VERB", "AUX"))


def is_same(subject: Token, speaker: Token) -> bool:
    """Whether a speaker speaks of itself: "Kenya said it …", "its army …"."""
    if (
        speaker.lemma_.lower() in _SPOKESMEN
        and subject.pos_ == "NOUN"
        and any(child.lower_ == "the" for child in subject.lefts)
    ):
        return True
    if subject == speaker or subject.lower_ in _PRONOUNS or subject.lemma_.lower() == speaker.lemma_.lower():
        return True
    return any(child.dep_ == "poss" and child.pos_ == "PRON" for child in subject.lefts)
