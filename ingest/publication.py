"""Finds the publication date that a report states itself: a labelled line, a dateline, a line near the top, or the address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from graph.timespan import TimeSpan, day_span, month_span
from ingest.annotations import Span
from ingest.extractors.times.words import MONTHS, WEEKDAYS, either

# Where a report names its date: among its first lines, or in a labelled line at its foot.
_HEAD_LINES, _FOOT_LINES = 12, 5
_LONGEST_LINE = 200
_LONGEST_DATELINE = 140

_MONTH = rf"(?P<month>{either(MONTHS)})\b\.?"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[89]\d\d|20\d\d)\b"
_WEEKDAY = rf"(?:(?:{either(WEEKDAYS)})\.?,?\s+)?"

# Each names a day, or the month alone; a date without its year states nothing.
_DATE_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\d)(?P<year>1[89]\d\d|20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"\b{_WEEKDAY}{_MONTH}\s*{_DAY},?\s+{_YEAR}",
        rf"(?<![\w/]){_WEEKDAY}{_DAY}\s+{_MONTH},?\s+{_YEAR}",
        r"(?<![\d/.])(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>1[89]\d\d|20\d\d)(?!\d)",
        rf"\b{_MONTH},?\s+{_YEAR}",
    )
)

_LABEL = re.compile(
    r"[\s\W]*(?:(?:first\s+|originally\s+)?(?:published|posted|publication\s+date|date\s+published|date|issued|filed|released|created)|(?P<late>(?:last\s+)?(?:updated|modified)))"
    r"(?:\s+(?:on|at|date))?\b\s*[:|\-–—]?\s*",
    re.IGNORECASE,
)

# "KYIV, Ukraine, March 7, 2023 (Agency) — ": a place in capitals or title case, the date, then the mark that opens the story.
_DATELINE_PLACE = re.compile(r"\s*[A-Z][\w'.’-]+(?:[ /-][A-Z][\w'.’-]+)*(?:,\s+(?:[A-Z][\w'.’]+\s?)+)?,\s*$")
_DATELINE_MARK = re.compile(r"\s*(?:\([^()\n]{2,40}\))?\s*(?:-{1,2}|–|—|_|:)\s|\s*\([^()\n]{2,40}\)\s")

# What may stand beside a date in a line of its own: a byline, a time, a zone, a section or a share of reading.
_BESIDE = re.compile(
    r"(?:\bby\s+[^\d|•·]{2,60}|\b\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?|\b\d{1,2}\s*[ap]\.?m\.?|\b(?:gmt|utc|bst|est|edt|et|cet|cest|eet|eest|msk|at|on|the)\b|t\d\d:\d\d\S*"
    r"|\b\d+\s+min(?:ute)?s?\s+read\b|\b(?:published|posted|updated|date)\b|[\s|•·,:;()–—/-])+",
    re.IGNORECASE,
)

_YEARLESS = re.compile(
    rf"\b(?:{_MONTH}\s+{_DAY}|{_DAY.replace('day', 'day2')}\s+{_MONTH.replace('month', 'month2')})(?![\d,]*\s*\d{{4}})",
    re.IGNORECASE,
)

_URL_MONTH = re.compile(r"/(?P<year>19\d\d|20\d\d)/(?P<month>0[1-9]|1[0-2])/")

_URL_DATE = re.compile(
    r"(?<!\d)(?P<year>19\d\d|20\d\d)(?P<mark>[/_-]?)(?P<month>\d\d|[a-z]{3})(?P=mark)(?P<day>\d\d)(?!\d)", re.IGNORECASE
)


def find_publication_date(text: str, url: str | None = None) -> tuple[TimeSpan, Span | None] | None:
    """The day (or month) of publication that the report or its address states, with the words that state it.

    None where nothing does: a date in the running text, or one without its year, is no statement of publication. The span is None for
    a date from the address.
    """
    lines = list(_lines(text))
    for find in (_labelled, _dateline, _own_line, _updated):
        if (found := find(text, lines)) is not None:
            return found
    address = _span_of_url(url) if url else None
    if (
        address is not None
        and address.precision == "month"
        and (found := _dateline_without_year(text, lines, address)) is not None
    ):
        return found
    return None if address is None else (address, None)


def _lines(text: str) -> Iterator[Span]:
    """The lines that are not blank."""
    for match in re.finditer(r"[^\n]+", text):
        if match[0].strip():
            yield Span(match.start(), match.end())


def _labelled(text: str, lines: list[Span]) -> tuple[TimeSpan, Span] | None:
    return _after_label(text, lines, late=False)


def _updated(text: str, lines: list[Span]) -> tuple[TimeSpan, Span] | None:
    """An update's date, when no other is stated."""
    return _after_label(text, lines, late=True)


def _after_label(text: str, lines: list[Span], late: bool) -> tuple[TimeSpan, Span] | None:
    for line in lines[:_HEAD_LINES] + lines[_HEAD_LINES:][-_FOOT_LINES:]:
        label = _LABEL.match(text, line.start, line.end)
        if label is not None and (label["late"] is not None) == late:
            found = _date_at(text, label.end(), line.end)
            if found is not None:
                return found
    return None


def _dateline(text: str, lines: list[Span]) -> tuple[TimeSpan, Span] | None:
    for line in lines[:_HEAD_LINES]:
        for form in _DATE_FORMS[:3]:
            match = form.search(text, line.start, min(line.end, line.start + _LONGEST_DATELINE))
            if match is None or not _DATELINE_PLACE.fullmatch(text[line.start : match.start()]):
                continue
            if _DATELINE_MARK.match(text, match.end(), line.end) and (span := _span_of(match)) is not None:
                return span, Span(*match.span())
    return None


def _dateline_without_year(text: str, lines: list[Span], month: TimeSpan) -> tuple[TimeSpan, Span] | None:
    """A dateline's "March 7" in the month that the address states."""
    assert month.start is not None
    for line in lines[:_HEAD_LINES]:
        match = _YEARLESS.search(text, line.start, min(line.end, line.start + _LONGEST_DATELINE))
        if match is None or not _DATELINE_PLACE.fullmatch(text[line.start : match.start()]):
            continue
        name, day = match["month"] or match["month2"], match["day"] or match["day2"]
        if MONTHS[name.lower()] == month.start.month and _DATELINE_MARK.match(text, match.end(), line.end):
            span = _day(month.start.year, month.start.month, int(day))
            return None if span is None else (span, Span(*match.span()))
    return None


def _own_line(text: str, lines: list[Span]) -> tuple[TimeSpan, Span] | None:
    for line in lines[:_HEAD_LINES]:
        if line.end - line.start > _LONGEST_LINE:
            continue
        for form in _DATE_FORMS[:4]:
            match = form.search(text, line.start, line.end)
            if match is None or (span := _span_of(match)) is None:
                continue
            beside = text[line.start : match.start()] + "|" + text[match.end() : line.end]
            if _BESIDE.fullmatch(beside):
                return span, Span(*match.span())
    return None


def _date_at(text: str, start: int, end: int) -> tuple[TimeSpan, Span] | None:
    """The date that stands right here, if one does."""
    for form in _DATE_FORMS:
        match = form.match(text, start, end)
        if match is not None and (span := _span_of(match)) is not None:
            return span, Span(*match.span())
    return None


def _span_of(match: re.Match[str]) -> TimeSpan | None:
    """The day or month that a form names; None for an impossible date, and for figures that may be read both ways."""
    groups = match.groupdict()
    year = int(groups["year"])
    if "first" in groups:
        first, second = int(groups["first"]), int(groups["second"])
        if first <= 12 and second <= 12 and first != second:
            return None
        month, day = (first, second) if first <= 12 else (second, first)
        return _day(year, month, day)
    name = groups["month"].lower()
    month = int(name) if name.isdigit() else MONTHS[name]
    return month_span(year, month) if "day" not in groups else _day(year, month, int(groups["day"]))


def _day(year: int, month: int, day: int) -> TimeSpan | None:
    try:
        return day_span(date(year, month, day))
    except ValueError:
        return None


def _span_of_url(url: str) -> TimeSpan | None:
    """The day in the path of an address, else the month that its folders name."""
    path = re.sub(r"^[a-z]+://[^/]*|[?#].*$", "", url, flags=re.IGNORECASE)
    for match in _URL_DATE.finditer(path):
        name = match["month"].lower()
        month = int(name) if name.isdigit() else MONTHS.get(name, 0)
        if (span := _day(int(match["year"]), month, int(match["day"]))) is not None:
            return span
    folders = _URL_MONTH.search(path)
    return month_span(int(folders["year"]), int(folders["month"])) if folders else None
