"""Times without a date: now, recently, the future, at the time."""

from __future__ import annotations

import re

from ingest.extractors.times.discourse import Discourse
from ingest.extractors.times.rules import Reading, Rule, rule
from ingest.extractors.times.words import either, load_list

_PRESENT = frozenset(load_list("vague.toml", "present"))
_PAST = frozenset(load_list("vague.toml", "past"))
_FUTURE = frozenset(load_list("vague.toml", "future"))


def _vague(match: re.Match[str], at: Discourse) -> Reading | None:
    """A reading by the word alone; "soon" of what has happened is a word of order, not of time."""
    if match["x"] == "soon" and at.direction(*match.span()) != "future":
        return None
    words = re.sub(r"\s+", " ", match["x"])
    value = "PRESENT_REF" if words in _PRESENT else "PAST_REF" if words in _PAST else "FUTURE_REF"
    return Reading("DATE", "none", timex=value, moves=False)


WORDS = either(sorted(_PRESENT | _PAST | _FUTURE))

RULES: tuple[Rule, ...] = (
    rule("vague", "vague", rf"(?<![\w-])(?<!\bas\s)(?P<x>{WORDS})(?!\w|(?<!now)-| (?:that|after|before|as)\b)", _vague),
)  # fmt: skip
