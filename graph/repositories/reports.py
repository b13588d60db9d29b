"""News reports: a list by day of publication, and one report with what it names; its text only where that is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from neo4j import Driver

from graph.clock import NO_DAY
from graph.cursors import read_cursor, write_cursor
from graph.errors import InvalidCursor
from graph.model_views import Listing, NamedThing, ReportRecord
from graph.queries import read
from graph.repositories import shapes
from graph.timespan import TimeSpan

NAMED_LIMIT = 200


@dataclass(frozen=True, slots=True)
class ReportQuery:
    """What is asked for; None asks for everything. `source` is an id, `words` stand in the title or the file name."""

    source: str | None = None
    asked: TimeSpan | None = None
    words: str | None = None
    limit: int = 50
    cursor: str | None = None


class ReportsRepository:
    """Reads reports."""

    def __init__(self, driver: Driver, database: str | None = None) -> None:
        self._driver = driver
        self._database = database

    def page(self, query: ReportQuery) -> Listing[ReportRecord]:
        """The reports asked for, by day of publication, those without any last; raises `InvalidCursor`."""
        after_day, after_id = read_cursor(query.cursor)
        among_undated = after_day == NO_DAY
        asked = query.asked
        found = self._rows(
            "reports/page",
            dated=not among_undated,
            undated=asked is None or (asked.start is None and asked.end is None),
            from_day=_day(after_day, query.cursor),
            since=asked.start.isoformat() if asked is not None and asked.start is not None else None,
            until=asked.end.isoformat() if asked is not None and asked.end is not None else None,
            after_day=after_day,
            after_id=after_id,
            after_undated_id=after_id if among_undated else "",
            words=query.words.lower() if query.words is not None else None,
            source=query.source,
            limit=query.limit + 1,
        )
        items = tuple(shapes.report(row) for row in found[: query.limit])
        following = None
        if len(found) > query.limit:
            last = items[-1]
            start = last.published.start if last.published is not None else None
            following = write_cursor(start.isoformat() if start is not None else NO_DAY, last.id)
        return Listing(items, following)

    def one(self, report_id: str) -> ReportRecord | None:
        """The report of an id; None where there is none, or it was withdrawn."""
        found = self._rows("reports/one", id=report_id)
        return shapes.report(found[0]) if found else None

    def text(self, report_id: str) -> str | None:
        """The whole text of a report; None where there is no such report."""
        found = self._rows("reports/text", id=report_id)
        return found[0]["text"] if found else None

    def named(self, report_id: str) -> tuple[NamedThing, ...]:
        """What a report names, in the order in which it first does."""
        return tuple(
            NamedThing(shapes.thing(row["thing"]), row["count"], row["start"], row["end"], row["surface"])
            for row in self._rows("reports/mentions", id=report_id, limit=NAMED_LIMIT)
        )

    def _rows(self, name: str, **parameters: Any) -> list[dict[str, Any]]:
        return read(self._driver, self._database, name, **parameters)


def _day(key: str | None, cursor: str | None) -> str:
    """The day in a cursor; the first of all without one, or among those without a day."""
    if key is None or key == NO_DAY:
        return date.min.isoformat()
    try:
        return date.fromisoformat(key).isoformat()
    except ValueError as error:
        raise InvalidCursor(str(cursor)) from error
