"""Words that look like times and are not: surnames, newspapers, towns, verbs."""

from __future__ import annotations

import re

from ingest.extractors.times.words import MONTH_ABBREVIATIONS, load_list

# Month names that are also words or first names need more than a capital letter.
_ALSO_NAMES = frozenset(load_list("names.toml", "months_that_are_names"))
_ALSO_VERBS = frozenset(load_list("names.toml", "months_that_are_verbs"))
_ALSO_WORDS = frozenset(load_list("names.toml", "months_that_are_words"))
_SPEECH = frozenset(load_list("names.toml", "verbs_after_a_surname"))
_PAPERS = frozenset(load_list("names.toml", "words_of_a_name_after_a_weekday"))
_NAMES_BEFORE = load_list("names.toml", "names_that_end_in_a_weekday")
_TITLES = frozenset(load_list("names.toml", "titles"))
_BEFORE_A_MONTH = frozenset(load_list("names.toml", "words_before_a_month"))

_NICKNAMES = frozenset(load_list("names.toml", "words_of_a_name_before_a_weekday"))

_WORD_BEFORE = re.compile(r"([\w'.-]+)[\s(]*$")
_WORD_AFTER = re.compile(r"\s+([\w'.-]+)")
_CONTEXT = 30


def _neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    before = _WORD_BEFORE.search(text[max(0, start - _CONTEXT) : start])
    after = _WORD_AFTER.match(text[end : end + _CONTEXT])
    return (before[1] if before else "", after[1] if after else "")


def is_month(match: re.Match[str], text: str) -> bool:
    """Whether a month's name is one: not a surname, a first name, or a verb, and in small letters no other word."""
    start, end = match.span("month")
    if not text[start].isupper():
        return _is_month_in_small_letters(match)
    if (
        text[start:end].isupper()
        and end - start == 3
        and not text[end : end + 2].strip(" .").isdigit()
        and match.groupdict().get("day") is None
    ):
        return False
    name = match["month"].rstrip(".")
    groups = match.groupdict()
    if (groups.get("day") or "").isalpha() and text[
        match.start("day")
    ].isupper():  # "the end of May the Second Squadron"
        return False
    if groups.get("day") or groups.get("year") or groups.get("reference") or groups.get("year2"):
        return True
    before, after = _neighbours(text, start, end)
    if name in _ALSO_VERBS and before.lower() not in _BEFORE_A_MONTH and (match.start() == start):
        return False
    if name in _ALSO_VERBS and after.lower() in {"for", "on", "against"} and before.lower() in {"the", "a"}:
        return False
    if name in _ALSO_NAMES:
        if before.rstrip(".").lower() in _TITLES:
            return False
        if after[:1].isupper() and after.lower() not in _BEFORE_A_MONTH and before.lower() not in _BEFORE_A_MONTH:
            return False
        if before[:1].isupper() and before.lower() not in _BEFORE_A_MONTH and match.start() == start:
            return False
    return not (
        after.lower() in _SPEECH and before.lower() not in _BEFORE_A_MONTH and name in _ALSO_NAMES | _ALSO_VERBS
    )


def _is_month_in_small_letters(match: re.Match[str]) -> bool:
    """ "in june", "3 mar", "may 5th", but not "they march 5 miles" or "an august guest"."""
    name, day = match["month"], match.groupdict().get("day") or ""
    if name in _ALSO_WORDS:
        return day[:1].isdigit() and (not day.isdigit() or match.groupdict().get("year") is not None)
    return name not in MONTH_ABBREVIATIONS or day[:1].isdigit()


def is_day(match: re.Match[str], text: str) -> bool:
    """Not the name of a paper that ends in "Today"."""
    start, end = match.span("word")
    if text[start:end].isupper() and match["word"] != "today":
        return True
    return not (text[start].isupper() and re.search(r"[A-Z][\w']+ $", text[max(0, start - _CONTEXT) : start]))


def is_weekday(match: re.Match[str], text: str) -> bool:
    """Whether a weekday's name is one: not part of a newspaper's, a place's or another name; a short form has a capital letter."""
    start, end = match.span("weekday")
    if not text[start].isupper() and not match["weekday"].endswith("day"):
        return False
    before, after = _neighbours(text, start, end)
    if after.lower().removesuffix("'s") in _PAPERS and after[:1].isupper():
        return False
    if text[max(0, start - _CONTEXT) : start].lower().rstrip().endswith(_NAMES_BEFORE):
        return False
    return before.lower() not in _NICKNAMES
