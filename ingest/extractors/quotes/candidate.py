"""What the frames find: an attribution in tokens, before marks, nesting and neighbours are looked at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from ingest.extractors.quotes.lexicon import Cue


class Tokens(NamedTuple):
    """Token indices `start <= i < end` of the document."""

    start: int
    end: int

    def contains(self, other: Tokens) -> bool:
        """Whether `other` lies within."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Tokens) -> bool:
        """Whether both share a token."""
        return self.start < other.end and other.start < self.end


@dataclass(slots=True)
class Candidate:
    """An attribution being assembled.

    `head` is the token of the cue; `clause` are cue and speaker with what stands between; `family` names the frame that found it.
    `speaker_kind`: own, shared (of a coordination), control, relative, agent, none.
    """

    cue: Cue
    head: int
    cue_tokens: Tokens
    content: list[Tokens]
    family: str
    speaker: Tokens | None = None
    speaker_kind: str = "none"
    clause: Tokens | None = None
    addressee: Tokens | None = None
    negated: bool = False
    hedged: bool = False
    quotations: list[int] = field(default_factory=list)
    parent: Candidate | None = None
