"""Timelines: statements in groups of days, weeks and months, over pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from batches import BAKHMUT, GENERAL, Said, batch

from graph.calendar import Stretch
from graph.database import Database
from graph.model_views import Timeline
from graph.repositories import timeline as module
from graph.repositories.statements import StatementQuery
from graph.repositories.timeline import TimelineRepository
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
ABOUT_BAKHMUT = StatementQuery(about=((BAKHMUT.id,),))


@pytest.fixture(scope="module")
def timelines(read_graph: Database) -> TimelineRepository:
    writer = Writer(read_graph.driver, read_graph.name)
    writer.load(batch("one.txt", SENTENCES), NOW)
    writer.load(batch("two.txt", [Said("Ivan Petrenko", "never")], published=None), NOW)
    return TimelineRepository(read_graph.driver, read_graph.name)


def drawn(found: Timeline) -> list[tuple[str | None, int, list[str]]]:
    return [
        (group.span.edtf if group.span else None, group.count, sorted(each.content for each in group.items))
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
    assert drawn(timelines.page(query, by)) == found


def test_a_group_that_goes_on_over_pages_says_how_many_it_has(timelines: TimelineRepository) -> None:
    pages, cursor = [], None
    while True:
        page = timelines.page(replace(ABOUT_BAKHMUT, limit=2, cursor=cursor), "month")
        pages.append(
            [(group.span.edtf if group.span else None, group.count, len(group.items)) for group in page.groups]
        )
        if (cursor := page.next) is None:
            break
    assert pages == [[("2023-01", 1, 1), ("2023-02", 4, 1)], [("2023-02", 4, 2)], [("2023-02", 4, 1), (None, 1, 1)]]


def test_what_is_not_asked_is_not_counted(timelines: TimelineRepository) -> None:
    page = timelines.page(replace(ABOUT_BAKHMUT, asked=parse_edtf("2023-02-04/2023-02-05"), limit=1), "month")
    assert drawn(page) == [("2023-02", 1, ["fifth"])]


def test_more_than_are_counted(timelines: TimelineRepository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "COUNTED_MAXIMUM", 3)
    first = timelines.page(replace(ABOUT_BAKHMUT, asked=parse_edtf("2023-02"), limit=2), "month").groups[0]
    assert (first.count, first.more) == (3, True)


def test_a_hub_is_counted_to_a_limit(graph: Database, writer: Writer) -> None:
    days = [date(2023, 2, 1) + timedelta(days=number % 28) for number in range(1_200)]
    writer.load(
        batch("hub.txt", [Said("Anna Kovalenko", f"number {n}", when=str(day)) for n, day in enumerate(days)]), NOW
    )
    [group] = TimelineRepository(graph.driver, graph.name).page(replace(ABOUT_BAKHMUT, limit=5), "month").groups
    assert (group.count, group.more, len(group.items)) == (1_000, True, 5)
