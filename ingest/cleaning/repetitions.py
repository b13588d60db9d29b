"""What a text says twice, word by word, and punctuation that stands alone."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from ingest.annotations import Span
from ingest.cleaning.layout import Line, split_sentences

# Shorter sentences recur by chance ("He declined to comment.").
SENTENCE_WORDS_MINIMUM = 8
# A whole paragraph or a heading recurs by chance only when shorter.
LINE_WORDS_MINIMUM = 5

NEAR_COPY_WORDS_MINIMUM = 12
NEAR_COPY_WORDS_ADDED_MAXIMUM = 2
_NEGATIONS = frozenset({"no", "not", "never", "neither", "nor", "without", "t"})

# A header in front of the first sentence: a date with or without its label, or a dateline.
_HEADER = re.compile(
    r"^(?:(?:date|published|updated|posted)\b:?\s*(?:on\s+)?)?\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}\S*)?[\s:,–—-]+"
    r"|^[A-Z][A-Z .,'’-]+(?:,[^–—-]{0,40})?(?:\([^)]{1,40}\))?\s*(?:[–—]|--?)\s+",
    re.IGNORECASE,
)

# A full stop or comma, with or without a closing quotation mark, between blanks, after a sentence that has ended already.
_DEBRIS = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][\"”’)]))[^\S\n]+(?P<mark>[.,;][\"”’]?)(?=\s|$)")
_SPACED_DOTS = re.compile(r"\.(?:\s\.){2,}")


def find_repetitions(lines: Sequence[Line], marked: Container[int]) -> Iterator[Span]:
    """The further copies of a line or sentence; a copy that is `marked` already, by the line's index, makes no other one a repetition.

    A line that is the one above it but for a word or two (a summary before the first sentence) is a copy too.
    """
    seen: set[str] = set()
    previous: list[str] = []
    for index, line in enumerate(lines):
        if index in marked:
            continue
        whole = _normalised(line.text)
        if whole in seen and _word_count(whole) >= LINE_WORDS_MINIMUM:
            yield line.span
            continue
        if _is_near_copy(previous, whole.split()):
            yield line.span
            continue
        previous = whole.split()
        seen.add(whole)
        for span in split_sentences(line):
            sentence = _normalised(line.text[span.start - line.span.start : span.end - line.span.start])
            if sentence != whole and sentence in seen and _word_count(sentence) >= SENTENCE_WORDS_MINIMUM:
                yield span
            seen.add(sentence)


def find_debris(text: str) -> Iterator[Span]:
    """Punctuation that belongs to no sentence, as machine translation leaves it; not an ellipsis with blanks in it."""
    dots = [match.span() for match in _SPACED_DOTS.finditer(text)]
    for match in _DEBRIS.finditer(text):
        span = Span(*match.span("mark"))
        if not any(start < span.end and span.start < end for start, end in dots):
            yield span


def _is_near_copy(first: list[str], second: list[str]) -> bool:
    """Whether the longer is the shorter with a few words put in, none of which is a number or a negation."""
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) < NEAR_COPY_WORDS_MINIMUM or len(longer) - len(shorter) > NEAR_COPY_WORDS_ADDED_MAXIMUM:
        return False
    added: list[str] = []
    rest = iter(longer)
    for word in shorter:
        for other in rest:
            if other == word:
                break
            added.append(other)
        else:
            return False
    added.extend(rest)
    return not any(word in _NEGATIONS or any(map(str.isdigit, word)) for word in added)


def _normalised(text: str) -> str:
    return " ".join(re.findall(r"\w+", _HEADER.sub("", text).casefold()))


def _word_count(normalised: str) -> int:
    return normalised.count(" ") + 1
