"""Finds the phrases: sentences with a trigger word, the matches of the rules they wake, and the longest of those that overlap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.extractors.times.grammar import POST, RULES, TRIGGER, rules_for
from ingest.extractors.times.rules import Rule
from ingest.nlp import plain_text

_BOUNDARY = re.compile(r"(?P<stop>[.!?]+[\"')\]]*)\s+(?=[\"'(\[`]*[A-Z])|\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|gen|col|maj|lt|sgt|capt|sen|rep|gov|st|no|vs|jr|inc|corp|co|a\.m|p\.m|u\.s|u\.n|u\.k|mt|ft)|\b[A-Za-z])$",
    re.IGNORECASE,
)

# "the March 23 Movement", "the 6 April Youth Movement", "the Sunday Times": a date that only begins the name of a thing is none.
_NAME_GOES_ON = re.compile(
    r"(?:[ \u00a0]\d{1,2})?[ \u00a0](?:[A-Z][a-z]+ )?"
    r"(?:Movement|Alliance|Coalition|Front|Brigades?|Battalion|Group|Party|Committee|Commission|Revolution|Square|Street|Avenue"
    r"|Bridge|Camp|Airport|Stadium|Hospital|University|Times|Telegraph|Herald|Mirror|Magazine)\b"
)

# A text without full stops is read in pieces.
_LONGEST_SENTENCE = 2_000


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the text by its offsets, and the number of its paragraph."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """A match of a rule: where its words stand."""

    start: int
    end: int
    rule: Rule
    match: re.Match[str]


def lowered(text: str) -> str:
    """The text as patterns see it: lower case, plain marks, as long as the text."""
    plain = plain_text(text)
    low = plain.lower()
    if len(low) != len(plain):
        low = "".join(small if len(small := letter.lower()) == 1 else letter for letter in plain)
    return low


def sentences(text: str) -> Iterator[Sentence]:
    """Sentences by punctuation; a line's end is a paragraph's end."""
    start, paragraph = 0, 0
    for boundary in _BOUNDARY.finditer(text):
        stop = boundary["stop"]
        if (
            stop is not None
            and stop == "."
            and _ABBREVIATION.search(text, max(start, boundary.start() - 8), boundary.start())
        ):
            continue
        yield from _pieces(start, boundary.end(), paragraph)
        start = boundary.end()
        paragraph += "\n" in boundary[0]
    yield from _pieces(start, len(text), paragraph)


def _pieces(start: int, end: int, paragraph: int) -> Iterator[Sentence]:
    for piece in range(start, end, _LONGEST_SENTENCE):
        yield Sentence(piece, min(end, piece + _LONGEST_SENTENCE), paragraph)


def phrases(text: str, low: str, post: bool) -> Iterator[tuple[Sentence, list[Phrase]]]:
    """Each sentence that names times, with its phrases in text order, none of them overlapping."""
    for sentence in sentences(plain_text(text)):
        classes = {name for match in TRIGGER.finditer(low, sentence.start, sentence.end) if (name := match.lastgroup)}
        if post:
            classes.add(POST)
        if classes:
            found = _select(_candidates(text, low, sentence, classes))
            if found:
                yield sentence, found


def _candidates(text: str, low: str, sentence: Sentence, classes: set[str]) -> list[tuple[int, int, int, Phrase]]:
    candidates = []
    for index in rules_for(classes):
        rule = RULES[index]
        for match in rule.pattern.finditer(low, sentence.start, sentence.end):
            if rule.accept is None or rule.accept(match, text):
                start, end = rule.phrase(match)
                if start < end and _NAME_GOES_ON.match(text, end) is None:
                    candidates.append((start - end, index, start, Phrase(start, end, rule, match)))
    return candidates


def _select(candidates: list[tuple[int, int, int, Phrase]]) -> list[Phrase]:
    taken: set[int] = set()
    chosen = []
    for _, _, _, phrase in sorted(candidates, key=lambda candidate: candidate[:3]):
        places = range(phrase.start, phrase.end)
        if taken.isdisjoint(places):
            taken.update(places)
            chosen.append(phrase)
    return sorted(chosen, key=lambda phrase: phrase.start)
