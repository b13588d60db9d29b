"""Precision, recall and F1, and the matching of spans."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Offsets = tuple[int, int]

_WORD = re.compile(r"\w+")

# Two contents are the same statement when their words overlap by this F1 or more (the scorers of the quotation sets use it too).
SAME_CONTENT_F1 = 0.5


@dataclass(frozen=True, slots=True)
class Counts:
    """True positives, false positives and false negatives."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 0 where nothing was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found; 0 where nothing is there."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many are right."""

    right: int = 0
    of: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.of + other.of)

    @property
    def value(self) -> float:
        """The share; 0 of nothing is 0."""
        return self.right / self.of if self.of else 0.0


def compare_sets(gold: Iterable[object], found: Iterable[object]) -> Counts:
    """Counts over two sets."""
    wanted, got = set(gold), set(found)
    return Counts(len(wanted & got), len(got - wanted), len(wanted - got))


def words_of(text: str, spans: Iterable[Offsets]) -> frozenset[int]:
    """The starts of the words that lie in the spans, even in part."""
    found: set[int] = set()
    for start, end in spans:
        first = start
        while first > 0 and text[first - 1].isalnum() and start < len(text) and text[start].isalnum():
            first -= 1
        found.update(match.start() for match in _WORD.finditer(text, first, end))
    return frozenset(found)


def match_by_words(gold: Sequence[frozenset[int]], found: Sequence[frozenset[int]]) -> list[tuple[int, int]]:
    """Pairs (gold, found), one-to-one, the most alike first, where the F1 of their words is at least `SAME_CONTENT_F1`."""
    scored = []
    for i, wanted in enumerate(gold):
        for j, got in enumerate(found):
            if common := len(wanted & got):
                likeness = 2 * common / (len(wanted) + len(got))
                if likeness >= SAME_CONTENT_F1:
                    scored.append((-likeness, i, j))
    return _one_to_one(scored)


def match_by_overlap(gold: Sequence[Offsets], found: Sequence[Offsets]) -> list[tuple[int, int]]:
    """Pairs (gold, found) that share a character, one-to-one, the longest overlap first."""
    scored = []
    for i, wanted in enumerate(gold):
        for j, got in enumerate(found):
            overlap = min(wanted[1], got[1]) - max(wanted[0], got[0])
            if overlap > 0:
                scored.append((-float(overlap), i, j))
    return _one_to_one(scored)


def _one_to_one(scored: list[tuple[float, int, int]]) -> list[tuple[int, int]]:
    pairs, used_gold, used_found = [], set(), set()
    for _, i, j in sorted(scored):
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((i, j))
    return pairs
