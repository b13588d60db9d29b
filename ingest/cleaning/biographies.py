"""Biographies of a report's author, as they stand under it."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.cleaning.layout import Line
from ingest.cleaning.lexicons import read_entries
from ingest.cleaning.names import NAME

WORDS_MAXIMUM = 110
# The profession comes this soon after "is": "is a Kyiv-based freelance foreign correspondent".
WORDS_BEFORE_PROFESSION = 7


def biography_subject(line: Line) -> str | None:
    """The surname of the person whom a line introduces as one who writes reports; "" where it is the author in the first person.

    "I am NAME, a writer", "NAME is our correspondent in …", "NAME has reported from …"; None for any other line. Whether such a line is a
    biography depends on its place, and on the report not speaking of that person.
    """
    if line.words > WORDS_MAXIMUM:
        return None
    if _heading().fullmatch(line.text) or _first_person().match(line.text):
        return ""
    match = _third_person().match(line.text)
    return match["name"].split()[-1] if match is not None else None


@lru_cache(maxsize=1)
def _heading() -> re.Pattern[str]:
    return re.compile(r"(?i:about the (?:author|writer|reporter|contributor)s?:?)")


@lru_cache(maxsize=1)
def _first_person() -> re.Pattern[str]:
    return re.compile(
        rf"(?i:I am|I['’]m|my name is) {NAME}\b(?:,|\.| and)?.{{0,200}}\b(?:{_professions()})\b", re.DOTALL
    )


@lru_cache(maxsize=1)
def _third_person() -> re.Pattern[str]:
    profession = rf"(?:[\w.'’,-]+ ){{0,{WORDS_BEFORE_PROFESSION}}}(?:{_professions()})\b"
    verbs = "cover(?:s|ed)|report(?:s|ed)|writ(?:es|ten)|edit(?:s|ed)|contribute[sd]?|blog(?:s|ged)"
    writes = rf"(?:has )?(?:{verbs}) (?:for|on|about|from|to|at|extensively)\b"
    return re.compile(rf"(?P<name>{NAME})(?:, [^.,]{{1,60}},)? (?:(?:is|was|has been|works as) {profession}|{writes})")


def _professions() -> str:
    return "|".join(map(re.escape, read_entries("professions.txt")))
