"""Publication dates as metadata gives them: a day, a month, a year, or a moment whose own day counts."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from graph.errors import InvalidDate
from graph.timespan import TimeSpan, day_span, parse_edtf

_WEEKDAY_FIRST = re.compile(r"[A-Z][a-z]{2},? ")
_BASIC_DAY = re.compile(r"\d{8}")


def parse_published(value: str) -> TimeSpan:
    """EDTF with both bounds, an ISO 8601 date-time (its day in its own offset), or the date-time of mail and RSS. Raises `InvalidDate`."""
    text = value.strip()
    if _WEEKDAY_FIRST.match(text):
        return _day_of_moment(text, parsedate_to_datetime)
    if (len(text) > len("2023-02-03") and text[10] in "Tt ") or _BASIC_DAY.match(text):
        return _day_of_moment(text, datetime.fromisoformat)
    span = parse_edtf(text)
    if span.start is None or span.end is None:
        raise InvalidDate(value, "a publication date is bounded on both sides")
    return span


def _day_of_moment(text: str, read: Callable[[str], date]) -> TimeSpan:
    try:
        moment = read(text)
        return day_span(date(moment.year, moment.month, moment.day))
    except (ValueError, OverflowError) as error:
        raise InvalidDate(text, str(error)) from error
