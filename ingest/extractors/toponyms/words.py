"""Splits a text into words with what the recogniser asks of them: key, case, what stands before, and the parser's labels."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc

from ingest.columns import columns_of
from ingest.extractors.toponyms.lexicon import word_classes
from ingest.gazetteer.folding import fold_word

# "U.S.", "B.C." are one word; so are "Xi'an" and "Sana'a"; a hyphen parts words ("Port-au-Prince", "London-based").
_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|\d[\d.,]*")
_ELIDED = re.compile(r"[a-z]{1,2}['’ʼ][^\W\d_a-z]")
_DATELINE_END = re.compile(r"\s*(?:[-–—]|\(|,)|\s+(?=[A-Z][a-z])")
_POSSESSIVE = re.compile(r"['’ʼ][sS]$")
# Words after which a full stop ends no sentence.
_ABBREVIATED = word_classes()["abbreviated"]

# The parser's labels of places.
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
# After these the parser's word alone is enough; after "to" or "by" persons stand too.
LABEL_PREPOSITIONS = frozenset({"in", "near", "outside", "at", "around", "across"})

_NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_FUNCTIONS = frozenset({"CCONJ", "SCONJ", "ADP", "DET", "PRON", "PART", "AUX"})
_VERBS = frozenset({"VERB", "AUX"})

Gap = Literal["join", "hyphen", "comma", "break", "other"]


@dataclass(slots=True)
class Word:
    """One word; `key` is its folded form without a possessive 's, `gap` what parts it from the word before.

    `dotted` tells of a full stop right after it, `ends_dateline` of a dash, bracket or comma as after the place of a dateline.
    """

    start: int
    end: int
    key: str
    capital: bool
    upper: bool
    gap: Gap
    starts_sentence: bool
    label: str
    entity_begins: bool
    proper: bool
    noun: bool
    verb: bool
    function: bool
    dotted: bool
    possessive: bool
    begins_paragraph: bool
    ends_dateline: bool
    is_money: bool
    in_brackets: bool
    token: int | None


def split_words(doc: Doc) -> list[Word]:
    """The words of the parsed text in order."""
    columns = columns_of(doc)
    text, parts = columns.text, columns.parts
    token_at = {start: number for number, start in enumerate(columns.starts)}
    words: list[Word] = []
    previous_end = 0
    ends_sentence = True
    for match in _WORD.finditer(text):
        start, end = match.span()
        surface = match[0]
        possessive = _POSSESSIVE.search(surface)
        if possessive:
            end -= len(possessive[0])
            surface = surface[: possessive.start()]
        between = text[previous_end:start]
        gap, breaks = _gap(between, words[-1] if words else None)
        token = token_at.get(start)
        part = parts[token] if token is not None else ""
        words.append(
            Word(
                start=start,
                end=end,
                key=fold_word(surface),
                capital=surface[0].isupper() or bool(_ELIDED.match(surface)),
                upper=len(surface) > 1 and surface.isupper(),
                gap=gap,
                starts_sentence=ends_sentence or breaks,
                label=columns.labels[token] if token is not None else "",
                entity_begins=token is not None and columns.begins_entity[token],
                proper=token is None or part == "PROPN",
                function=part in _FUNCTIONS,
                verb=part in _VERBS,
                noun=part in _NOUNS,
                dotted=text[end : end + 1] == "." or surface[-1] == ".",
                possessive=bool(possessive),
                begins_paragraph=not words or "\n" in between,
                is_money="$" in (text[end : end + 1], text[start - 1 : start]),
                token=token,
                in_brackets=text[start - 1 : start] == "(",
                ends_dateline=bool(_DATELINE_END.match(text, end)),
            )
        )
        previous_end = match.end()
        ends_sentence = False
    return words


def _gap(between: str, before: Word | None) -> tuple[Gap, bool]:
    """What parts two words, and whether a sentence ends there."""
    if before is None:
        return "break", True
    plain = between.strip()
    if not plain:
        # A line end parts names, but for a wrapped line, whose next one is indented.
        wrapped = "\n" in between and between[-1] in " \t" and between.count("\n") == 1
        return ("join", False) if "\n" not in between or wrapped else ("break", True)
    if plain == "-" or plain == "–":
        return ("hyphen" if between == plain else "other"), False
    if plain == ".":
        if before.key in _ABBREVIATED or (len(before.key) == 1 and before.capital):
            return "join", False
        return "break", True
    if plain in (",", ".,"):
        return "comma", False
    return ("break", True) if any(mark in plain for mark in '.?!:;"“”•') else ("other", False)
