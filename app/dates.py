"""Reads the dates of a question: `when` any EDTF value, `since` and `until` including the unit they name."""

from __future__ import annotations

from graph.errors import InvalidDate
from graph.timespan import TimeSpan, parse_edtf

DATE_FORMS = (
    "a day 2023-02-03, a month 2023-02, a year, a season 2023-21 to 2023-24, or an interval 2023-02-01/2023-02-28"
)


def asked_span(when: str | None, since: str | None, until: str | None) -> TimeSpan | None:
    """The days asked for, None where none are; raises `InvalidDate`."""
    if when is None and since is None and until is None:
        return None
    spans = []
    if when is not None:
        spans.append(parse_edtf(when))
    if since is not None:
        spans.append(TimeSpan(parse_edtf(since).start, None, "unknown"))
    if until is not None:
        spans.append(TimeSpan(None, parse_edtf(until).end, "unknown"))
    starts = [span.start for span in spans if span.start is not None]
    ends = [span.end for span in spans if span.end is not None]
    start, end = max(starts, default=None), min(ends, default=None)
    if start is not None and end is not None and start >= end:
        raise InvalidDate(f"{since or when}…{until or when}", "the end lies before the start")
    return TimeSpan(start, end, "unknown")
