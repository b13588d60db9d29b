"""Pages of statements: by thing, speaker and day, in order, each once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from batches import BAKHMUT, GENERAL, SOLEDAR, Said, batch

from graph.database import Database
from graph.errors import InvalidCursor
from graph.repositories.statements import StatementQuery, StatementsRepository
from graph.timespan import TimeSpan, parse_edtf
from graph.writer import Writer

NOW = "2023-02-11T00:00:00+00:00"

SENTENCES = [
    Said("Anna Kovalenko", "on the third", ("Bakhmut",), "2023-02-03"),
    Said("Anna Kovalenko", "in January", ("Bakhmut", "Soledar"), "2023-01"),
    Said("Ivan Petrenko", "last week", ("Bakhmut",), "2023-01-30/2023-02-05"),
    Said("Ivan Petrenko", "in 2022", ("Bakhmut",), "2022"),
    Said("Ivan Petrenko", "undated", ("Bakhmut",)),
    Said("Ivan Petrenko", "a hope", ("Bakhmut",), "2023-02-03", attitude="belief"),
    Said("Ivan Petrenko", "elsewhere", ("Soledar",), "2023-02-04"),
]


@pytest.fixture
def statements(graph: Database, writer: Writer) -> StatementsRepository:
    writer.load(batch("one.txt", SENTENCES), NOW)
    writer.load(batch("two.txt", [Said("Ivan Petrenko", "nobody knows when")], published=None, publisher=None), NOW)
    return StatementsRepository(graph.driver, graph.name)


def contents(repository: StatementsRepository, query: StatementQuery) -> list[str]:
    return [each.content for each in repository.page(query).items]


ABOUT_BAKHMUT = StatementQuery(about=((BAKHMUT.id,),))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (None, ["in 2022", "in January", "last week", "on the third", "undated", "nobody knows when"]),
        ("2023-02-03", ["last week", "on the third"]),
        ("2023-02", ["last week", "on the third", "undated"]),
        ("2023-01-15", ["in January"]),
        ("2022-06", ["in 2022"]),
        ("2023-02-10", ["undated"]),
        ("2023-02-11/..", []),
        ("../2022-12-31", ["in 2022"]),
    ],
)
def test_a_statement_matches_when_its_span_overlaps_the_asked_one(
    asked: str | None, found: list[str], statements: StatementsRepository
) -> None:
    assert contents(statements, replace(ABOUT_BAKHMUT, asked=parse_edtf(asked) if asked else None)) == found


def test_told_days_only(statements: StatementsRepository) -> None:
    february = replace(ABOUT_BAKHMUT, asked=parse_edtf("2023-02"), told=True)
    assert contents(statements, february) == ["last week", "on the third"]


def test_by_speaker_by_both_and_by_neither(statements: StatementsRepository) -> None:
    assert contents(statements, StatementQuery(speakers=(GENERAL.id,))) == ["in January", "on the third"]
    assert contents(statements, StatementQuery(speakers=(GENERAL.id,), about=((SOLEDAR.id,),))) == ["in January"]
    assert contents(statements, StatementQuery(about=((BAKHMUT.id,), (SOLEDAR.id,)))) == ["in January"]
    assert "elsewhere" in contents(statements, StatementQuery())


def test_beliefs_are_shown_when_asked_for(statements: StatementsRepository) -> None:
    assert contents(statements, replace(ABOUT_BAKHMUT, attitudes=("belief",))) == ["a hope"]


def test_words_and_source_and_side(statements: StatementsRepository) -> None:
    assert contents(statements, replace(ABOUT_BAKHMUT, words="THIRD")) == ["on the third"]
    assert contents(statements, replace(ABOUT_BAKHMUT, side="Ukraine")) == ["in January", "on the third"]
    assert contents(statements, replace(ABOUT_BAKHMUT, source="source:paper", words="undated")) == ["undated"]


@pytest.mark.parametrize("limit", [1, 2, 3, 500])
def test_pages_join_to_the_whole(limit: int, statements: StatementsRepository) -> None:
    whole = contents(statements, ABOUT_BAKHMUT)
    walked: list[str] = []
    query = replace(ABOUT_BAKHMUT, limit=limit)
    while True:
        page = statements.page(query)
        walked.extend(each.content for each in page.items)
        if page.next is None:
            break
        query = replace(query, cursor=page.next)
    assert walked == whole


def test_pages_join_where_many_share_a_day(graph: Database, writer: Writer) -> None:
    days = [date(2023, 1, 1) + timedelta(days=number % 3) for number in range(40)]
    writer.load(
        batch("many.txt", [Said("Anna Kovalenko", f"number {n}", when=str(day)) for n, day in enumerate(days)]), NOW
    )
    repository = StatementsRepository(graph.driver, graph.name)
    query, seen = replace(ABOUT_BAKHMUT, limit=7, asked=TimeSpan(date(2023, 1, 1), date(2023, 2, 1), "month")), []
    while True:
        page = repository.page(query)
        seen.extend((each.clock_start, each.id) for each in page.items)
        if page.next is None:
            break
        query = replace(query, cursor=page.next)
    assert len(seen) == 40
    assert seen == sorted(set(seen))


@pytest.mark.parametrize("cursor", ["", "x", "!!!", "W10", "eyJhIjogMX0", "WzEsIDJd"])
def test_a_cursor_of_nobody_is_refused(cursor: str, statements: StatementsRepository) -> None:
    with pytest.raises(InvalidCursor, match="is not a cursor"):
        statements.page(replace(ABOUT_BAKHMUT, cursor=cursor))
