"""Reports by the day they were published, and what one of them names."""

from __future__ import annotations

from dataclasses import replace

import pytest
from batches import Said, batch

from graph.cursors import write_cursor
from graph.database import Database
from graph.errors import InvalidCursor
from graph.repositories.reports import ReportQuery, ReportsRepository
from graph.timespan import TimeSpan, parse_edtf
from graph.writer import Writer

NOW = "2023-02-11T00:00:00+00:00"
SAID = [Said("Anna Kovalenko", "We hold the town."), Said("Anna Kovalenko", "It is quiet.")]
WHOLE = ["early.txt", "late.txt", "undated.txt", "unsigned.txt"]


@pytest.fixture(scope="module")
def reports(read_graph: Database) -> ReportsRepository:
    late = batch("late.txt", SAID, published="2023-02-10")
    writer = Writer(read_graph.driver, read_graph.name)
    writer.load(replace(late, report=replace(late.report, title="The Road")), NOW)
    writer.load(batch("early.txt", SAID, published="2023-01-31", publisher="Another Paper"), NOW)
    writer.load(batch("undated.txt", SAID, published=None), NOW)
    writer.load(batch("unsigned.txt", SAID, published=None, publisher=None), NOW)
    return ReportsRepository(read_graph.driver, read_graph.name)


def refs(repository: ReportsRepository, query: ReportQuery) -> list[str]:
    found = [each.ref for each in repository.page(query).items]
    undated = [ref for ref in found if ref.startswith("un")]
    return [ref for ref in found if not ref.startswith("un")] + sorted(undated)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (ReportQuery(), WHOLE),
        (ReportQuery(source="source:another-paper"), ["early.txt"]),
        (ReportQuery(asked=parse_edtf("2023-02")), ["late.txt"]),
        (ReportQuery(asked=parse_edtf("2023-01-31")), ["early.txt"]),
        (ReportQuery(asked=parse_edtf("2023-02-11/..")), []),
        (ReportQuery(asked=parse_edtf("../2023-02-09")), ["early.txt"]),
        (ReportQuery(asked=TimeSpan(None, None, "unknown")), WHOLE),
        (ReportQuery(words="ROAD"), ["late.txt"]),
        (ReportQuery(words="unsigned"), ["unsigned.txt"]),
    ],
)
def test_what_is_asked_is_found(query: ReportQuery, found: list[str], reports: ReportsRepository) -> None:
    assert refs(reports, query) == found


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_pages_join_to_the_whole(limit: int, reports: ReportsRepository) -> None:
    walked, cursor = [], None
    while True:
        page = reports.page(ReportQuery(limit=limit, cursor=cursor))
        walked += [each.id for each in page.items]
        if (cursor := page.next) is None:
            break
    assert walked == [each.id for each in reports.page(ReportQuery()).items]


def test_a_report_has_its_day_counts_and_what_it_names(reports: ReportsRepository) -> None:
    [listed] = reports.page(ReportQuery(words="late")).items
    found = reports.one(listed.id)
    assert found == listed
    assert found.published is not None
    assert (found.published.edtf, found.published_basis, found.source) == ("2023-02-10", "metadata", "The Paper")
    assert (found.statement_count, found.mention_count) == (2, 2)
    [named] = reports.named(found.id)
    assert (named.thing.name, named.count, named.start, named.end, named.surface) == (
        "Anna Kovalenko", 2, 0, 14, "Anna Kovalenko",
    )  # fmt: skip


def test_a_withdrawn_report_is_not_shown(read_graph: Database, reports: ReportsRepository) -> None:
    setting = "MATCH (report:Report {ref: 'late.txt'}) SET report.status = $status"
    read_graph.driver.execute_query(setting, status="withdrawn", database_=read_graph.name)
    assert "late.txt" not in refs(reports, ReportQuery())
    read_graph.driver.execute_query(setting, status="active", database_=read_graph.name)
    assert "late.txt" in refs(reports, ReportQuery())


def test_no_report(reports: ReportsRepository) -> None:
    assert reports.one("report:none") is None
    with pytest.raises(InvalidCursor):
        reports.page(ReportQuery(cursor=write_cursor("someday", "x")))
