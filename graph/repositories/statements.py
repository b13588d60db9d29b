"""Who said what about what, and when: pages of statements in the order of their days, and single ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from neo4j import Driver

from graph import clock
from graph.cursors import Key, page_of, read_cursor
from graph.model import StatementRecord, Thing
from graph.queries import read
from graph.repositories.shapes import day, report_name
from graph.timespan import Precision, TimeSpan


@dataclass(frozen=True, slots=True)
class StatementQuery:
    """What is asked for; None and empty ask for everything. Ids, not names; `about` holds one set of ids for each thing named."""

    speakers: tuple[str, ...] = ()
    about: tuple[tuple[str, ...], ...] = ()
    said_at: tuple[str, ...] | None = None
    told_to: tuple[str, ...] | None = None
    side: str | None = None
    asked: TimeSpan | None = None
    told: bool = False
    modes: tuple[str, ...] | None = None
    acts: tuple[str, ...] | None = None
    attitudes: tuple[str, ...] | None = ("speech",)
    source: str | None = None
    report: str | None = None
    words: str | None = None
    min_confidence: float | None = None
    limit: int = 50
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `next` is the cursor of the page after, None at the end."""

    items: tuple[StatementRecord, ...] = ()
    next: str | None = field(default=None)


class StatementsRepository:
    """Reads statements."""

    def __init__(self, driver: Driver, database: str | None = None) -> None:
        self._driver = driver
        self._database = database

    def page(self, query: StatementQuery) -> Page:
        """The statements asked for, by day, those without any day last; raises `InvalidCursor`."""
        shown, following = page_of(self.keys(query), query.limit)
        return Page(self.records([key.id for key in shown]), following)

    def keys(self, query: StatementQuery) -> list[Key]:
        """Days and ids of a page of the statements asked for, and of one more; raises `InvalidCursor`."""
        after_day, after_id = read_cursor(query.cursor)
        windows, until = clock.windows(query.asked, after_day), clock.until_day(query.asked)
        rows = self._ids(query, windows, until, after_day, after_id, query.limit + 1)
        return [Key(row["day"], row["id"]) for row in rows]

    def count_between(self, query: StatementQuery, first_day: str, last_day: str, limit: int) -> int:
        """How many of the statements asked for begin from one day of the clock to another, counted to `limit`, cursor or not."""
        windows = [{"extent": extent, "from": first_day} for extent in clock.EXTENT_DAYS]
        return len(self._ids(query, windows, min(last_day, clock.until_day(query.asked)), None, None, limit))

    def records(self, ids: Sequence[str]) -> tuple[StatementRecord, ...]:
        """The statements of these ids, in this order; ids that the graph does not hold are left out."""
        record_by_id = (
            {row["statement"]["id"]: _record(row) for row in self._rows("statements/records", ids=list(ids))}
            if ids
            else {}
        )
        return tuple(record_by_id[each] for each in ids if each in record_by_id)

    def report_text(self, statement_id: str) -> str | None:
        """The text of the report that a statement stands in; None where there is no such statement."""
        found = self._rows("statements/report_text", id=statement_id)
        return found[0]["text"] if found else None

    def _ids(
        self,
        query: StatementQuery,
        windows: list[dict[str, str]],
        until: str,
        after_day: str | None,
        after_id: str | None,
        limit: int,
    ) -> list[dict[str, Any]]:
        name, parameters = _page_statement(query)
        return self._rows(
            name, windows=windows, since=clock.since_day(query.asked), until=until,
            after_day=after_day, after_id=after_id, limit=limit, **parameters,
        )  # fmt: skip

    def _rows(self, name: str, **parameters: Any) -> list[dict[str, Any]]:
        return read(self._driver, self._database, name, **parameters)


def _page_statement(query: StatementQuery) -> tuple[str, dict[str, Any]]:
    """Which Cypher file answers the query, with the parameters that file names."""
    parameters: dict[str, Any] = {
        "told": query.told,
        "attitudes": _listed(query.attitudes),
        "modes": _listed(query.modes),
        "acts": _listed(query.acts),
        "min_confidence": query.min_confidence,
        "words": query.words.lower() if query.words else None,
        "side": query.side.lower() if query.side else None,
        "said_at": _listed(query.said_at),
        "told_to": _listed(query.told_to),
        "source": query.source,
    }
    if query.report is not None:
        parameters |= {"report": query.report, "speakers": list(query.speakers) or None}
        return "statements/page_of_report", parameters | {"other_things": [list(each) for each in query.about]}
    if query.speakers:
        parameters["speakers"] = list(query.speakers)
    if query.about:
        first, *others = query.about
        parameters |= {"things": list(first), "other_things": [list(each) for each in others]}
        return ("statements/page_about_by_speaker" if query.speakers else "statements/page_about"), parameters
    return ("statements/page_by_speaker" if query.speakers else "statements/page"), parameters


def _listed(values: tuple[str, ...] | None) -> list[str] | None:
    return list(values) if values is not None else None


def _record(row: dict[str, Any]) -> StatementRecord:
    statement = row["statement"]
    return StatementRecord(
        id=statement["id"], content=statement["content"], spans=tuple(statement["spans"]), mode=statement["mode"],
        cue=statement["cue"], act=statement["act"], attitude=statement["attitude"], polarity=statement["polarity"],
        epistemic=statement["epistemic"], asserted=statement["asserted"], speaker=Thing(**row["speaker"]),
        speaker_as_written=statement["speaker_as_written"], speaker_role=statement.get("speaker_role"),
        told_to=_thing(row["told_to"]), said_at=_thing(row["said_at"]), about=tuple(Thing(**each) for each in row["about"]),
        said=TimeSpan(day(statement.get("said_start")), day(statement.get("said_end")), _precision(statement["said_precision"])),
        said_basis=statement["said_basis"], said_phrase=statement.get("said_phrase"), said_rule=statement.get("said_rule"),
        clock_start=None if statement["day"] == clock.NO_DAY else statement["day"],
        evidence_start=row["evidence_start"], evidence_end=row["evidence_end"], evidence=statement["evidence"],
        confidence=statement["confidence"], report=report_name(row["report"], row["source"]),
        quotes=tuple(row["quotes"]), quoted_by=row["quoted_by"],
    )  # fmt: skip


def _thing(row: dict[str, Any] | None) -> Thing | None:
    return Thing(**row) if row is not None else None


def _precision(value: str) -> Precision:
    return value  # type: ignore[return-value]  # written by us from the same closed list
