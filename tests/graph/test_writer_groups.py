"""Several reports in one transaction, and several writers at once, make the graph that one report after the other makes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import replace

import pytest
from batches import Said, batch, press_review
from event_batches import Told, event_batch

from graph import writer as writer_module
from graph.database import Database
from graph.errors import ReportRefused
from graph.exchange import exchange
from graph.fingerprint import fingerprint
from graph.model import GraphBatch, WriteCounters
from graph.queries import run
from graph.transaction import Transaction
from graph.withdrawal import withdraw
from graph.writer import Writer

NOW = "2023-02-11T00:00:00+00:00"

STRIKES = [
    event_batch("strike.txt", [Told("Shells hit the town.", actors=("Ivan Petrenko",), killed=3)]),
    event_batch("toll.txt", [Told("Shells killed five.", said_by="IVAN PETRENKO", killed=5)], "2023-02-04"),
    event_batch("days.txt", [Told("Days of shelling", "2023-02-03/2023-02-04"), Told("Again", "2023-02-04")]),
    event_batch(
        "denial.txt", [Told("They shelled", actors=("Anna Kovalenko",), said_by="Olha Koval", stance="denies")]
    ),
]
REPORTS = [*press_review(), *STRIKES]
UNSTORABLE = batch("long.txt", [Said("Ann Lee", "Yes.")])
UNSTORABLE = replace(UNSTORABLE, report=replace(UNSTORABLE.report, id="https://example.org/" + "x" * 10_000))


def empty(graph: Database) -> None:
    graph.driver.execute_query("MATCH (node) WHERE NOT node:Migration DETACH DELETE node", database_=graph.name)


def one_by_one(graph: Database, reports: Sequence[GraphBatch]) -> str:
    """The fingerprint of these reports alone."""
    empty(graph)
    for each in reports:
        Writer(graph.driver, graph.name).load(each, NOW)
    found = fingerprint(graph.driver, graph.name)
    empty(graph)
    return found


@pytest.mark.parametrize("size", [2, 3, len(REPORTS)])
def test_groups_of_any_size_make_one_graph(size: int, graph: Database, writer: Writer) -> None:
    wanted = one_by_one(graph, REPORTS)
    groups = [REPORTS[start : start + size] for start in range(0, len(REPORTS), size)]
    for group in groups:
        assert set(writer.load_all(group, NOW).outcomes) == {"created"}
    assert fingerprint(graph.driver, graph.name) == wanted
    for group in groups:
        again = writer.load_all(group, NOW)
        assert (set(again.outcomes), again.counters) == ({"unchanged"}, WriteCounters())


def test_new_changed_unchanged_and_withdrawn_reports_go_into_one_transaction(graph: Database, writer: Writer) -> None:
    edited = event_batch("strike.txt", [Told("Shells missed the town.", "2023-02-05")])
    wanted = one_by_one(graph, [edited, *STRIKES[1:3]])
    for each in (STRIKES[0], STRIKES[1], STRIKES[3]):
        writer.load(each, NOW)
    withdraw(graph.driver, graph.name, STRIKES[3].report.id)
    assert writer.load_all([STRIKES[2], edited, STRIKES[1], STRIKES[3]], NOW).outcomes == (
        "created", "changed", "unchanged", "withdrawn",
    )  # fmt: skip
    assert fingerprint(graph.driver, graph.name) == wanted


def test_of_a_group_only_the_report_that_cannot_be_stored_is_refused(graph: Database, writer: Writer) -> None:
    wanted = one_by_one(graph, STRIKES)
    loaded = writer.load_all([*STRIKES[:2], UNSTORABLE, *STRIKES[2:]], NOW)
    assert [each.report_id for each in loaded.outcomes if isinstance(each, ReportRefused)] == [UNSTORABLE.report.id]
    assert [each for each in loaded.outcomes if not isinstance(each, ReportRefused)] == ["created"] * len(STRIKES)
    assert fingerprint(graph.driver, graph.name) == wanted


def test_a_report_that_comes_twice_says_what_it_says_last(graph: Database, writer: Writer) -> None:
    first, last = (batch("one.txt", [Said("Ann Lee", words)]) for words in ("Yes.", "No."))
    wanted = one_by_one(graph, [last])
    assert writer.load_all([first, last, last], NOW).outcomes == ("created", "changed", "unchanged")
    assert fingerprint(graph.driver, graph.name) == wanted


def test_nothing_is_half_written(graph: Database, writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    writer.load_all(STRIKES[:2], NOW)
    before = fingerprint(graph.driver, graph.name)

    def torn(tx: Transaction, batches: Sequence[GraphBatch], held_ids: set[str]) -> None:
        exchange(tx, batches, held_ids)
        raise KeyboardInterrupt

    monkeypatch.setattr(writer_module, "exchange", torn)
    with pytest.raises(KeyboardInterrupt):
        writer.load_all(STRIKES[2:], NOW)
    assert fingerprint(graph.driver, graph.name) == before


def at_once(*actions: Callable[[], object]) -> None:
    """Runs the actions in threads of their own that start together; raises what any of them raises."""
    start = threading.Barrier(len(actions))

    def begin(action: Callable[[], object]) -> None:
        start.wait()
        action()

    with ThreadPoolExecutor(len(actions)) as pool:
        for done in [pool.submit(begin, action) for action in actions]:
            done.result()


@pytest.mark.parametrize("attempt", range(5))
def test_writers_at_once_make_the_graph_of_one_after_the_other(attempt: int, graph: Database) -> None:
    wanted = one_by_one(graph, REPORTS)
    halves = REPORTS[attempt % 2 :: 2], REPORTS[1 - attempt % 2 :: 2]

    def one_by_one_writer() -> None:
        for each in halves[0]:
            Writer(graph.driver, graph.name).load(each, NOW)

    at_once(one_by_one_writer, lambda: Writer(graph.driver, graph.name).load_all(halves[1], NOW))
    assert fingerprint(graph.driver, graph.name) == wanted


def test_the_same_report_at_once_is_loaded_once(graph: Database, writer: Writer) -> None:
    wanted = one_by_one(graph, STRIKES[:1])
    at_once(*[lambda: writer.load(STRIKES[0], NOW)] * 4)
    assert fingerprint(graph.driver, graph.name) == wanted


def test_a_report_is_withdrawn_while_another_that_tells_the_same_comes(graph: Database, writer: Writer) -> None:
    wanted = one_by_one(graph, STRIKES[1:])
    writer.load_all(STRIKES[:2], NOW)
    at_once(lambda: withdraw(graph.driver, graph.name, STRIKES[0].report.id), lambda: writer.load_all(STRIKES[2:], NOW))
    assert fingerprint(graph.driver, graph.name) == wanted


def test_whoever_writes_waits_for_the_one_who_does(graph: Database, writer: Writer) -> None:
    writer.load(STRIKES[0], NOW)
    with (
        ThreadPoolExecutor(2) as pool,
        graph.driver.session(database=graph.name) as session,
        session.begin_transaction() as other,
    ):
        run(other, "write/lock").consume()
        waiting = [
            pool.submit(writer.load, STRIKES[1], NOW),
            pool.submit(withdraw, graph.driver, graph.name, STRIKES[0].report.id),
        ]
        assert not wait(waiting, timeout=1).done
        assert writer.load(STRIKES[0], NOW).outcome == "unchanged"  # readers wait for nobody
        other.commit()
        assert [each.result().outcome for each in waiting] == ["created", "withdrawn"]
