"""Whether a sentence looks back or forward at a place in it, told by the nearest word of tense."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Literal

from ingest.extractors.times.fragments import compiled
from ingest.extractors.times.words import either, load_list

Direction = Literal["past", "present", "future"]

# The verb that a modal governs goes with it: "will be held" looks forward although "held" is a past form.
_VERB = r"(?:\s+(?:not|also|then|still|soon|now|never|even|again|first|be|have|[a-z]+ly))*\s+[a-z]+"

# "is heard" is present although "heard" is a past form; "is expected" looks ahead.
_AHEAD_WORDS = {
    words.split()[0] for name in ("before_an_infinitive", "future") for words in load_list("tense.toml", name)
}
_PASSIVE = rf"(?: (?:not|also|now|still|being|[a-z]+ly))* (?!(?:{either(_AHEAD_WORDS)})\b)[a-z]+"

# "a contested vote", "the united front": a participle behind an article is no verb.
_NOT_AN_ADJECTIVE = "".join(
    rf"(?<!\b{word}\s)" for word in ("a", "an", "the", "of", "its", "his", "her", "their", "no", "any")
)

_MODALS, _BEFORE_AN_INFINITIVE, _FUTURE, _PRESENT_MODALS, _PRESENT, _PAST = (
    either(load_list("tense.toml", name))
    for name in ("modals", "before_an_infinitive", "future", "present_modals", "present", "past")
)
_CUES = compiled(
    rf"""\b(?:(?P<future>(?:{_MODALS}|{_BEFORE_AN_INFINITIVE}){_VERB}|{_FUTURE})
    |(?P<present>(?:{_PRESENT_MODALS}){_VERB}|(?:is|are){_PASSIVE}|{_PRESENT})
    |(?P<past>{_PAST}|{_NOT_AN_ADJECTIVE}[a-z]{{2,}}ed))(?![\w-])|(?P<future_short>'ll)\b"""
)
_GRANTS = frozenset(load_list("tense.toml", "grants"))

_PROMISE = re.compile(r"(?!expected|scheduled|slated|supposed)[a-z]+ed\b")
_OVERTAKEN = re.compile(r"(?:was|were|had|did)\b")

_RIGHT_BEFORE = re.compile(r"\s+(?:(?:on|in|during|early|late|back|again|there|here|the)\s+)*")

# How far before a phrase "until" may stand ("until 9 a.m. EST Tuesday").
_REACH = 24

# A verb to the left governs what follows unless a verb to the right is nearer than this and a comma stands between.
_CLAUSE_END = re.compile(r"[,;:\"]\s*$")


class Tenses:
    """The words of tense of one sentence, found once and asked for every time phrase in it."""

    def __init__(self, lowered: str, start: int, end: int) -> None:
        self._text = lowered
        self._cues = [(match.start(), match.end(), _direction(match)) for match in _CUES.finditer(lowered, start, end)]
        self._starts = [start for start, _, _ in self._cues]
        self._bounds = (start, end)

    def direction(self, start: int, end: int, promises: bool = True) -> Direction | None:
        """The direction at a phrase; None where the sentence has no verb that tells.

        Without `promises`, "agreed to go" tells nothing: the going may be near or was long ago.
        """
        index = bisect_left(self._starts, start)
        left = self._cues[index - 1] if index else None
        right = next((cue for cue in self._cues[index:] if cue[0] >= end), None)
        before = self._text[max(self._bounds[0], start - _REACH) : start]
        if left is not None and re.search(r"\b(?:until|till|through)\b[^,;]*$", before):
            between = self._text[left[1] : start]
            if self._text[left[0] : left[1]] in _GRANTS or re.search(r"\bto\s+[a-z]+", between):
                return "future"
        if left is None and right is None and re.search(r"\b(?:until|by|before)\s+$", before):
            return "future"
        if left is None or (right is not None and _CLAUSE_END.search(self._text[left[1] : start])):
            if right is None:
                return left[2] if left is not None else None
            # "On Friday he agreed to go": the agreeing was on Friday, the going is ahead.
            return "past" if _PROMISE.match(self._text, right[0]) else right[2]
        if (
            left[2] == "future"
            and right is not None
            and self._text[end : right[0]].isspace()
            and _OVERTAKEN.match(self._text, right[0])
        ):
            return "past"  # "a rally planned for Saturday was called off"
        return None if not promises and left[2] == "future" and _PROMISE.match(self._text, left[0]) else left[2]

    def has_happened(self, start: int) -> bool:
        """Whether a verb of the past stands right before a phrase, but for a preposition: "broke on", "was held in early"."""
        index = bisect_left(self._starts, start)
        if not index or self._cues[index - 1][2] != "past":
            return False
        return _RIGHT_BEFORE.fullmatch(self._text, self._cues[index - 1][1], start) is not None


def _direction(match: re.Match[str]) -> Direction:
    if match["past"]:
        return "past"
    return "present" if match["present"] else "future"
