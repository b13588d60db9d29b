"""Publication dates as metadata gives them: a day, a month, a year, or a moment whose own day counts."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from graph.errors import InvalidDate
from graph.timespan import TimeSpan, day_span, parse_edtf
from ingest.extractors.times import extract_times

# What begins so means to be an ISO date or EDTF: where no day is that, it is a mistake to be told of.
_ISO_BEGINNING = re.compile(r"\d{4}(?:-|X|/|$)|\d{8}|\.\.")
_WEEKDAY_FIRST = re.compile(r"[A-Z][a-z]{2},? ")
_BASIC_DAY = re.compile(r"\d{8}")


def parse_published(value: str) -> TimeSpan:
    """EDTF with both bounds, an ISO 8601 date-time (its day in its own offset), the date-time of mail and RSS, or a day in words.

    Raises `UnreadDate` for words that name no day with its year, `InvalidDate` for a date that cannot be.
    """
    text = value.strip()
    if not _ISO_BEGINNING.match(text):
        return _day_in_words(text)
    if (len(text) > len("2023-02-03") and text[10] in "Tt ") or _BASIC_DAY.match(text):
        return _day_of_moment(text, datetime.fromisoformat)
    span = parse_edtf(text)
    if span.start is None or span.end is None:
        raise InvalidDate(value, "a publication date is bounded on both sides")
    return span


class UnreadDate(InvalidDate):
    """A publication date in words that name no day: unknown, not wrong."""


def _day_in_words(text: str) -> TimeSpan:
    """The one day that the words name in full: "17 December 2016", "Fri, 3 Feb 2023 09:00:00 GMT"."""
    if _WEEKDAY_FIRST.match(text):
        try:
            return _day_of_moment(text, parsedate_to_datetime)
        except InvalidDate:
            pass
    days = {
        each.span_of_days
        for each in extract_times(text, None)
        if each.basis == "explicit" and each.span_of_days is not None
    }
    if len(days) != 1:
        raise UnreadDate(text, "its words name no day with its year")
    return days.pop()


def _day_of_moment(text: str, read: Callable[[str], date]) -> TimeSpan:
    try:
        moment = read(text)
        return day_span(date(moment.year, moment.month, moment.day))
    except (ValueError, OverflowError) as error:
        raise InvalidDate(text, str(error)) from error
