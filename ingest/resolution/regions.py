"""Which tokens of a text stand between quotation marks."""

from __future__ import annotations

from spacy.tokens import Doc

_OPENING = frozenset("“„«")
_CLOSING = frozenset("”»")


def quoted_tokens(doc: Doc, text: str) -> list[bool]:
    """For each token whether it is quoted; a mark that is not closed holds to the end of its paragraph."""
    quoted: list[bool] = []
    inside = False
    for token in doc:
        mark = text[token.idx : token.idx + 1]
        if mark in _OPENING and mark:
            inside = True
        elif mark in _CLOSING and mark:
            inside = False
        elif mark == '"':
            inside = not inside
        elif "\n" in text[token.idx : token.idx + len(token.text_with_ws)]:
            inside = False
        quoted.append(inside)
    return quoted
