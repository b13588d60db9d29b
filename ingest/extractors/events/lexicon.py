"""The words that tell of an event, with the frames in which they do, read once from the data files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Literal, cast

from spacy.tokens import Token

from ingest.annotations import ControlChange, EventType, ParticipantRole

_DATA = files("ingest.extractors.events").joinpath("data")
_NONE = "-"

Operator = Literal[
    "report", "announce", "intend", "plan", "predict", "begin", "undergo", "occur", "attempt", "prepare", "cease", "refuse", "deny",
    "warn",
]  # fmt: skip
Slot = str  # "subj", "obj" or a preposition


@dataclass(frozen=True, slots=True)
class Frame:
    """What must stand around a word; the classes are lemmas and names of classes ("@place"), an empty set takes any head.

    `words` are those of the prepositions; of `particles` one must be there; the words of `infinitive` and `clause` are verbs
    or their objects. `roles` says who plays which role against the rule (subject actor, object recipient); None takes the role away.
    """

    object: frozenset[str] | None = None
    without_object: bool = False
    without_subject: bool = False
    subject: frozenset[str] | None = None
    modifier: frozenset[str] | None = None
    prepositions: tuple[tuple[str, frozenset[str]], ...] = ()
    words: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    infinitive: frozenset[str] | None = None
    clause: frozenset[str] | None = None
    roles: dict[Slot, ParticipantRole | None] = field(default_factory=dict)
    conditions: int = 0


@dataclass(frozen=True, slots=True)
class Trigger:
    """One reading of a word; `type` is None for a reading that is no event (kept to win over a more general one)."""

    lemma: str
    frame: Frame
    type: EventType | None
    modes: tuple[str, ...]
    control_change: ControlChange


def _rows(name: str) -> Iterator[list[str]]:
    for line in _DATA.joinpath(name).read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split("|")) if listed else frozenset()


def _frame(written: str) -> Frame:
    """Reads a frame as the head of the data file explains it; raises ValueError for a condition that it does not know."""
    values: dict[str, frozenset[str]] = {}
    flags: set[str] = set()
    prepositions: list[tuple[str, frozenset[str]]] = []
    roles: dict[Slot, ParticipantRole | None] = {}
    particles: frozenset[str] = frozenset()
    for part in written.split():
        slot, to_role, role = part.partition(">")
        name, colon, listed = part.partition(":")
        if part == _NONE:
            continue
        if to_role:
            roles[slot] = None if role == "none" else cast(ParticipantRole, role)
        elif part.startswith("+"):
            particles = _words(part[1:])
        elif name in ("obj", "subj", "mod", "inf", "that"):
            values[name] = _words(listed)
        elif part in ("noobj", "nosubj"):
            flags.add(part)
        elif colon:
            prepositions.append((name, _words(listed)))
        else:
            raise ValueError(f"unknown condition {part!r} in frame {written!r}")
    # A listed word says more than a class of words, and that more than the mere presence of a phrase.
    heads = [*values.values(), *(words for _, words in prepositions)]
    conditions = sum(1 if not words else 2 if any(word.startswith("@") for word in words) else 3 for words in heads)
    conditions += len(flags) + 3 * bool(particles)
    return Frame(
        object=values.get("obj"), without_object="noobj" in flags,
        without_subject="nosubj" in flags, subject=values.get("subj"), modifier=values.get("mod"),
        prepositions=tuple(prepositions), words=frozenset(name for name, _ in prepositions), particles=particles,
        infinitive=values.get("inf"), clause=values.get("that"),
        roles=roles, conditions=conditions,
    )  # fmt: skip


def _read(name: str) -> dict[str, tuple[Trigger, ...]]:
    triggers_by_lemma: dict[str, list[Trigger]] = {}
    for lemmas, written, kind, modes, control_change, _source in _rows(name):
        frame = _frame(written)
        for lemma in lemmas.split(", "):
            trigger = Trigger(
                lemma=lemma,
                frame=frame,
                type=None if kind == _NONE else cast(EventType, kind),
                modes=() if modes == _NONE else tuple(modes.split()),
                control_change="none" if control_change == _NONE else cast(ControlChange, control_change),
            )
            triggers_by_lemma.setdefault(lemma, []).append(trigger)
    return {
        lemma: tuple(sorted(triggers, key=lambda trigger: -trigger.frame.conditions))
        for lemma, triggers in triggers_by_lemma.items()
    }


@lru_cache(maxsize=1)
def mistaken_lemmas() -> dict[str, str]:
    """Lemmas that the tagger gives, with the verb that is meant."""
    return dict(_rows("lemmas.tsv"))


def lemma_of(token: Token) -> str:
    """The lemma in lower case, mistakes of the tagger set right; of "sit-in", "test-fired" the whole, where that is in the lexicon."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        lemma = mistaken_lemmas().get(lemma, lemma)
    if (
        token.i > 1
        and (hyphen := token.nbor(-1)).text == "-"
        and not hyphen.whitespace_
        and not token.nbor(-2).whitespace_
    ):
        compound = f"{token.nbor(-2).lower_}-{lemma}"
        if compound in _compounds():
            return compound
    return lemma


@lru_cache(maxsize=1)
def _compounds() -> frozenset[str]:
    """All hyphenated words of the triggers, their frames and the classes."""
    words = {*verbs(), *nouns()}.union(*classes().values())
    for table in (verbs(), nouns()):
        for triggers in table.values():
            words.update(word for each in triggers for word in each.frame.object or ())
    return frozenset(word for word in words if "-" in word)


@lru_cache(maxsize=1)
def verbs() -> dict[str, tuple[Trigger, ...]]:
    """Readings of each verb, the most demanding frame first."""
    return _read("triggers_verbs.tsv")


@lru_cache(maxsize=4096)
def particles_of(lemma: str) -> frozenset[str]:
    """The particles with which a verb tells of an event."""
    return frozenset(word for each in verbs().get(lemma, ()) for word in each.frame.particles)


def is_verb_of_events(token: Token) -> bool:
    """Whether a verb tells events or does something to one told under it."""
    lemma = lemma_of(token)
    return lemma in verbs() or (lemma, "VERB") in operators() or (lemma, "PART") in operators()


@lru_cache(maxsize=1)
def nouns() -> dict[str, tuple[Trigger, ...]]:
    """Readings of each noun, the most demanding frame first."""
    return _read("triggers_nouns.tsv")


@lru_cache(maxsize=1)
def operators() -> dict[tuple[str, str], tuple[Operator, ...]]:
    """By lemma and part of speech (VERB, PART for a participle after "be", ADJ): what the word does to the event under it."""
    operators_by_word: dict[tuple[str, str], tuple[Operator, ...]] = {}
    for lemmas, part_of_speech, operator, _source in _rows("operators.tsv"):
        for lemma in lemmas.split(", "):
            key = (lemma, part_of_speech)
            operators_by_word[key] = (*operators_by_word.get(key, ()), cast(Operator, operator))
    return operators_by_word


@lru_cache(maxsize=1)
def classes() -> dict[str, frozenset[str]]:
    """The nouns of each class."""
    return {name: frozenset(listed.split(", ")) for name, listed in _rows("classes.tsv")}


@lru_cache(maxsize=4096)
def members(words: frozenset[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """All words that a condition lists, those of its classes among them; and the names of these classes."""
    names = tuple(sorted(word[1:] for word in words if word.startswith("@")))
    listed = words.union(*(classes().get(name, frozenset()) for name in names))
    return listed, names
