"""Cuts out of a text what stands around the words that were looked for, and says where they are."""

from __future__ import annotations

import re

from graph.model_views import Snippet

SNIPPET_CHARACTERS = 240

# Of a snippet, how much stands before the first word that was found.
BEFORE_CHARACTERS = 60

_WORD = re.compile(r"\w+(?:['’]\w+)*")

# Endings of English that the index takes off too, so that what it finds by its stem is marked.
_ENDINGS = re.compile(r"(?<=\w{3})(?:ations?|ings?|ments?|ies|ied|ers?|ed|es|s|e|y)$")


def snippet(text: str, wanted: list[str], offset: int = 0) -> Snippet:
    """Some of `text` around the first word that begins like one of the wanted ones; its beginning where none does.

    `offset` is where `text` itself begins in what `start` and `end` count in.
    """
    stems = {_stem(word) for piece in wanted for word in _WORD.findall(piece)}
    found = [match.span() for match in _WORD.finditer(text) if _stem(match.group()) in stems]
    start = max(0, found[0][0] - BEFORE_CHARACTERS) if found else 0
    while 0 < start < len(text) and text[start - 1].isalnum():
        start -= 1
    end = min(len(text), start + SNIPPET_CHARACTERS)
    while end < len(text) and text[end].isalnum() and end > start + SNIPPET_CHARACTERS // 2:
        end -= 1
    inside = tuple((first - start, last - start) for first, last in found if start <= first and last <= end)
    return Snippet(text[start:end], offset + start, offset + end, inside)


def _stem(word: str) -> str:
    lower = word.lower().replace("’", "'").removesuffix("'s")
    return _ENDINGS.sub("", lower)
