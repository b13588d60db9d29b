"""Pages of events: by place, actor, day and kind, in order, each once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from batches import BAKHMUT, DONETSK_REGION, GENERAL, SOLEDAR, actor
from event_batches import Told, event_batch

from graph.database import Database
from graph.errors import InvalidCursor
from graph.repositories import events as module
from graph.repositories.events import EventQuery, EventsRepository
from graph.repositories.places import Box, Circle
from graph.timespan import parse_edtf
from graph.writer import Writer

NOW = "2023-02-11T00:00:00+00:00"
IVAN = actor("Ivan Petrenko").id

TOLD = [
    Told("on the third", "2023-02-03", actors=("Ivan Petrenko",), modes=("heavy-weapons",)),
    Told("on the fourth", "2023-02-04", actors=("Anna Kovalenko",), recipients=("Ivan Petrenko",)),
    Told("in January", "2023-01", "Soledar", actors=("Ivan Petrenko",)),
    Told("in 2022", "2022", type="RETREAT", control_change="lost", modality="historical"),
    Told("undated", None),
    Told("somewhere in the region", "2023-02-03", "Donetsk Oblast"),
    Told("nowhere", "2023-02-02", None, actors=("Anna Kovalenko",), type="CONSULT"),
    Told("planned", "2023-02-20", modality="planned"),
    Told("denied", "2023-02-03", modality="negated"),
]


@pytest.fixture(scope="module")
def events(read_graph: Database) -> EventsRepository:
    writer = Writer(read_graph.driver, read_graph.name)
    writer.load(event_batch("one.txt", TOLD), NOW)
    writer.load(event_batch("two.txt", [Told("nobody knows when", None)], published=None, publisher=None), NOW)
    return EventsRepository(read_graph.driver, read_graph.name)


def summaries(repository: EventsRepository, query: EventQuery) -> list[str]:
    return [each.summary for each in repository.page(query).items]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (None, [told.what for told in TOLD if told.modality in ("actual", "historical")] + ["nobody knows when"]),
        ("2023-02-03", ["on the third", "somewhere in the region"]),
        ("2023-02", ["nowhere", "on the third", "somewhere in the region", "on the fourth", "undated"]),
        ("2023-01-15", ["in January"]),
        ("../2022-12-31", ["in 2022"]),
        ("2023-02-11/..", []),
    ],
)  # fmt: skip
def test_an_event_matches_when_its_span_overlaps_the_asked_one(
    asked: str | None, found: list[str], events: EventsRepository
) -> None:
    assert sorted(summaries(events, EventQuery(asked=parse_edtf(asked) if asked else None))) == sorted(found)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (EventQuery(places=(BAKHMUT.id,)), ["in 2022", "on the third", "on the fourth", "undated", "nobody knows when"]),
        (EventQuery(places=(BAKHMUT.id, SOLEDAR.id), told=True), ["in 2022", "in January", "on the third", "on the fourth"]),
        (EventQuery(actors=(IVAN,)), ["in January", "on the third", "on the fourth"]),
        (EventQuery(actors=(GENERAL.id,)), ["nowhere", "on the fourth"]),
        (EventQuery(actors=(IVAN,), places=(SOLEDAR.id,)), ["in January"]),
        (EventQuery(actors=(IVAN,), places=()), []),
        (EventQuery(types=("RETREAT", "CONSULT")), ["in 2022", "nowhere"]),
        (EventQuery(modalities=("planned",)), ["planned"]),
        (EventQuery(modalities=("negated",), places=(BAKHMUT.id,)), ["denied"]),
        (EventQuery(modalities=("predicted",)), []),
        (EventQuery(box=Box(38.05, 48.6, 38.1, 48.7)), ["in January"]),
        (EventQuery(near=Circle(48.0, 37.5, 1)), []),
        (EventQuery(near=Circle(48.59, 38.0, 1), types=("RETREAT",)), ["in 2022"]),
        (EventQuery(near=Circle(48.59, 38.0, 30), box=Box(38.05, 48.6, 38.1, 48.7), actors=(IVAN,)), ["in January"]),
        (EventQuery(places=(DONETSK_REGION.id,)), ["somewhere in the region"]),
        (EventQuery(places=(BAKHMUT.id,), box=Box(38.05, 48.6, 38.1, 48.7)), []),
    ],
)  # fmt: skip
@pytest.mark.parametrize("sought_places", [500, 0])
def test_by_place_by_actor_by_kind_and_where(
    query: EventQuery, found: list[str], sought_places: int, events: EventsRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SOUGHT_PLACES", sought_places)
    assert summaries(events, query) == found


@pytest.mark.parametrize("limit", [1, 2, 3, 500])
@pytest.mark.parametrize(
    "asked", [EventQuery(), EventQuery(places=(BAKHMUT.id, SOLEDAR.id)), EventQuery(actors=(IVAN, GENERAL.id))]
)
def test_pages_join_to_the_whole(asked: EventQuery, limit: int, events: EventsRepository) -> None:
    whole = summaries(events, asked)
    assert len(whole) == len(set(whole)) > 1
    walked: list[str] = []
    query = replace(asked, limit=limit)
    while True:
        page = events.page(query)
        walked.extend(each.summary for each in page.items)
        if page.next is None:
            break
        query = replace(query, cursor=page.next)
    assert walked == whole


@pytest.mark.parametrize("cursor", ["", "x", "eyJhIjogMX0"])
def test_a_cursor_of_nobody_is_refused(cursor: str, events: EventsRepository) -> None:
    with pytest.raises(InvalidCursor):
        events.page(EventQuery(cursor=cursor))
