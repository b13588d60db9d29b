"""What was said in the order of its days, in groups of a day, a week or a month.

Events have days as statements have: they become a second stream of (day, id), merged with this one before it is grouped.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from typing import Any

from neo4j import Driver

from graph import clock
from graph.calendar import Stretch, stretch_of
from graph.model import StatementRecord
from graph.model_views import Timeline, TimelineGroup
from graph.queries import read
from graph.repositories.statements import StatementQuery, StatementsRepository
from graph.timespan import TimeSpan

# A group that goes on over other pages is counted so far: a few milliseconds, at a hub too.
COUNTED_MAXIMUM = 1_000


class TimelineRepository:
    """Reads timelines."""

    def __init__(self, driver: Driver, database: str | None = None) -> None:
        self._driver = driver
        self._database = database
        self._statements = StatementsRepository(driver, database)

    def page(self, query: StatementQuery, by: Stretch) -> Timeline:
        """The statements asked for, grouped by the stretch that their day (of a longer span the first) lies in; raises `InvalidCursor`."""
        page = self._statements.page(query)
        spans = [(span, tuple(items)) for span, items in groupby(page.items, lambda each: _stretch(each, by))]
        groups = []
        for index, (span, items) in enumerate(spans):
            begun_before = index == 0 and query.cursor is not None
            goes_on = index == len(spans) - 1 and page.next is not None
            count = self._count(query, span) if begun_before or goes_on else len(items)
            groups.append(TimelineGroup(span, min(count, COUNTED_MAXIMUM), count > COUNTED_MAXIMUM, items))
        return Timeline(tuple(groups), page.next)

    def locations(self, place_ids: set[str]) -> dict[str, tuple[float, float]]:
        """Latitude and longitude of places; those without coordinates are left out."""
        rows = self._rows("timeline/locations", ids=sorted(place_ids)) if place_ids else []
        return {row["id"]: (row["latitude"], row["longitude"]) for row in rows}

    def _count(self, query: StatementQuery, span: TimeSpan | None) -> int:
        first_day, last_day = clock.NO_DAY, clock.NO_DAY
        if span is not None and span.start is not None and span.end is not None:
            first_day, last_day = span.start.isoformat(), (span.end - timedelta(days=1)).isoformat()
        return self._statements.count_between(query, first_day, last_day, COUNTED_MAXIMUM + 1)

    def _rows(self, name: str, **parameters: Any) -> list[dict[str, Any]]:
        return read(self._driver, self._database, name, **parameters)


def _stretch(statement: StatementRecord, by: Stretch) -> TimeSpan | None:
    return stretch_of(date.fromisoformat(statement.clock_start), by) if statement.clock_start is not None else None
