"""Notices (bylines, sources, rights, further reading) and prompts (subscribe, follow, donate, cookies), by patterns of data files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple, get_args

from ingest.annotations import Span
from ingest.cleaning.layout import Line, longest_quotation, split_sentences
from ingest.cleaning.lexicons import read_entries
from ingest.cleaning.names import compile_pattern

Zone = Literal["second", "top", "end", "any"]

# A paragraph that begins with a prompt is one as a whole up to this length; a longer one is marked by the sentence.
PROMPT_WORDS_MAXIMUM = 60

# Somebody is quoted, and the paragraph is the report's: words of speech, or a quotation longer than a title.
_SPEECH = re.compile(r"\b(?:said|says|told|added|tweeted|asked|replied|according to)\b", re.IGNORECASE)
TITLE_WORDS_MAXIMUM = 5


class NoticePattern(NamedTuple):
    """A line of `notices.txt`."""

    zone: Zone
    words_maximum: int
    pattern: re.Pattern[str]


def is_notice(line: Line, zone: Zone) -> bool:
    """Whether the whole line is a notice of that zone."""
    words = line.words
    return any(
        notice.zone == zone and words <= notice.words_maximum and notice.pattern.fullmatch(line.text)
        for notice in _notices()
    ) and not quotes_somebody(line.text)


def is_prompt(line: Line, at_end: bool = False) -> bool:
    """Whether the whole line asks the reader for something: it begins with a prompt or, at the end of a report, it has one."""
    if line.words > PROMPT_WORDS_MAXIMUM or quotes_somebody(line.text):
        return False
    prompts = find_prompts(line)
    return any(at_end or span.start == line.span.start for span in prompts)


def find_prompts(line: Line) -> Iterator[Span]:
    """The sentences of a line that ask the reader for something."""
    if quotes_somebody(line.text):
        return
    for span in split_sentences(line):
        sentence = line.text[span.start - line.span.start : span.end - line.span.start]
        if any(prompt.match(sentence) for prompt in _prompts()):
            yield span


def quotes_somebody(text: str) -> bool:
    """Whether words of speech or a quotation show that the report speaks here."""
    return _SPEECH.search(text) is not None or longest_quotation(text) > TITLE_WORDS_MAXIMUM


@lru_cache(maxsize=1)
def _notices() -> tuple[NoticePattern, ...]:
    rows = [entry.split("\t") for entry in read_entries("notices.txt")]
    zones: dict[str, Zone] = {zone: zone for zone in get_args(Zone)}
    return tuple(NoticePattern(zones[zone], int(words), compile_pattern(pattern)) for zone, words, pattern in rows)


@lru_cache(maxsize=1)
def _prompts() -> tuple[re.Pattern[str], ...]:
    return tuple(map(compile_pattern, read_entries("prompts.txt")))
