"""Stretches of quoted words in tokens, and whether each stands as a sentence of its own."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc

from ingest.columns import columns_of
from ingest.extractors.quotes.candidate import Candidate, Tokens
from ingest.extractors.quotes.marks import Quotation

TITLE_WORDS_MAXIMUM = 8


TITLE_SMALL_WORD_LETTERS = 3


FULL_WORDS_MINIMUM = 2


@dataclass(slots=True)
class Stretch:
    """A quotation in tokens; `full` where it stands as a sentence of its own, not as some words of one."""

    tokens: Tokens
    line: Tokens
    paragraph: int
    full: bool
    closed: bool
    ends_sentence: bool
    owner: Candidate | None = None


def read_stretches(doc: Doc, text: str, quotations: list[Quotation], lines: list[Tokens]) -> list[Stretch]:
    """The quotations of a text with what their surroundings say of them."""
    starts = columns_of(doc).starts
    found = []
    for quotation in quotations:
        start = max(bisect_right(starts, quotation.span.start) - 1, 0)
        end = bisect_left(starts, quotation.span.end)
        if end <= start:
            continue
        inner = text[quotation.span.start : quotation.span.end].strip("\"'“”„‟«»`‘’ ")
        before = text[max(quotation.span.start - 3, 0) : quotation.span.start].rstrip(" \u00a0")
        begins = (
            not before or before[-1] in "\n.?!:;,—–-―…)" or quotation.span.start == lines[quotation.paragraph].start
        )
        capital = inner[:1].isupper() or inner[:1].isdigit() or not inner[:1].isalpha()
        words = inner.count(" ") + 1
        stops = inner[-1:] in ".,?!—–-…"
        mid_sentence = before[-1:].isalnum() or before[-1:] == ","
        full = (
            quotation.double
            and bool(inner)
            and not (mid_sentence and _is_title(inner))
            and begins
            and words >= FULL_WORDS_MINIMUM
            and (capital or before[-1:] in (",", ":"))
        )
        if begins and capital and words == 1 and stops:
            full = quotation.double
        found.append(
            Stretch(
                Tokens(start, end),
                lines[quotation.paragraph],
                quotation.paragraph,
                full,
                quotation.closed,
                inner[-1:] in ".?!…",
            )
        )
    return found


def _is_title(words: str) -> bool:
    """Whether quoted words look like the title of a work: capitals throughout, no end of a sentence."""
    long_words = [word for word in words.rstrip(",").split() if len(word) > TITLE_SMALL_WORD_LETTERS]
    return (
        2 <= len(long_words) <= TITLE_WORDS_MAXIMUM
        and words[-1:] not in ".?!"
        and all(word[:1].isupper() for word in long_words)
    )
