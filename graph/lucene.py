"""Writes queries of the full-text indexes: whatever a reader types is words to look for, never syntax."""

from __future__ import annotations

import re

# A phrase in quotation marks, else what stands between blanks.
_PIECE = re.compile(r'"([^"]*)"|(\S+)')


def pieces(text: str) -> list[str]:
    """The words and quoted phrases of what a reader typed, those without any letter or digit left out."""
    found = (phrase or word for phrase, word in _PIECE.findall(text))
    return [piece for piece in found if any(character.isalnum() for character in piece)]


def all_of(field: str, wanted: list[str]) -> str:
    """A query for what holds every one of the pieces in a field; empty where there are none."""
    quoted = " ".join(f'+"{_escaped(piece)}"' for piece in wanted)
    return f"{field}:({quoted})" if quoted else ""


def _escaped(piece: str) -> str:
    """Within quotation marks only these two have a meaning."""
    return piece.replace("\\", "\\\\").replace('"', '\\"')
