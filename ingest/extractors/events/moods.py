"""What negation, auxiliaries and conditions make of an event: planned, predicted, demanded, refused or not so."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from ingest.extractors.events.clause import Clause, is_conditional, is_negated, mood
from ingest.extractors.events.composition import is_same, own_act, promised
from ingest.extractors.events.matching import can_act
from ingest.extractors.events.model import FRIENDLY, HARMFUL, Reading
from ingest.extractors.events.surroundings import Surroundings


def in_mood(clause: Clause, found: Reading | None, speaker: Token | None, around: Surroundings) -> Reading | None:
    """The reading after negation, auxiliaries and conditions of the verb; None is one only where somebody says that it will not be."""
    if found is None and speaker is None:
        return None
    verb = clause.verb
    negated, auxiliary = is_negated(verb), mood(verb)
    subject = clause.subject if clause.subject is not None else clause.object
    # "it" under "Kenya said" is Kenya: what one says of oneself is a promise or a threat, of others a forecast.
    own = speaker is not None and (subject is None or is_same(subject, speaker))
    actors = (speaker,) if own and speaker is not None else ((subject,) if subject is not None else ())
    asked = subject is not None and can_act(subject, around) and (verb.pos_ == "VERB" or found is not None)
    if auxiliary == "obligation" and speaker is not None and asked and not own and not is_conditional(verb):
        return _demand(verb, found, speaker, subject)
    would = auxiliary == "would" and not is_conditional(verb)
    # "Malta would not let it dock" refuses; "it would dock" alone only imagines.
    future = auxiliary == "future" or (
        would and (speaker is not None or (negated and found is not None and found.type in FRIENDLY))
    )
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
                refused = promised(replace(found, modality="negated"), found.actors, found.trigger)
                return replace(refused, modality="actual" if own else "planned")
            return replace(found, modality="negated")
        if own and any(
            mark.lower_ == "unless" for child in verb.children if child.dep_ == "advcl" for mark in child.lefts
        ):
            return own_act(verb, "THREATEN", found, found.actors)
        if found.type in FRIENDLY and found.actors:
            return replace(promised(found, found.actors, found.trigger), modality="actual" if own else "planned")
        if found.type in HARMFUL:
            if own:
                return promised(found, found.actors, found.trigger)
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
