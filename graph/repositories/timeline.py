"""What happened and what was said in the order of their days, in groups of a day, a week or a month.

Events and statements are two streams of (day, id), each read in that order and merged before they are grouped: a page begins in both
where the page before ended, so that none is left out or shown twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from neo4j import Driver

from graph import clock
from graph.calendar import Stretch, stretch_of
from graph.cursors import Key, page_of
from graph.model import StatementRecord
from graph.model_events import EventRecord
from graph.model_views import Timeline, TimelineGroup
from graph.queries import read
from graph.repositories.events import EventQuery, EventsRepository
from graph.repositories.statements import StatementQuery, StatementsRepository
from graph.timespan import TimeSpan

# A group that goes on over other pages is counted so far: a few milliseconds, at a hub too.
COUNTED_MAXIMUM = 1_000


@dataclass(frozen=True, slots=True)
class TimelineQuery:
    """What is asked for: statements, events or both, None leaves a kind out. Their own `limit` and `cursor` are not looked at."""

    statements: StatementQuery | None = None
    events: EventQuery | None = None
    by: Stretch = "day"
    limit: int = 50
    cursor: str | None = None


class TimelineRepository:
    """Reads timelines."""

    def __init__(self, driver: Driver, database: str | None = None) -> None:
        self._driver = driver
        self._database = database
        self._statements = StatementsRepository(driver, database)
        self._events = EventsRepository(driver, database)

    def page(self, query: TimelineQuery) -> Timeline:
        """What is asked for, grouped by the stretch that its day (of a longer span the first) lies in; raises `InvalidCursor`."""
        shown, following = page_of(self._keys(query), query.limit)
        spans = [
            (span, tuple(items)) for span, items in groupby(self._records(shown), lambda each: _stretch(each, query.by))
        ]
        groups = []
        for index, (span, items) in enumerate(spans):
            begun_before = index == 0 and query.cursor is not None
            goes_on = index == len(spans) - 1 and following is not None
            count = self._count(query, span) if begun_before or goes_on else len(items)
            groups.append(TimelineGroup(span, min(count, COUNTED_MAXIMUM), count > COUNTED_MAXIMUM, items))
        return Timeline(tuple(groups), following)

    def locations(self, place_ids: set[str]) -> dict[str, tuple[float, float]]:
        """Latitude and longitude of places; those without coordinates are left out."""
        rows = self._rows("timeline/locations", ids=sorted(place_ids)) if place_ids else []
        return {row["id"]: (row["latitude"], row["longitude"]) for row in rows}

    def _keys(self, query: TimelineQuery) -> list[Key]:
        """The page's keys and one more, of both kinds in one order."""
        found: list[Key] = []
        if query.statements is not None:
            found.extend(self._statements.keys(replace(query.statements, limit=query.limit, cursor=query.cursor)))
        if query.events is not None:
            found.extend(self._events.keys(replace(query.events, limit=query.limit, cursor=query.cursor)))
        return sorted(found)[: query.limit + 1]

    def _records(self, keys: Sequence[Key]) -> list[StatementRecord | EventRecord]:
        """The statements and events of these keys, in this order."""
        ids = [key.id for key in keys]
        record_by_id: dict[str, StatementRecord | EventRecord] = {
            each.id: each for each in self._statements.records(ids)
        }
        record_by_id |= {
            each.id: each for each in self._events.records([each for each in ids if each not in record_by_id])
        }
        return [record_by_id[each] for each in ids if each in record_by_id]

    def _count(self, query: TimelineQuery, span: TimeSpan | None) -> int:
        first_day, last_day = clock.NO_DAY, clock.NO_DAY
        if span is not None and span.start is not None and span.end is not None:
            first_day, last_day = span.start.isoformat(), (span.end - timedelta(days=1)).isoformat()
        count = 0
        if query.statements is not None:
            count += self._statements.count_between(query.statements, first_day, last_day, COUNTED_MAXIMUM + 1)
        if query.events is not None:
            count += self._events.count_between(query.events, first_day, last_day, COUNTED_MAXIMUM + 1)
        return count

    def _rows(self, name: str, **parameters: Any) -> list[dict[str, Any]]:
        return read(self._driver, self._database, name, **parameters)


def _stretch(record: StatementRecord | EventRecord, by: Stretch) -> TimeSpan | None:
    day = record.clock_start if isinstance(record, StatementRecord) else record.when.day
    return stretch_of(date.fromisoformat(day), by) if day is not None else None
