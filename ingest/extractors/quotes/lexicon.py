"""The words that introduce speech, belief and plans, read once from the data files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import cast

from ingest.annotations import Act, Attitude, CueClass

LEXICONS = "ingest.extractors.lexicons"


@dataclass(frozen=True, slots=True)
class Cue:
    """One reading of a word that attributes; `frames` says where its content stands (see the head of the data file).

    `particle` is the second word of "point out", None for a single word. `prepositions` are those of the frames "+of", "+about".
    """

    lemma: str
    particle: str | None
    attitude: Attitude
    cue_class: CueClass
    act: Act
    frames: frozenset[str]
    prepositions: frozenset[str]

    @property
    def name(self) -> str:
        """Lemma and particle."""
        return f"{self.lemma} {self.particle}" if self.particle else self.lemma


def _rows(name: str) -> Iterator[list[str]]:
    for line in files(LEXICONS).joinpath(name).read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")


def _read(name: str) -> dict[str, tuple[Cue, ...]]:
    cues_by_lemma: dict[str, tuple[Cue, ...]] = {}
    for words, attitude, cue_class, act, frames in _rows(name):
        lemma, _, particle = words.partition(" ")
        cue = Cue(
            lemma=lemma,
            particle=particle or None,
            attitude=cast(Attitude, attitude),
            cue_class=cast(CueClass, cue_class),
            act=cast(Act, act),
            frames=frozenset(frame for frame in frames.split() if not frame.startswith("+")),
            prepositions=frozenset(frame[1:] for frame in frames.split() if frame.startswith("+")),
        )
        cues_by_lemma[lemma] = (*cues_by_lemma.get(lemma, ()), cue)
    # A verb with its particle is told from the bare one first.
    return {lemma: tuple(sorted(cues, key=lambda cue: cue.particle is None)) for lemma, cues in cues_by_lemma.items()}


@lru_cache(maxsize=1)
def verbs() -> dict[str, tuple[Cue, ...]]:
    """Readings of each verb by the lemma that the tagger gives it: with a particle first, then in the order of the file."""
    cues_by_lemma = _read("cues_verbs.tsv")
    for tagged, verb in _rows("cues_lemmas.tsv"):
        cues_by_lemma[tagged] = cues_by_lemma[verb]
    return cues_by_lemma


@lru_cache(maxsize=1)
def nouns() -> dict[str, tuple[Cue, ...]]:
    """Readings of each noun."""
    return _read("cues_nouns.tsv")


@lru_cache(maxsize=1)
def adjectives() -> dict[str, tuple[Cue, ...]]:
    """Readings of each predicate adjective."""
    return _read("cues_adjectives.tsv")


@lru_cache(maxsize=1)
def media() -> dict[str, str]:
    """Kind of each word for where something is said: document, post, event, platform."""
    return dict(_rows("cues_media.tsv"))


@lru_cache(maxsize=1)
def deeds() -> dict[str, str]:
    """Role of each noun in a fight: force, target, happening."""
    return dict(_rows("cues_deeds.tsv"))


@lru_cache(maxsize=1)
def contents() -> dict[str, frozenset[str]]:
    """Lemmas by what they tell of the act of the content that they stand in: state, wrong, decision ..."""
    lemmas_by_role: dict[str, set[str]] = {}
    for lemma, role in _rows("cues_contents.tsv"):
        lemmas_by_role.setdefault(role, set()).add(lemma)
    return {role: frozenset(lemmas) for role, lemmas in lemmas_by_role.items()}


@lru_cache(maxsize=1)
def phrases() -> tuple[tuple[tuple[str, ...], Cue], ...]:
    """Words of each phrase, longest first, with its reading."""
    read = []
    for words, attitude, cue_class, act, frame in _rows("cues_phrases.tsv"):
        cue = Cue(
            words,
            None,
            cast(Attitude, attitude),
            cast(CueClass, cue_class),
            cast(Act, act),
            frozenset({frame}),
            frozenset(),
        )
        read.append((tuple(words.split()), cue))
    return tuple(sorted(read, key=lambda item: -len(item[0])))
