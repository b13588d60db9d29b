"""Number words, bounds, units and verbs of figures, read once from the data files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal, cast

from ingest.annotations import Metric

_DATA = files("ingest.extractors.figures").joinpath("data")

NumberKind = Literal["unit", "scale", "plural"]
Bound = Literal["low", "high", "about"]
Voice = Literal["subj", "obj"]


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A spelled number or a scale."""

    value: float
    kind: NumberKind


def _rows(name: str) -> Iterator[list[str]]:
    for line in _DATA.joinpath(name).read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("# "):
            yield line.split("\t")


@lru_cache(maxsize=1)
def numbers() -> dict[str, NumberWord]:
    """Number words in lower case."""
    return {word: NumberWord(float(value), cast(NumberKind, kind)) for word, value, kind in _rows("numbers.tsv")}


@lru_cache(maxsize=1)
def bounds() -> tuple[tuple[tuple[str, ...], Bound], ...]:
    """The words of each bound, longest first."""
    read = [(tuple(words.split()), cast(Bound, bound)) for words, bound in _rows("bounds.tsv")]
    return tuple(sorted(read, key=lambda row: -len(row[0])))


@lru_cache(maxsize=1)
def units() -> dict[str, tuple[Metric, str]]:
    """Metric and unit by the lemma of the noun."""
    return {
        lemma: (cast(Metric, metric), lemma if unit == "-" else unit)
        for lemmas, metric, unit in _rows("units.tsv")
        for lemma in lemmas.split(", ")
    }


@lru_cache(maxsize=1)
def verbs() -> dict[str, tuple[Metric, Voice]]:
    """Metric of those counted, and whether they are the verb's subject or object."""
    return {
        lemma: (cast(Metric, metric), cast(Voice, voice))
        for lemmas, metric, voice in _rows("verbs.tsv")
        for lemma in lemmas.split(", ")
    }


@lru_cache(maxsize=1)
def currencies() -> dict[str, str]:
    """ISO codes of signs."""
    return dict(_rows("currencies.tsv"))


@lru_cache(maxsize=1)
def times() -> frozenset[str]:
    """Lemmas that make a number a time."""
    return frozenset(word for (word,) in _rows("times.txt"))


@lru_cache(maxsize=1)
def cumulative() -> re.Pattern[str]:
    """Matches a phrase of a total over time, in lower case."""
    return re.compile(r"\b(?:" + "|".join(re.escape(phrase) for (phrase,) in _rows("cumulative.txt")) + r")\b")
