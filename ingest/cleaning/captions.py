"""Captions of photographs with their credits, as pages leave them between paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ingest.cleaning.layout import Line, longest_quotation
from ingest.cleaning.lexicons import read_entries
from ingest.cleaning.names import CAPITAL, NAME, WORD

CREDIT_WORDS_MAXIMUM = 12
CAPTION_WORDS_MAXIMUM = 60
# What a page gives for those who do not see the picture, the caption, the credit.
CAPTION_LINES_MAXIMUM = 3
# Two lines are the same caption twice when this share of their words is common to both.
OVERLAP_MINIMUM = 0.6
OVERLAP_WORDS_MINIMUM = 5

_SPLIT = re.compile(r"\s*(?:/|\||;|,|–|—| - | via | for | through )\s*", re.IGNORECASE)
_LABEL = re.compile(
    r"^[(\[]?\s*(?:©|\(c\)|(?:photo|photograph|picture|image|credit)s?(?: credit)?(?: by| courtesy(?: of)?)?\s*:?)\s+",
    re.IGNORECASE,
)
# OUTLET/Name Surname
_SLASH = re.compile(rf"{WORD}(?: {WORD}){{0,3}} ?/ ?{WORD}(?: {WORD}){{1,3}}")
# … (Photo by Name/Agency), [Agency via Agency], (Courtesy of Name), … OUTLET/Name Surname
_CREDIT_AT_END = re.compile(
    r"[(\[](?:file |handout |ap |courtesy )?(?:photo|image|picture|credit|courtesy|handout|screenshot|screengrab)\b[^)\]]*[)\]]\.?$"
    r"|[(\[][^)\]]*\b(?:via|/)\b ?[^)\]]*(?:photo|images|agency|handout)[^)\]]*[)\]]\.?$"
    rf"|[.)\"”] (?-i:{CAPITAL}{{2,}}(?: {CAPITAL}{{2,}}){{0,2}})/{NAME}\.?$",
    re.IGNORECASE,
)
_SPEECH = re.compile(r"\b(?:said|says|told|added|wrote|according to)\b[^(\[]*$", re.IGNORECASE)
# A caption may quote a banner.
BANNER_WORDS_MAXIMUM = 7
_PICTURE_WORDS = re.compile(
    r"\b(?:pictured|seen here|in this (?:photo|image|picture|handout|screengrab|file)|photo|image|photograph|file picture|"
    r"\((?:left|right|centre|center|l|r|c)\)|(?:left|right|centre|center|top|bottom|above|below),)",
    re.IGNORECASE,
)


def find_captions(lines: list[Line]) -> Iterator[range]:
    """The lines, by index, of each caption from its first through its credit; a credit alone; a line that ends with its own credit."""
    for index, line in enumerate(lines):
        if is_credit(line.text):
            yield range(index - _caption_height(lines, index), index + 1)
        elif line.whole and _may_be_caption(line) and _CREDIT_AT_END.search(line.text):
            yield range(index, index + 1)
        elif index and lines[index - 1].block == line.block and _is_pair(lines, index):
            yield range(index - 1, index + 1)


def is_credit(line: str) -> bool:
    """Whether a line holds nothing but who made a photograph: agencies, with or without a person's name."""
    if len(line.split()) > CREDIT_WORDS_MAXIMUM:
        return False
    if _SLASH.fullmatch(line):
        return True
    unlabelled = _LABEL.sub("", line)
    bare = unlabelled.strip("()[]. ")
    pieces = [piece for piece in _SPLIT.split(bare) if piece]
    known = [piece.casefold() in _agencies() for piece in pieces]
    return (any(known) or (unlabelled != line and bool(pieces))) and all(
        is_known or re.fullmatch(NAME, piece) for is_known, piece in zip(known, pieces, strict=True)
    )


def _caption_height(lines: list[Line], credit: int) -> int:
    """How many lines above the credit belong to it.

    All those of a block of its own. Where no blank line sets the block off, only a line that shows itself to be a caption.
    """
    above = [
        line for line in lines[max(0, credit - CAPTION_LINES_MAXIMUM - 1) : credit] if line.block == lines[credit].block
    ]
    while above and is_credit(above[0].text):
        above = above[1:]
    if len(above) <= CAPTION_LINES_MAXIMUM and all(_may_be_caption(line) for line in above):
        return len(above)
    if not above or not _may_be_caption(above[-1]):
        return 0
    if len(above) > 1 and _overlap(above[-2].text, above[-1].text) >= OVERLAP_MINIMUM:
        return 2
    return 1 if _PICTURE_WORDS.search(above[-1].text) or above[-1].text[-1].isalnum() else 0


def _is_pair(lines: list[Line], index: int) -> bool:
    """Whether a line and the one above are one caption twice, in a block of their own."""
    block = [line for line in lines[max(0, index - 3) : index + 3] if line.block == lines[index].block]
    return (
        len(block) == 2
        and all(map(_may_be_caption, block))
        and len(_words(lines[index].text)) >= OVERLAP_WORDS_MINIMUM
        and _overlap(lines[index - 1].text, lines[index].text) >= OVERLAP_MINIMUM
    )


def _may_be_caption(line: Line) -> bool:
    return (
        line.words <= CAPTION_WORDS_MAXIMUM
        and _SPEECH.search(line.text) is None
        and longest_quotation(line.text) <= BANNER_WORDS_MAXIMUM
    )


def _overlap(first: str, second: str) -> float:
    """The share of words that two lines have in common, of all that they have (Jaccard)."""
    one, other = _words(first), _words(second)
    return len(one & other) / len(one | other) if one | other else 0.0


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


@lru_cache(maxsize=1)
def _agencies() -> frozenset[str]:
    return frozenset(entry.strip().casefold() for entry in read_entries("agencies.txt"))
