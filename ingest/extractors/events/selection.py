"""Which events of a sentence are told: the main one first, then those of clauses of their own."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from ingest.extractors.events import lexicon
from ingest.extractors.events.circumstances import time_of
from ingest.extractors.events.matching import is_infinitive
from ingest.extractors.events.misparsed import is_flat_verb, is_verb_of_headline
from ingest.extractors.events.model import Reading
from ingest.extractors.events.reading import read_noun, read_verb
from ingest.extractors.events.surroundings import Surroundings

# Acts of speech below the main clause are reasons and reports, not happenings of their own.
MATERIAL = frozenset({"AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "COOPERATE", "CONSULT"})
# "after taking the town" tells that it was taken, "hopes of taking it" does not.
_FACTUAL_PREPOSITIONS = frozenset({"after", "by", "since", "following", "upon", "while", "in", "despite"})
# What only forms a tense of another verb.
_AUXILIARIES = frozenset({"aux", "auxpass"})
_OWN_CLAUSES = frozenset({"conj", "advcl", "relcl", "ccomp", "parataxis", "acl"})


def readings_of_sentence(sentence: Sentence, around: Surroundings) -> tuple[Reading, ...]:
    """The main event, then further ones in text order."""
    tokens = list(_by_depth(sentence.root))
    headline = sentence.root.i if is_verb_of_headline(sentence.root) else None
    verbs = [
        token
        for token in tokens
        if (token.pos_ == "AUX" and token.dep_ not in _AUXILIARIES)
        or ((token.pos_ == "VERB" or token.i == headline) and lexicon.is_verb_of_events(token))
    ]
    found: list[Reading] = []
    told: set[int] = set()
    for verb in verbs:
        if verb.i in told or (verb.dep_ == "amod" and not is_flat_verb(verb)) or (found and not _is_own_clause(verb)):
            continue
        reading = read_verb(verb, around)
        if reading is None or reading.told & told or (_is_attribute(verb) and reading.type not in MATERIAL):
            continue
        if reading.modality == "actual" and not is_fact(verb):
            reading = replace(reading, modality="hypothetical")
        if found and reading.type not in MATERIAL:
            continue
        same = _same_event(reading, found, around) if found else None
        if same is not None:
            found[same] = _with_more(found[same], reading)
            continue
        found.append(reading)
        told |= reading.told | {verb.i}
    for reading in _noun_readings(tokens, around):
        if not reading.told & told and (
            not found or reading.control_change != "none" or _is_answered(reading, found[0])
        ):
            found.append(reading)
            told |= reading.told
    return (*found[:1], *sorted(found[1:], key=lambda reading: reading.trigger.i))


def _is_answered(reading: Reading, main: Reading) -> bool:
    """Whether the main event is what others say to this one: "The killing of two reporters drew condemnation"."""
    noun = reading.trigger
    return (
        main.type in ("ACCUSE", "SUPPORT", "REQUEST")
        and noun.dep_ in ("nsubj", "nsubjpass")
        and noun.head == main.trigger
        and reading.type in MATERIAL
        and bool(reading.actors or reading.recipients)
    )


def _is_own_clause(verb: Token) -> bool:
    """Whether a clause below the main one tells a happening: no aim ("to end the siege"), no mere attribute ("armed men")."""
    if verb.dep_ not in _OWN_CLAUSES or verb.tag_ == "VB":
        return False
    if verb.tag_ == "VBG" and verb.dep_ == "advcl":
        # ", killing nine" goes on; "ruled out sending troops" does not.
        first = verb.left_edge
        return (first.i > 0 and first.nbor(-1).is_punct) or any(child.dep_ in ("mark", "prep") for child in verb.lefts)
    return verb.dep_ != "acl" or any(child.dep_ in ("agent", "npadvmod") for child in verb.children)


def _same_event(reading: Reading, found: list[Reading], around: Surroundings) -> int | None:
    """Which event already told it goes on telling: "killed two and wounded five", "shelled the town, killing two"; None for a new one.

    What has another day of its own is another event: "came under fire on Friday after shells killed two on Thursday".
    """
    if reading.trigger.dep_ not in ("conj", "advcl", "acl"):
        return None
    time = time_of(reading, around)
    told = {other_time for other in found if (other_time := time_of(other, around)) is not None}
    if time is not None and told and time not in told:
        return None
    return next(
        (
            index
            for index, other in enumerate(found)
            if (reading.type == other.type or (reading.type == "MOBILIZE" and other.type == "ASSAULT"))
            and reading.control_change in ("none", other.control_change)
        ),
        None,
    )


def _with_more(told: Reading, further: Reading) -> Reading:
    """An event with what a verb beside its own adds, its day and place included: "was killed and five hurt on Monday by rebels"."""
    if further.trigger.dep_ != "conj" or further.type != told.type or further.modality != told.modality:
        return told
    return replace(
        told,
        actors=told.actors or further.actors,
        modes=told.modes or further.modes,
        instruments=told.instruments or further.instruments,
        told=told.told | further.told,
    )


def _is_attribute(verb: Token) -> bool:
    """Whether a participle only describes a noun: "the republics backed by the army"."""
    return verb.dep_ == "acl" and verb.tag_ == "VBN"


def is_fact(verb: Token) -> bool:
    """Whether the form of a verb tells a fact: no infinitive of its own ("the ability to fight"), no gerund like "on taking the town"."""
    if verb.tag_ == "VB" and is_infinitive(verb):
        return False
    if verb.tag_ != "VBG":
        return True
    return not (verb.dep_ == "csubj" or (verb.dep_ == "pcomp" and verb.head.lower_ not in _FACTUAL_PREPOSITIONS))


def _noun_readings(tokens: Sequence[Token], around: Surroundings) -> Iterator[Reading]:
    """The events that nouns tell in full: with a party, a place or a time of theirs, or a verb that says that they occur."""
    for token in tokens:
        if token.pos_ not in ("NOUN", "PROPN") or token.dep_ in ("compound", "nmod") or token.ent_type_ == "DATE":
            continue
        reading = read_noun(token, around)
        if reading is None:
            continue
        occurs = token.dep_ in ("nsubj", "nsubjpass") and "occur" in lexicon.operators().get(
            (token.head.lemma_.lower(), "VERB"), ()
        )
        anchored = any(
            each.i in around.time_at or around.is_place(each) or each.ent_type_ == "GPE" for each in _phrase(token)
        )
        if occurs or anchored or reading.actors or reading.recipients:
            denied = any(child.lower_ == "no" for child in token.lefts)
            yield replace(reading, modality="negated") if denied else reading


def _phrase(noun: Token) -> Iterator[Token]:
    """The tokens of a noun's phrase, and of the phrases beside it under its verb: "fighting was reported in Homs"."""
    yield from noun.subtree
    if noun.dep_ in ("nsubj", "nsubjpass", "dobj"):
        for child in noun.head.children:
            if child.dep_ == "prep":
                yield from child.subtree


def _by_depth(root: Token) -> Iterator[Token]:
    waiting = deque([root])
    while waiting:
        token = waiting.popleft()
        yield token
        waiting.extend(token.children)
