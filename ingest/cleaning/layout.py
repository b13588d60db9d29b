"""The layout of a text: lines with their places, which of them are paragraphs, and the sentences in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from ingest.annotations import Span

# After one of these a line may end a paragraph even where no blank line follows.
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_CONTINUES = re.compile(r"[a-z,;)]")
_SENTENCE_BREAK = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[^\W_a-z])")
_QUOTATION = re.compile(r"[\"“]([^\"“”]*)[\"”]")
# A full stop after one of these ends no sentence: titles, initials, months.
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Sgt|Gov|Sen|Rep|Prof|St|Jr|Sr|vs|No|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z])\.$"
)

ABBREVIATION_CHARACTERS = 6

# A line of at most this many words without a full stop is a heading, a caption or a credit, and not the first half of a paragraph.
HEADING_WORDS_MAXIMUM = 14


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank, without the blanks around it.

    `block` numbers the groups of lines between blank lines. `whole` is True where the line is a paragraph by itself: neither does the
    line above run on into it, nor it into the line below.
    """

    span: Span
    text: str
    block: int
    whole: bool

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


class _Piece(NamedTuple):
    span: Span
    text: str
    block: int


def read_lines(text: str) -> list[Line]:
    """The lines of `text` that are not blank."""
    pieces: list[_Piece] = []
    block = 0
    for match in re.finditer(r"[^\n]*\n?", text):
        stripped = match.group().strip()
        if not stripped:
            block += 1
            continue
        start = match.start() + match.group().index(stripped)
        pieces.append(_Piece(Span(start, start + len(stripped)), stripped, block))
    neighbours = zip([None, *pieces[:-1]], pieces, [*pieces[1:], None], strict=True) if pieces else ()
    return [Line(*piece, _is_whole(above, piece, below)) for above, piece, below in neighbours]


def longest_quotation(text: str) -> int:
    """How many words the longest passage between double quotation marks has."""
    return max((len(match[1].split()) for match in _QUOTATION.finditer(text)), default=0)


def split_sentences(line: Line) -> list[Span]:
    """The sentences of a line by their punctuation: rough, and enough to compare them."""
    spans: list[Span] = []
    start = 0
    for match in _SENTENCE_BREAK.finditer(line.text):
        stop = match.start() + len(match.group().rstrip())
        if _ABBREVIATION.search(line.text[max(start, stop - ABBREVIATION_CHARACTERS) : stop]):
            continue
        spans.append(Span(line.span.start + start, line.span.start + stop))
        start = match.end()
    spans.append(Span(line.span.start + start, line.span.end))
    return spans


def _is_whole(above: _Piece | None, line: _Piece, below: _Piece | None) -> bool:
    if above is not None and above.block == line.block and not _may_end(above.text):
        return False
    return below is None or below.block != line.block or (_may_end(line.text) and not _CONTINUES.match(below.text))


def _may_end(line: str) -> bool:
    return _SENTENCE_END.search(line) is not None or len(line.split()) <= HEADING_WORDS_MAXIMUM
