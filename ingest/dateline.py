"""Datelines: the place, with a date or an agency, that a report opens with before its first sentence."""

from __future__ import annotations

import re

# "SPRINGFIELD, State, May 2 (Agency) — ", "Kabul, Afghanistan – ", "KHARTOUM - ", "Lima (Agency) — "; a mark may open the sentence.
_CAPITALS = r"[A-Z][A-Z .'’/-]{2,40}"
_NAME = r"[A-Z][\w.'’-]*(?: (?:[a-z]{1,3}[ -])?[A-Z][\w.'’-]*){0,3}"
_REGIONS = r"(?:, [A-Z][\w.]*(?:[ -](?:(?:of the|of|and|the|al|el) )?[A-Z][\w.]*){0,3})"
_DATE = r"(?:,? \w+\.? \d{1,2}(?:, \d{4})?)?"
_AGENCY = r"(?:,? ?\([^)\n]{1,40}\))"
_DATELINE = re.compile(
    rf"^[ \t]*(?:{_CAPITALS}{_REGIONS}{{0,3}}{_DATE}{_AGENCY}?"
    rf"|{_NAME}{_REGIONS}{{1,2}}{_DATE}{_AGENCY}?(?=[ \t])"
    rf"|{_NAME}{_REGIONS}{{0,2}}{_DATE}{_AGENCY})(?:[ \t]?[—–-]{{1,2}} |(?<=\))[ \t]?[—–-]{{1,2}})(?=[\"“'‘]?[A-Z])",
    re.MULTILINE,
)
# "BANGKOK: A ship ..."; in a transcript the same form is a speaker's, there it comes again and again.
_BEFORE_COLON = re.compile(rf"^[ \t]*{_CAPITALS}(?:, [A-Z][\w. ]{{1,30}})?{_AGENCY}?: (?=[\"“'‘]?[A-Z])", re.MULTILINE)
# A headline, a byline and a credit may stand before the first sentence.
_OPENING_LINES = 4


def find_datelines(text: str) -> dict[int, int]:
    """Where each dateline starts and where the words behind it do, by its start; offsets of `text`."""
    found = {match.start(): match.end() for match in _DATELINE.finditer(text)}
    before_colon = list(_BEFORE_COLON.finditer(text))
    if len(before_colon) == 1 and _lines_before(text, before_colon[0].start()) < _OPENING_LINES:
        found[before_colon[0].start()] = before_colon[0].end()
    return found


def _lines_before(text: str, offset: int) -> int:
    return sum(bool(line.strip()) for line in text[:offset].split("\n"))
