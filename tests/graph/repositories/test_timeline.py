"""Timelines: events and statements in groups of days, weeks and months, over pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from batches import BAKHMUT, GENERAL, SOLEDAR, Said, actor, batch
from event_batches import Told, event_batch

from graph.calendar import Stretch
from graph.database import Database
from graph.model import StatementRecord
from graph.model_events import EventRecord
from graph.model_views import Timeline
from graph.repositories import timeline as module
from graph.repositories.events import EventQuery, Involved
from graph.repositories.statements import StatementQuery
from graph.repositories.timeline import TimelineQuery, TimelineRepository
from graph.timespan import parse_edtf
from graph.writer import Writer

NOW = "2023-02-11T00:00:00+00:00"

SENTENCES = [
    Said("Anna Kovalenko", "third", ("Bakhmut",), "2023-02-03"),
    Said("Anna Kovalenko", "fifth", ("Bakhmut",), "2023-02-05"),
    Said("Ivan Petrenko", "third too", ("Bakhmut", "Soledar"), "2023-02-03"),
    Said("Ivan Petrenko", "sixth", ("Bakhmut",), "2023-02-06"),
    Said("Ivan Petrenko", "January", ("Bakhmut",), "2023-01"),
    Said("Ivan Petrenko", "elsewhere", ("Soledar",), "2023-02-03"),
]
HAPPENINGS = [
    Told("shells on the third", "2023-02-03", actors=("Ivan Petrenko",)),
    Told("a raid on the fifth", "2023-02-05", recipients=("Anna Kovalenko",)),
    Told("a raid on Soledar", "2023-02-05", "Soledar", actors=("Ivan Petrenko",)),
    Told("a march in January", "2023-01", type="PROTEST"),
    Told("a march to come", "2023-02-07", type="PROTEST", modality="planned"),
]
EVENTS_OF_BAKHMUT = EventQuery(about=(Involved(places=(BAKHMUT.id,)),))
IVAN = actor("Ivan Petrenko").id
ABOUT_BAKHMUT = StatementQuery(about=((BAKHMUT.id,),))


@pytest.fixture(scope="module")
def timelines(read_graph: Database) -> TimelineRepository:
    writer = Writer(read_graph.driver, read_graph.name)
    writer.load(batch("one.txt", SENTENCES), NOW)
    writer.load(batch("two.txt", [Said("Ivan Petrenko", "never")], published=None), NOW)
    writer.load(event_batch("three.txt", HAPPENINGS), NOW)
    writer.load(event_batch("four.txt", [Told("a blast, nobody knows when", None)], published=None), NOW)
    return TimelineRepository(read_graph.driver, read_graph.name)


def words(item: StatementRecord | EventRecord) -> str:
    return item.content if isinstance(item, StatementRecord) else item.summary


def drawn(found: Timeline) -> list[tuple[str | None, int, list[str]]]:
    return [
        (group.span.edtf if group.span else None, group.count, sorted(words(each) for each in group.items))
        for group in found.groups
    ]


@pytest.mark.parametrize(
    ("by", "query", "found"),
    [
        (
            "day",
            ABOUT_BAKHMUT,
            [
                ("2023-01-01", 1, ["January"]),
                ("2023-02-03", 2, ["third", "third too"]),
                ("2023-02-05", 1, ["fifth"]),
                ("2023-02-06", 1, ["sixth"]),
                (None, 1, ["never"]),
            ],
        ),
        (
            "week",
            ABOUT_BAKHMUT,
            [
                ("2022-12-26/2023-01-01", 1, ["January"]),
                ("2023-01-30/2023-02-05", 3, ["fifth", "third", "third too"]),
                ("2023-02-06/2023-02-12", 1, ["sixth"]),
                (None, 1, ["never"]),
            ],
        ),
        (
            "month",
            replace(ABOUT_BAKHMUT, asked=parse_edtf("2023-02")),
            [("2023-02", 4, ["fifth", "sixth", "third", "third too"])],
        ),
        ("month", replace(ABOUT_BAKHMUT, speakers=(GENERAL.id,)), [("2023-02", 2, ["fifth", "third"])]),
        ("month", replace(ABOUT_BAKHMUT, asked=parse_edtf("2024")), []),
    ],
)
def test_statements_stand_in_their_days(
    by: Stretch, query: StatementQuery, found: list[tuple[str | None, int, list[str]]], timelines: TimelineRepository
) -> None:
    assert drawn(timelines.page(TimelineQuery(query, by=by))) == found


def test_a_group_that_goes_on_over_pages_says_how_many_it_has(timelines: TimelineRepository) -> None:
    pages, cursor = [], None
    while True:
        page = timelines.page(TimelineQuery(ABOUT_BAKHMUT, by="month", limit=2, cursor=cursor))
        pages.append(
            [(group.span.edtf if group.span else None, group.count, len(group.items)) for group in page.groups]
        )
        if (cursor := page.next) is None:
            break
    assert pages == [[("2023-01", 1, 1), ("2023-02", 4, 1)], [("2023-02", 4, 2)], [("2023-02", 4, 1), (None, 1, 1)]]


def test_what_is_not_asked_is_not_counted(timelines: TimelineRepository) -> None:
    page = timelines.page(
        TimelineQuery(replace(ABOUT_BAKHMUT, asked=parse_edtf("2023-02-04/2023-02-05")), by="month", limit=1)
    )
    assert drawn(page) == [("2023-02", 1, ["fifth"])]


def test_more_than_are_counted(timelines: TimelineRepository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "COUNTED_MAXIMUM", 3)
    query = TimelineQuery(replace(ABOUT_BAKHMUT, asked=parse_edtf("2023-02")), by="month", limit=2)
    first = timelines.page(query).groups[0]
    assert (first.count, first.more) == (3, True)


BOTH = TimelineQuery(ABOUT_BAKHMUT, EVENTS_OF_BAKHMUT)


def test_events_stand_among_statements(timelines: TimelineRepository) -> None:
    assert drawn(timelines.page(BOTH)) == [
        ("2023-01-01", 2, ["January", "a march in January"]),
        ("2023-02-03", 3, ["shells on the third", "third", "third too"]),
        ("2023-02-05", 2, ["a raid on the fifth", "fifth"]),
        ("2023-02-06", 1, ["sixth"]),
        (None, 2, ["a blast, nobody knows when", "never"]),
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (
            EVENTS_OF_BAKHMUT,
            ["a march in January", "shells on the third", "a raid on the fifth", "a blast, nobody knows when"],
        ),
        (replace(EVENTS_OF_BAKHMUT, modalities=("planned",)), ["a march to come"]),
        (replace(EVENTS_OF_BAKHMUT, asked=parse_edtf("2023-02-04/2023-02-05")), ["a raid on the fifth"]),
        (EventQuery(about=(Involved(actors=(IVAN,)),)), ["shells on the third", "a raid on Soledar"]),
        (EventQuery(about=(Involved(actors=(IVAN,)), Involved(places=(SOLEDAR.id,)))), ["a raid on Soledar"]),
        (EventQuery(about=(Involved(places=(BAKHMUT.id,)), Involved(actors=(GENERAL.id,)))), ["a raid on the fifth"]),
        # a country: what happened there, and what it did elsewhere
        (
            EventQuery(about=(Involved(places=(BAKHMUT.id,), actors=(IVAN,)),), asked=parse_edtf("2023-02")),
            ["shells on the third", "a raid on the fifth", "a raid on Soledar"],
        ),
        (EventQuery(about=(Involved(),)), []),
    ],
)
def test_events_are_about_where_they_were_and_who_took_part(
    query: EventQuery, found: list[str], timelines: TimelineRepository
) -> None:
    groups = timelines.page(TimelineQuery(events=query)).groups
    assert sorted(words(each) for group in groups for each in group.items) == sorted(found)


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 7, 9, 10])
@pytest.mark.parametrize("by", ["day", "month"])
def test_pages_of_both_kinds_join_to_the_whole(by: Stretch, limit: int, timelines: TimelineRepository) -> None:
    whole = [each.id for group in timelines.page(BOTH).groups for each in group.items]
    count_by_group = {group.span: group.count for group in timelines.page(replace(BOTH, by=by)).groups}
    joined: list[str] = []
    cursor = None
    while True:
        page = timelines.page(replace(BOTH, by=by, limit=limit, cursor=cursor))
        assert all(group.count == count_by_group[group.span] for group in page.groups)
        joined.extend(each.id for group in page.groups for each in group.items)
        assert sum(len(group.items) for group in page.groups) <= limit
        if (cursor := page.next) is None:
            break
    assert joined == whole
    assert len(set(whole)) == 10


def test_a_timeline_of_nothing_is_empty(timelines: TimelineRepository) -> None:
    assert timelines.page(TimelineQuery()) == Timeline((), None)


def test_a_hub_is_counted_to_a_limit(graph: Database, writer: Writer) -> None:
    days = [date(2023, 2, 1) + timedelta(days=number % 28) for number in range(1_200)]
    writer.load(
        batch("hub.txt", [Said("Anna Kovalenko", f"number {n}", when=str(day)) for n, day in enumerate(days)]), NOW
    )
    query = TimelineQuery(ABOUT_BAKHMUT, by="month", limit=5)
    [group] = TimelineRepository(graph.driver, graph.name).page(query).groups
    assert (group.count, group.more, len(group.items)) == (1_000, True, 5)
