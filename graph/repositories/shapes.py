"""Rows that several questions share, as plain values."""

from __future__ import annotations

from datetime import date
from typing import Any

from graph.model import Thing
from graph.model_events import ReportName
from graph.model_views import MentionRecord, ReportRecord
from graph.timespan import TimeSpan


def thing(row: dict[str, Any]) -> Thing:
    """An actor or place; further columns of the row are left."""
    return Thing(row["id"], row["name"], row["kind"])


def day(value: Any) -> date | None:
    """A day of Neo4j's."""
    native = value.to_native() if value is not None else None
    assert native is None or isinstance(native, date)
    return native


def mention(row: dict[str, Any]) -> MentionRecord:
    """A row of `report`, `source` and `mention`."""
    found = row["mention"]
    return MentionRecord(
        report=report_name(row["report"], row["source"]),
        start=found["start"], end=found["end"], surface=found["surface"], reason=found.get("reason"),
    )  # fmt: skip


def report_name(row: dict[str, Any], source: str | None) -> ReportName:
    """A row of a report's own properties, with the name of its publisher."""
    published = day(row["published_start"])
    return ReportName(
        row["id"],
        row["ref"],
        row["title"],
        row["url"],
        source,
        published.isoformat() if published is not None else None,
    )


def report(row: dict[str, Any]) -> ReportRecord:
    """A row of `report`, `source` and counts."""
    found, source = row["report"], row["source"] or {"id": None, "name": None}
    start, end = day(found["published_start"]), day(found["published_end"])
    published = None
    if start is not None or end is not None:
        one_day = start is not None and end is not None and (end - start).days == 1
        published = TimeSpan(start, end, "day" if one_day else "days")
    return ReportRecord(
        id=found["id"], ref=found["ref"], title=found["title"], url=found["url"], language=found["language"],
        source_id=source["id"], source=source["name"], published=published, published_basis=found["published_basis"],
        statement_count=row["statement_count"], mention_count=row["mention_count"],
    )  # fmt: skip
