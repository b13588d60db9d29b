"""A withdrawn report takes with it what it alone contributed, leaves a tombstone and stays out of the graph."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from batches import Said, batch, press_review
from event_batches import Told, event_batch

from graph.database import Database
from graph.errors import AmbiguousReport, UnknownReport
from graph.fingerprint import fingerprint
from graph.ids import erased_report_id
from graph.model import GraphBatch, WriteCounters
from graph.withdrawal import find_report, withdraw
from graph.writer import Writer

NOW = "2023-02-11T00:00:00+00:00"


def reports_with_events() -> list[GraphBatch]:
    """Reports of which two tell of one strike, each with its own toll."""
    strikes = [
        event_batch("strike.txt", [Told("Shells hit the town.", actors=("Ivan Petrenko",), killed=3)]),
        event_batch("toll.txt", [Told("Shells killed five.", said_by="Olha Shevchenko", killed=5)], "2023-02-04"),
    ]
    return [*press_review(), *strikes]


REPORTS = range(len(reports_with_events()))


def load(graph: Database, batches: list[GraphBatch]) -> None:
    for each in batches:
        Writer(graph.driver, graph.name).load(each, NOW)


def whole_database(graph: Database) -> str:
    """Every property of every node and relationship, in one text."""
    records, _, _ = graph.driver.execute_query(
        "MATCH (node) RETURN properties(node) AS found UNION ALL MATCH ()-[link]->() RETURN properties(link) AS found",
        database_=graph.name,
    )
    return json.dumps([record["found"] for record in records], default=str, ensure_ascii=False)


def nodes(graph: Database, label: str) -> list[dict[str, object]]:
    records, _, _ = graph.driver.execute_query(
        "MATCH (node:$($label)) RETURN properties(node) AS found", label=label, database_=graph.name
    )
    return [record["found"] for record in records]


@pytest.mark.parametrize("erase", [False, True])
@pytest.mark.parametrize("index", REPORTS)
def test_withdrawing_a_report_leaves_the_graph_of_the_others(index: int, erase: bool, graph: Database) -> None:
    reports = reports_with_events()
    load(graph, reports[:index] + reports[index + 1 :])
    others = fingerprint(graph.driver, graph.name)
    load(graph, [reports[index]])
    assert fingerprint(graph.driver, graph.name) != others
    withdraw(graph.driver, graph.name, reports[index].report.id, erase=erase)
    assert fingerprint(graph.driver, graph.name) == others


def test_withdrawing_all_reports_leaves_tombstones_without_relationships(graph: Database) -> None:
    reports = reports_with_events()
    load(graph, reports)
    Writer(graph.driver, graph.name).record_run("run", {}, NOW, NOW, [each.report.id for each in reports])
    for each in reports:
        assert withdraw(graph.driver, graph.name, each.report.id).outcome == "withdrawn"
    records, _, _ = graph.driver.execute_query(
        "MATCH (node) WHERE NOT node:Migration RETURN labels(node) AS labels, COUNT { (node)--() } AS links, node.status AS status",
        database_=graph.name,
    )  # fmt: skip
    found = sorted((record["labels"], record["links"], record["status"]) for record in records if record["status"])
    assert found == [(["Report"], 0, "withdrawn")] * len(reports)
    assert [record["labels"] for record in records if not record["status"]] == [["IngestRun"]]


def test_the_name_of_a_shared_speaker_follows_from_the_reports_that_are_left(graph: Database) -> None:
    load(graph, press_review())
    withdraw(graph.driver, graph.name, press_review()[1].report.id)
    assert [(each["name"], each["aliases"]) for each in nodes(graph, "Person") if "Petrenko" in str(each["name"])] == [
        ("Ivan Petrenko", ["Iván Petrenko"])
    ]


def test_a_withdrawn_report_is_not_loaded_again_by_itself(graph: Database, writer: Writer) -> None:
    one, edited = batch("one.txt", [Said("Ann Lee", "Yes.")]), batch("one.txt", [Said("Ann Lee", "No.")])
    writer.load(one, NOW)
    withdraw(graph.driver, graph.name, one.report.id)
    left = fingerprint(graph.driver, graph.name)
    for each in (one, edited):
        result = writer.load(each, NOW)
        assert (result.outcome, result.counters) == ("withdrawn", WriteCounters())
    assert fingerprint(graph.driver, graph.name) == left


@pytest.mark.parametrize("erase", [False, True])
def test_a_withdrawn_report_is_restored_on_request(erase: bool, graph: Database, writer: Writer) -> None:
    load(graph, press_review())
    before = fingerprint(graph.driver, graph.name)
    withdraw(graph.driver, graph.name, press_review()[0].report.id, erase=erase)
    assert writer.load(press_review()[0], NOW, restore=True).outcome == "created"
    assert fingerprint(graph.driver, graph.name) == before
    assert len(nodes(graph, "Report")) == len(press_review())
    assert writer.load(press_review()[0], NOW, restore=True).outcome == "unchanged"


def test_an_erased_report_leaves_no_word(graph: Database, writer: Writer) -> None:
    erased = batch(
        "Whistleblower.txt", [Said("Xaver Quillfeather", "The zeppelin sank.", ("Soledar",))], publisher="Ponyexpress"
    )
    url = "https://example.org/whistleblower-zeppelin"
    erased = replace(erased, report=replace(erased.report, id=url, url=url, title="Zeppelin lost"))
    load(graph, [*press_review(), erased])
    for word in ("eppelin", "Quillfeather", "quillfeather", "histleblower", "onyexpress"):
        assert word in whole_database(graph)
    done = withdraw(graph.driver, graph.name, url, erase=True)
    assert (done.outcome, done.id) == ("erased", erased_report_id(url))
    left = whole_database(graph)
    for word in ("eppelin", "uillfeather", "histleblower", "onyexpress", "example.org", erased.report.content_hash):
        assert word not in left
    assert {"id": erased_report_id(url), "status": "withdrawn"} in nodes(graph, "Report")
    assert writer.load(erased, NOW).outcome == "withdrawn"


def test_a_tombstone_can_be_erased_later_and_the_same_again_changes_nothing(graph: Database, writer: Writer) -> None:
    one = batch("one.txt", [Said("Ann Lee", "Yes.")])
    writer.load(one, NOW)
    assert withdraw(graph.driver, graph.name, one.report.id).outcome == "withdrawn"
    assert withdraw(graph.driver, graph.name, one.report.id).outcome == "unchanged"
    assert "Yes." in whole_database(graph)
    assert withdraw(graph.driver, graph.name, one.report.id, erase=True).outcome == "erased"
    assert "Yes." not in whole_database(graph)
    for report_id in (one.report.id, erased_report_id(one.report.id)):
        again = withdraw(graph.driver, graph.name, report_id, erase=True)
        assert (again.id, again.outcome) == (erased_report_id(one.report.id), "unchanged")
        assert again.counters == WriteCounters()


def test_a_report_is_found_by_id_file_name_and_address(graph: Database, writer: Writer) -> None:
    one = batch("news/one.txt", [Said("Ann Lee", "Yes.")])
    one = replace(one, report=replace(one.report, url="https://example.org/one"))
    writer.load(one, NOW)
    for name in (one.report.id, "news/one.txt", "https://example.org/one"):
        assert find_report(graph.driver, graph.name, name) == one.report.id
    withdraw(graph.driver, graph.name, one.report.id, erase=True)
    assert find_report(graph.driver, graph.name, one.report.id) == erased_report_id(one.report.id)


def test_an_ambiguous_name_shows_the_ids(graph: Database, writer: Writer) -> None:
    same_name = [batch("one.txt", [Said("Ann Lee", "Yes.")], publisher=name) for name in ("The Paper", "The Gazette")]
    load(graph, same_name)
    ids = sorted(each.report.id for each in same_name)
    with pytest.raises(AmbiguousReport, match=f"{ids[0]} or {ids[1]}"):
        find_report(graph.driver, graph.name, "one.txt")
    withdraw(graph.driver, graph.name, ids[0])
    assert find_report(graph.driver, graph.name, "one.txt") == ids[1]


def test_an_unknown_name_shows_what_is_there(graph: Database) -> None:
    with pytest.raises(UnknownReport, match=r"no report has the id.*'nothing'$"):
        find_report(graph.driver, graph.name, "nothing")
    load(graph, press_review())
    with pytest.raises(UnknownReport, match=r"'thre.txt'; there is three.txt"):
        find_report(graph.driver, graph.name, "thre.txt")
    with pytest.raises(UnknownReport, match=r"no report has the id"):
        withdraw(graph.driver, graph.name, "nothing")
