"""The parts of a text that its tokens stand in: quotation marks, sentences, paragraphs."""

from __future__ import annotations

from spacy.tokens import Doc

from ingest.columns import columns_of

_OPENING = frozenset("“„«")
_DASHES = frozenset({"-", "--", "–", "—"})
# No place line is longer.
DATELINE_TOKENS = 16

_CLOSING = frozenset("”»")


def quoted_tokens(doc: Doc, text: str) -> list[bool]:
    """For each token whether it is quoted; a mark that is not closed holds to the end of its paragraph."""
    quoted: list[bool] = []
    inside = False
    for start, has_line_end in zip(columns_of(doc).starts, _line_ends(doc), strict=True):
        mark = text[start : start + 1]
        if mark in _OPENING:
            inside = True
        elif mark in _CLOSING:
            inside = False
        elif mark == '"':
            inside = not inside
        elif has_line_end:
            inside = False
        quoted.append(inside)
    return quoted


def sentence_numbers(doc: Doc) -> list[int]:
    """For each token the number of its sentence."""
    numbers: list[int] = []
    number = -1
    for start in doc.to_array("SENT_START").tolist():
        number += start == 1 or number < 0
        numbers.append(number)
    return numbers


def paragraph_numbers(doc: Doc) -> list[int]:
    """For each token the number of its paragraph: what a line end closes that is not a blank in a wrapped line."""
    numbers: list[int] = []
    number = 0
    for has_line_end in _line_ends(doc):
        numbers.append(number)
        number += has_line_end
    return numbers


def _line_ends(doc: Doc) -> list[bool]:
    """For each token whether it holds a line end."""
    return ["\n" in word for word in columns_of(doc).words]


def in_dateline(doc: Doc, index: int) -> bool:
    """Whether a token stands in the place line that opens a report: "LUTSK, Country, May 3 (Agency) -"."""
    first = index
    while first and index - first < DATELINE_TOKENS and "\n" not in doc[first - 1].text:
        first -= 1
    opens = doc[first].is_alpha and doc[first].is_upper and len(doc[first]) > 1 and first < index
    before_dash: list[str] = []
    for token in doc[first : first + DATELINE_TOKENS]:
        if token.text in _DASHES:
            return opens and index < token.i and not any(word.islower() for word in before_dash)
        before_dash.append(token.text)
    return False
