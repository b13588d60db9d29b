"""The word lists that tell when and where something was said, and the small readings of a parse that day and place share."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from importlib.resources import files

from spacy.tokens import Doc, Token

from ingest.annotations import Span

WORDS: dict[str, frozenset[str]] = {
    name: frozenset(words)
    for name, words in tomllib.loads((files(__package__) / "data" / "said.toml").read_text(encoding="utf-8")).items()
}


def tokens_of(doc: Doc, spans: Sequence[Span]) -> list[Token]:
    """The tokens of some spans of the text, in their order."""
    return [
        token
        for span in spans
        if (words := doc.char_span(span.start, span.end, alignment_mode="expand"))
        for token in words
    ]


def is_present(cue: Sequence[Token]) -> bool:
    """Whether a cue is in the present tense."""
    return any(token.tag_ in ("VBZ", "VBP") for token in cue)
