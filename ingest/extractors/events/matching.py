"""Decides which reading of a trigger stands in a sentence: the most demanding frame whose conditions the clause meets."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from ingest.extractors.events.clause import Clause, objects_of_prepositions
from ingest.extractors.events.lexicon import Frame, Trigger, classes, lemma_of, members, nouns
from ingest.extractors.events.surroundings import Surroundings

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_NAME_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP"})

# The classes of those who act.
PARTY_CLASSES = ("person", "force", "civilian", "official", "organisation")
_COUNTED = frozenset({"a", "the"})
# Nouns of actions and qualities.
_ABSTRACT_ENDINGS = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ism", "ship", "ing", "age", "ure")


def match_verb(clause: Clause, triggers: Sequence[Trigger], around: Surroundings) -> Trigger | None:
    """The reading of the clause's verb, None where no frame fits."""
    return next((each for each in triggers if _fits_verb(clause, each.frame, around)), None)


def match_noun(noun: Token, triggers: Sequence[Trigger], around: Surroundings) -> Trigger | None:
    """The reading of a noun, None where no frame fits."""
    return next((each for each in triggers if _fits_noun(noun, each.frame, around)), None)


def can_act(token: Token, around: Surroundings) -> bool:
    """Whether the head of a subject can promise, demand or blame: "the advance" and "its position" cannot."""
    if token.pos_ != "NOUN" or around.is_actor(token):
        return True
    lemma = token.lemma_.lower()
    if any(lemma in classes()[name] or token.lower_ in classes()[name] for name in PARTY_CLASSES):
        return True
    return lemma not in nouns() and not lemma.endswith(_ABSTRACT_ENDINGS)


def is_of(token: Token, words: frozenset[str], around: Surroundings) -> bool:
    """Whether the head of a phrase is one of the words or classes ("@place"), or counts such ones ("two of the tanks")."""
    if not words:
        return True
    lemma = lemma_of(token)
    listed, names = members(words)
    if lemma in listed or token.lower_ in listed:
        return not _tells_nothing(token, lemma, around)
    for name in names:
        if name in ("place", "settlement") and (around.is_place(token) or token.ent_type_ in _PLACE_LABELS):
            return True
        if name in ("name", "official", "politician") and token.ent_type_ == "PERSON" and not around.is_place(token):
            return True
        if name == "state" and token.ent_type_ == "GPE":
            return True
        if name == "violence" and _is_violence(token, lemma, around):
            return True
        if name == "hazard" and _is_hazard(token, lemma):
            return True
        if name == "act" and token.dep_ == "pcomp" and token.tag_ == "VBG":
            return True
        if name == "name" and token.ent_type_ in _NAME_LABELS:
            return True
        if name == "force" and any(child.lower_ == "military" for child in token.lefts):
            return True
        if name == "mission" and any(child.lemma_.lower() in classes()["mission"] for child in token.lefts):
            return True
    if (token.pos_ in ("NUM", "PROPN") or lemma in classes()["partitive"]) and any(
        is_of(inner, words, around)
        for child in token.rights
        if child.dep_ == "prep" and child.lower_ == "of"
        for inner in child.rights
        if inner.dep_ == "pobj"
    ):
        return True
    return any(is_of(child, words, around) for child in token.rights if child.dep_ == "conj" and child.pos_ == "NOUN")


def _tells_nothing(noun: Token, lemma: str, around: Surroundings) -> bool:
    """Whether a noun of events stands for none here: "a war of words", "a heart attack"."""
    triggers = nouns().get(lemma)
    found = match_noun(noun, triggers, around) if triggers is not None else None
    return found is not None and found.type is None


def _is_violence(noun: Token, lemma: str, around: Surroundings) -> bool:
    triggers = nouns().get(lemma)
    found = match_noun(noun, triggers, around) if triggers is not None else None
    return found is not None and found.type == "ASSAULT"


def _is_hazard(noun: Token, lemma: str) -> bool:
    """Also a hazard with a name ("Hurricane Maria"), or told by its modifier ("heat wave"); "a fire" burns, "fire" is shot."""
    before = [child for child in noun.lefts if child.dep_ in ("compound", "det")]
    if lemma == "fire":
        shot = any(child.lower_ in classes()["weapon"] for child in before)
        return any(child.lower_ in _COUNTED for child in before) and not shot
    return any(child.dep_ == "compound" and child.lower_ in classes()["hazard"] for child in before)


def _fits_verb(clause: Clause, frame: Frame, around: Surroundings) -> bool:
    if not frame.conditions:
        return True
    # What costs least comes first: most frames of a frequent verb want a preposition or a particle that is not there.
    if not frame.words <= clause.words or (frame.particles and not frame.particles & clause.particles):
        return False
    if (frame.without_object and clause.object is not None) or (frame.without_subject and clause.subject is not None):
        return False
    if frame.object is not None and (clause.object is None or not is_of(clause.object, frame.object, around)):
        return False
    if frame.subject is not None and (clause.subject is None or not is_of(clause.subject, frame.subject, around)):
        return False
    if frame.infinitive is not None and not any(
        is_infinitive(each) and _tells_of(each, frame.infinitive) for each in clause.complements
    ):
        return False
    if frame.clause is not None and not any(
        each.dep_ == "ccomp" and _tells_of(each, frame.clause) for each in clause.complements
    ):
        return False
    return all(
        any(
            word == name and is_of(noun, words, around) and (words or noun.i not in around.time_at)
            for word, noun in clause.prepositions
        )
        for name, words in frame.prepositions
    )


def _tells_of(complement: Token, words: frozenset[str]) -> bool:
    """Whether a complement is one of the verbs or has one of the objects: "to be named", "to give his name"."""
    listed, _ = members(words)
    return (
        not words
        or lemma_of(complement) in listed
        or any(child.dep_ in ("dobj", "acomp") and child.lemma_.lower() in listed for child in complement.rights)
    )


def _fits_noun(noun: Token, frame: Frame, around: Surroundings) -> bool:
    if frame.modifier is not None:
        before = [child for child in noun.lefts if child.dep_ in ("compound", "amod", "nmod", "poss", "det")]
        deeper = [child for each in before for child in each.lefts]
        if not any(is_of(child, frame.modifier, around) for child in (*before, *deeper)):
            return False
    return all(
        any(word == name and is_of(found, words, around) for word, found in objects_of_prepositions(noun))
        for name, words in frame.prepositions
    )


def is_infinitive(verb: Token) -> bool:
    """Whether "to" stands with a verb."""
    return any(child.lower_ == "to" for child in verb.lefts if child.dep_ == "aux")
