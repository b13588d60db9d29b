"""What happened where and when: pages of events in the order of their days, and single ones with every report's version."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from neo4j import Driver

from graph import clock
from graph.cursors import Key, page_of, read_cursor
from graph.model_events import (
    HAPPENED,
    EventPlace,
    EventRecord,
    FigureRecord,
    Giver,
    MentionRecord,
    Participant,
    When,
)
from graph.model_views import Listing
from graph.queries import read
from graph.repositories.places import Box, Circle
from graph.repositories.shapes import day, report_name
from graph.timespan import TimeSpan

# Of the reports that tell an event, and the figures that they give, a list shows the first ones.
LISTED_MENTIONS = 10
LISTED_FIGURES = 20
# An event of its own shows all that a page can hold.
SHOWN_MENTIONS = 1_000
SHOWN_FIGURES = 1_000

# A place more is a seek more: from here on it is faster to read by day and to look where each event was (measured for statements).
SOUGHT_PLACES = 500

# Places with no one point: what is told of one of these lies near nothing and in no box.
WIDE_FEATURES = ("region", "country")


@dataclass(frozen=True, slots=True)
class Involved:
    """A thing that events happened at or that took part in them, by ids: a place with all within it, an actor, a country as both."""

    places: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventQuery:
    """What is asked for; None and empty ask for everything. Ids, not names; `places` hold a place and all within it.

    With `about`, the events that all these things are involved in; `actors`, `places`, `box` and `near` are then left out.
    """

    types: tuple[str, ...] | None = None
    about: tuple[Involved, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] | None = None
    box: Box | None = None
    near: Circle | None = None
    asked: TimeSpan | None = None
    told: bool = False
    modalities: tuple[str, ...] | None = HAPPENED
    limit: int = 50
    cursor: str | None = None


class EventsRepository:
    """Reads events."""

    def __init__(self, driver: Driver, database: str | None = None) -> None:
        self._driver = driver
        self._database = database

    def page(self, query: EventQuery) -> Listing[EventRecord]:
        """The events asked for, by day, those without any day last; raises `InvalidCursor`."""
        shown, following = page_of(self.keys(query), query.limit)
        return Listing(self.records([key.id for key in shown]), following)

    def keys(self, query: EventQuery) -> list[Key]:
        """Days and ids of a page of the events asked for, and of one more; raises `InvalidCursor`."""
        after_day, after_id = read_cursor(query.cursor)
        windows, until = clock.windows(query.asked, after_day), clock.until_day(query.asked)
        return self._keys(query, windows, until, after_day, after_id, query.limit + 1)

    def count_between(self, query: EventQuery, first_day: str, last_day: str, limit: int) -> int:
        """How many of the events asked for begin from one day of the clock to another, counted to `limit`, cursor or not."""
        windows = [{"extent": extent, "from": first_day} for extent in clock.EXTENT_DAYS]
        return len(self._keys(query, windows, min(last_day, clock.until_day(query.asked)), None, None, limit))

    def records(
        self, ids: Sequence[str], *, mention_limit: int = LISTED_MENTIONS, figure_limit: int = LISTED_FIGURES
    ) -> tuple[EventRecord, ...]:
        """The events of these ids, in this order; ids that the graph does not hold are left out."""
        if not ids:
            return ()
        rows = self._rows("events/records", ids=list(ids), mention_limit=mention_limit, figure_limit=figure_limit)
        record_by_id = {row["event"]["id"]: _record(row) for row in rows}
        return tuple(record_by_id[each] for each in ids if each in record_by_id)

    def one(self, event_id: str) -> EventRecord | None:
        """The event of an id, with every report's version; of an id that became another event's, that event. None where there is none."""
        found = self.records([event_id], mention_limit=SHOWN_MENTIONS, figure_limit=SHOWN_FIGURES)
        if not found:
            ids = [row["id"] for row in self._rows("events/of_mention", mention=_mention_id(event_id))]
            found = self.records(ids, mention_limit=SHOWN_MENTIONS, figure_limit=SHOWN_FIGURES)
        return found[0] if found else None

    def _keys(
        self,
        query: EventQuery,
        windows: list[dict[str, str]],
        until: str,
        after_day: str | None,
        after_id: str | None,
        limit: int,
    ) -> list[Key]:
        found: set[Key] = set()
        for name, parameters in self._page_statements(query):
            rows = self._rows(
                name, windows=windows, since=clock.since_day(query.asked), until=until, after_day=after_day, after_id=after_id,
                told=query.told, types=_listed(query.types), modalities=_listed(query.modalities), limit=limit, **parameters,
            )  # fmt: skip
            found.update(Key(row["day"], row["id"]) for row in rows)
        return sorted(found)[:limit]

    def _page_statements(self, query: EventQuery) -> list[tuple[str, dict[str, Any]]]:
        """The Cypher files that answer the query together, with their parameters."""
        if not query.about:
            places = self._places(query)
            return [] if places == () else [_page_statement(query.actors, places)]
        first, *others = query.about
        both: list[tuple[tuple[str, ...], tuple[str, ...] | None]] = []
        if first.places:
            both.append(((), first.places))
        if first.actors:
            both.append((first.actors, None))
        other_things = [[*each.places, *each.actors] for each in others]
        return [_page_statement(actors, places, other_things) for actors, places in both]

    def _places(self, query: EventQuery) -> tuple[str, ...] | None:
        """The places where all that is asked for lies; None: anywhere."""
        chosen = [set(query.places)] if query.places is not None else []
        if (box := query.box) is not None:
            found = self._rows(
                "events/places_in_box", west=box.west, south=box.south, east=box.east, north=box.north,
                wide_features=list(WIDE_FEATURES),
            )  # fmt: skip
            chosen.append({row["id"] for row in found})
        if (circle := query.near) is not None:
            found = self._rows(
                "events/places_around", latitude=circle.latitude, longitude=circle.longitude,
                radius_m=circle.radius_km * 1000, wide_features=list(WIDE_FEATURES),
            )  # fmt: skip
            chosen.append({row["id"] for row in found})
        return tuple(sorted(set.intersection(*chosen))) if chosen else None

    def _rows(self, name: str, **parameters: Any) -> list[dict[str, Any]]:
        return read(self._driver, self._database, name, **parameters)


def _page_statement(
    actors: tuple[str, ...], places: tuple[str, ...] | None, other_things: Sequence[list[str]] = ()
) -> tuple[str, dict[str, Any]]:
    """Which Cypher file answers for these actors at these places, with the parameters of its own."""
    parameters: dict[str, Any] = {"other_things": list(other_things)}
    if actors:
        parameters["actor_ids"] = list(actors)
    if places is not None and len(places) * max(1, len(actors)) <= SOUGHT_PLACES:
        return ("events/page_at_of_actor" if actors else "events/page_at"), parameters | {"place_ids": list(places)}
    return ("events/page_of_actor" if actors else "events/page"), parameters | {"place_ids": _listed(places)}


def _mention_id(event_id: str) -> str:
    """The mention that an event is named after, or was before it became part of another."""
    return f"event-mention:{event_id.removeprefix('event:')}" if event_id.startswith("event:") else event_id


def _record(row: dict[str, Any]) -> EventRecord:
    event, place = row["event"], row["place"]
    return EventRecord(
        id=event["id"], type=event["type"], modes=tuple(event["modes"]), control_change=event["control_change"],
        modality=event["modality"], summary=event["summary"], when=_when(event),
        place=EventPlace(**place) if place is not None else None,
        participants=tuple(Participant(**each) for each in row["participants"]),
        mentions=tuple(_mention(each) for each in row["mentions"]), mention_count=row["mention_count"],
        figures=tuple(_figure(each) for each in row["figures"]), figure_count=row["figure_count"],
    )  # fmt: skip


def _mention(row: dict[str, Any]) -> MentionRecord:
    found = row["mention"]
    return MentionRecord(
        id=found["id"], modes=tuple(found["modes"]), modality=found["modality"], trigger=found["trigger"], when=_when(found),
        report=report_name(row["report"], row["source"]), evidence_start=row["evidence_start"], evidence_end=row["evidence_end"],
        evidence=found["evidence"], statement_id=found.get("statement"), stance=found.get("stance"),
        place_basis=found.get("place_basis", "none"),
    )  # fmt: skip


def _figure(row: dict[str, Any]) -> FigureRecord:
    found, source = row["figure"], row["source"]
    giver = row["speaker"] or source
    return FigureRecord(
        id=found["id"], metric=found["metric"], low=found.get("low"), high=found.get("high"), exact=found.get("exact"),
        unit=found.get("unit"), side=found.get("side"), scope=found["scope"], negated=found["negated"],
        giver=Giver(**giver) if giver is not None else None, statement_id=row["statement"],
        report=report_name(row["report"], source["name"] if source is not None else None),
        start=row["start"], end=row["end"], text=found["text"],
    )  # fmt: skip


def _when(row: dict[str, Any]) -> When:
    span = TimeSpan(day(row.get("start")), day(row.get("end")), row["precision"])
    return When(span, row["basis"], row.get("phrase"), None if row["day"] == clock.NO_DAY else row["day"])


def _listed(values: Iterable[str] | None) -> list[str] | None:
    return list(values) if values is not None else None
