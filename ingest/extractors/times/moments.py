"""Calendar units as values: each a TIMEX3 value with the days it covers, and the arithmetic between them."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from typing import Literal

from graph.timespan import (
    SEASON_FIRST_MONTH,
    TimeSpan,
    day_span,
    month_span,
    season_span,
    week_span,
    year_span,
    years_span,
)
from ingest.extractors.times.words import SEASON_CODES

Unit = Literal["day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century"]

# From fine to coarse: an anchor of one unit cannot tell a finer one.
UNITS: tuple[Unit, ...] = ("day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century")

_FIRST_YEAR, _LAST_YEAR = 1, MAXYEAR - 101  # a century from the last year must still be a date


@dataclass(frozen=True, slots=True)
class Moment:
    """One calendar unit; `days` has both bounds."""

    unit: Unit
    timex: str
    days: TimeSpan

    @property
    def first(self) -> date:
        """Its first day."""
        assert self.days.start is not None
        return self.days.start

    @property
    def last(self) -> date:
        """Its last day."""
        assert self.days.end is not None
        return self.days.end - timedelta(days=1)

    @property
    def year(self) -> int:
        """The year it begins in."""
        return self.first.year

    def finer_than(self, unit: Unit) -> bool:
        """Whether it is shorter than a `unit`."""
        return UNITS.index(self.unit) < UNITS.index(unit)


def of_day(day: date) -> Moment:
    """One day."""
    return Moment("day", day.isoformat(), day_span(day))


def of_week(day: date) -> Moment:
    """The ISO week that holds `day`."""
    iso = day.isocalendar()
    return Moment("week", f"{iso.year:04d}-W{iso.week:02d}", week_span(day))


def of_weekend(day: date) -> Moment:
    """Saturday and Sunday of the ISO week that holds `day`."""
    saturday = day + timedelta(days=5 - day.weekday())
    return Moment("weekend", f"{of_week(day).timex}-WE", TimeSpan(saturday, saturday + timedelta(days=2), "days"))


def of_month(year: int, month: int) -> Moment:
    """A month whose number may run past the year's ends (0 is December of the year before)."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return Moment("month", f"{year:04d}-{month:02d}", month_span(year, month))


def of_season(year: int, season: int) -> Moment:
    """EDTF season 21 to 24; winter is that of the December of `year`."""
    return Moment("season", f"{year:04d}-{SEASON_CODES[season]}", season_span(year, season))


def of_quarter(year: int, quarter: int) -> Moment:
    """A quarter whose number may run past the year's ends."""
    year, quarter = year + (quarter - 1) // 4, (quarter - 1) % 4 + 1
    start, end = month_span(year, quarter * 3 - 2).start, month_span(year, quarter * 3).end
    return Moment("quarter", f"{year:04d}-Q{quarter}", TimeSpan(start, end, "days"))


def of_half(year: int, half: int) -> Moment:
    """The first or second half of a year."""
    start, end = month_span(year, half * 6 - 5).start, month_span(year, half * 6).end
    return Moment("half", f"{year:04d}-H{half}", TimeSpan(start, end, "days"))


def of_year(year: int) -> Moment:
    """One calendar year."""
    return Moment("year", f"{year:04d}", year_span(year))


def of_decade(year: int) -> Moment:
    """The decade that holds `year`."""
    first = year // 10 * 10
    return Moment("decade", f"{first // 10:03d}", years_span(max(first, 1), first + 9))


def of_century(year: int) -> Moment:
    """The hundred years of one leading pair of figures: 1900 to 1999 is "19"."""
    first = year // 100 * 100
    return Moment("century", f"{first // 100:02d}", years_span(max(first, 1), first + 99))


def unit_of(unit: Unit, day: date) -> Moment:
    """The `unit` that holds `day`."""
    if unit == "season":
        months = day.year * 12 + day.month - SEASON_FIRST_MONTH[21]  # counted from a March
        return of_season(months // 12, 21 + months % 12 // 3)
    makers = {
        "day": lambda: of_day(day),
        "weekend": lambda: of_weekend(day),
        "week": lambda: of_week(day),
        "month": lambda: of_month(day.year, day.month),
        "quarter": lambda: of_quarter(day.year, (day.month + 2) // 3),
        "half": lambda: of_half(day.year, 1 if day.month <= 6 else 2),
        "year": lambda: of_year(day.year),
        "decade": lambda: of_decade(day.year),
        "century": lambda: of_century(day.year),
    }
    return makers[unit]()


def shifted_day(day: date, unit: Unit, count: int) -> date | None:
    """`day` moved by so many units, the day of the month kept or the month's last; None outside the calendar."""
    try:
        if unit in ("day", "week", "weekend"):
            moved = day + timedelta(days=count * (1 if unit == "day" else 7))
        else:
            months = (
                count
                * {"month": 1, "season": 3, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}[unit]
            )
            index = day.year * 12 + day.month - 1 + months
            year, month = index // 12, index % 12 + 1
            moved = date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    except (ValueError, OverflowError, calendar.IllegalMonthError):
        return None
    return moved if _FIRST_YEAR <= moved.year <= _LAST_YEAR else None


def shifted(day: date, unit: Unit, count: int) -> Moment | None:
    """The `unit` so many units before (negative) or after that of `day`; None outside the calendar."""
    moved = shifted_day(day, unit, count)
    return None if moved is None else unit_of(unit, moved)
