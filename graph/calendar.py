"""Days, ISO weeks and months: the stretches that a timeline is drawn in."""

from __future__ import annotations

from datetime import date
from typing import Literal

from graph.timespan import TimeSpan, day_span, month_span, week_span

Stretch = Literal["day", "week", "month"]


def stretch_of(day: date, by: Stretch) -> TimeSpan:
    """The day, week (Monday first) or month that a day lies in."""
    match by:
        case "day":
            return day_span(day)
        case "week":
            return week_span(day)
        case "month":
            return month_span(day.year, day.month)
