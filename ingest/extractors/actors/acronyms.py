"""Organisations whose acronym the text spells out: "the Riverside Relief Fund (RRF)", and each later mention of either."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from ingest.annotations import ActorKind
from ingest.columns import Columns, columns_of
from ingest.extractors.actors.lexicon import is_force

LETTERS_MINIMUM, LETTERS_MAXIMUM = 2, 8
_JOINING = frozenset({"of", "the", "for", "and", "in", "de", "du", "des", "la", "le", "del", "&", "-", "'s", "’s"})


@dataclass(frozen=True, slots=True)
class Spelled:
    """An organisation's name or acronym at tokens `start <= i < end`."""

    start: int
    end: int
    kind: ActorKind


def find_spelled_out(doc: Doc) -> Iterator[Spelled]:
    """Names with their acronym in brackets behind them, in text order; then every other place where one of both stands."""
    columns = columns_of(doc)
    kinds_by_words: dict[tuple[str, ...], ActorKind] = {}
    for index in range(1, len(columns) - 2):
        if columns.words[index] == "(" and columns.words[index + 2] == ")":
            start = _start_of_name(columns, index, columns.words[index + 1])
            if start is not None:
                words = columns.words[start:index]
                kind: ActorKind = "ArmedGroup" if any(is_force(word.lower()) for word in words) else "Organization"
                kinds_by_words[words] = kinds_by_words[(columns.words[index + 1],)] = kind
    for words, kind in kinds_by_words.items():
        for start in range(len(columns) - len(words) + 1):
            if columns.words[start] == words[0] and columns.words[start : start + len(words)] == words:
                yield Spelled(start, start + len(words), kind)


def _start_of_name(columns: Columns, end: int, acronym: str) -> int | None:
    """Where the words before token `end` begin whose initials, small words left out, are the acronym's letters."""
    letters = acronym.replace(".", "")
    if not (letters.isupper() and letters.isalpha() and LETTERS_MINIMUM <= len(letters) <= LETTERS_MAXIMUM):
        return None
    index = end
    for letter in reversed(letters):
        index -= 1
        while index >= 0 and columns.lowers[index] in _JOINING:
            index -= 1
        if index < 0 or columns.words[index][:1] != letter:
            return None
    return index
