"""Mentions of events come, change and go with their report, and the events follow from them in the same transaction."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from batches import BAKHMUT, Said
from event_batches import Told, event_batch

from graph import ids
from graph.database import Database
from graph.fingerprint import fingerprint
from graph.model import GraphBatch, WriteCounters
from graph.withdrawal import withdraw
from graph.writer import Writer

NOW = "2023-02-11T00:00:00+00:00"


def rows(graph: Database, query: str, **parameters: object) -> list[tuple[object, ...]]:
    records, _, _ = graph.driver.execute_query(query, parameters, database_=graph.name)
    return [tuple(record.values()) for record in records]


def events(graph: Database) -> set[tuple[str, frozenset[str]]]:
    """Each event as its day and the words of its mentions."""
    query = """
        MATCH (event:Event)
        OPTIONAL MATCH (event)-[:ON]->(date:Date)
        RETURN coalesce(date.edtf, '?'), COLLECT { MATCH (mention)-[:MENTION_OF]->(event) RETURN mention.evidence }
    """
    found = [(str(day), frozenset(map(str, told))) for day, told in rows(graph, query)]  # type: ignore[call-overload]
    assert len(set(found)) == len(found)
    return set(found)


def links(graph: Database) -> set[tuple[str, str, str]]:
    """The relationships of events, mentions and figures, nodes by name, words or label."""
    query = """
        MATCH (a)-[r]->(b)
        WHERE a:Event OR a:EventMention OR a:Figure OR b:Event
        RETURN coalesce(a.name, a.content, a.evidence, a.text, labels(a)[0]), type(r),
               coalesce(b.name, b.content, b.evidence, b.edtf, b.ref, labels(b)[0])
    """
    return {(str(one), str(type_), str(other)) for one, type_, other in rows(graph, query)}


def test_an_event_has_its_mention_place_day_and_participants(graph: Database, writer: Writer) -> None:
    told = Told("Shelling hit the town, killing 3", actors=("Ivan Petrenko",), recipients=("Ukraine",), killed=3)
    writer.load(event_batch("one.txt", [told]), NOW)
    assert links(graph) == {
        (told.what, "REPORTED_IN", "one.txt"),
        (told.what, "MENTION_OF", "Event"),
        ("Event", "AT", "Bakhmut"),
        ("Event", "ON", "2023-02-03"),
        ("Ivan Petrenko", "TOOK_PART", "Event"),
        ("Ukraine", "TOOK_PART", "Event"),
        ("3", "GIVEN_IN", told.what),
        ("3", "ABOUT", "Event"),
    }
    [(properties,)] = rows(
        graph, "MATCH (event:Event) RETURN event {.*, id: null, start: toString(event.start), end: toString(event.end)}"
    )
    assert properties == {
        "id": None, "type": "ASSAULT", "modes": [], "control_change": "none", "modality": "actual", "summary": told.what,
        "start": "2023-02-03", "end": "2023-02-04", "precision": "day", "basis": "explicit",
        "day": "2023-02-03", "last_day": "2023-02-03", "extent": "day",
    }  # fmt: skip
    assert rows(graph, "MATCH (:Actor)-[part:TOOK_PART]->() RETURN part.role ORDER BY part.role") == [
        ("actor",),
        ("recipient",),
    ]
    assert rows(graph, "MATCH (:Event)-[at:AT]->() RETURN at.precision, at.place") == [("town", BAKHMUT.id)]
    assert rows(graph, "MATCH (:Date {edtf: '2023-02-03'})-[:WITHIN*]->(larger) RETURN larger.edtf") == [
        ("2023-02",),
        ("2023",),
    ]


def test_every_event_mention_and_figure_opens_at_its_characters(graph: Database, writer: Writer) -> None:
    writer.load(event_batch("one.txt", [Told("Shells fell, killing 3", killed=3), Told("Rockets fell")]), NOW)
    shown = "substring(report.text, at.start, at.end - at.start)"
    assert set(rows(graph, f"MATCH (mention:EventMention)-[at:REPORTED_IN]->(report) RETURN {shown}")) == {
        ("Shells fell, killing 3",), ("Rockets fell",),
    }  # fmt: skip
    query = f"MATCH (:Figure)-[at:GIVEN_IN]->(:EventMention)-[:REPORTED_IN]->(report) RETURN {shown}"
    assert rows(graph, query) == [("3",)]


@pytest.mark.parametrize("stance", ["asserts", "denies", "doubts", "predicts"])
def test_what_somebody_says_happened_is_claimed(stance: str, graph: Database, writer: Writer) -> None:
    told = Told("Shells fell, killing 3", said_by="Anna Kovalenko", stance=stance, killed=3)  # type: ignore[arg-type]
    writer.load(event_batch("one.txt", [told]), NOW)
    assert rows(graph, "MATCH (s:Statement)-[claim:CLAIMS]->(:Event) RETURN s.content, claim.stance") == [
        (told.what, stance)
    ]
    assert rows(graph, "MATCH (:Figure)-[:GIVEN_IN]->(s:Statement)<-[:SAID]-(who) RETURN who.name") == [
        ("Anna Kovalenko",)
    ]


def test_whoever_does_not_vouch_for_it_claims_nothing(graph: Database, writer: Writer) -> None:
    writer.load(event_batch("one.txt", [Told("Shells fell", said_by="Anna Kovalenko", stance=None)]), NOW)
    assert rows(graph, "MATCH ()-[claim:CLAIMS]->() RETURN claim") == []


def test_yesterdays_shelling_and_todays_are_two(graph: Database, writer: Writer) -> None:
    writer.load(event_batch("one.txt", [Told("Shells fell"), Told("Shells fell again", "2023-02-04")]), NOW)
    writer.load(event_batch("two.txt", [Told("Shelling on Saturday", "2023-02-04")]), NOW)
    assert events(graph) == {
        ("2023-02-03", frozenset({"Shells fell"})),
        ("2023-02-04", frozenset({"Shells fell again", "Shelling on Saturday"})),
    }


def test_one_strike_told_by_two_reports_keeps_both_tolls(graph: Database, writer: Writer) -> None:
    writer.load(event_batch("two.txt", [Told("Strike killed 5", killed=5)], "2023-02-05", "The Other"), NOW)
    writer.load(event_batch("one.txt", [Told("Missile killed 3", modes=("aerial",), killed=3)], "2023-02-04"), NOW)
    assert events(graph) == {("2023-02-03", frozenset({"Strike killed 5", "Missile killed 3"}))}
    assert rows(graph, "MATCH (f:Figure)-[:ABOUT]->(:Event) RETURN f.exact ORDER BY f.exact") == [(3.0,), (5.0,)]
    assert rows(graph, "MATCH (event:Event) RETURN event.summary, event.modes") == [("Missile killed 3", ["aerial"])]


def test_what_did_not_happen_never_joins_what_did(graph: Database, writer: Writer) -> None:
    told = [Told("Shells fell"), Told("No shell fell", modality="negated"), Told("Long ago", modality="historical")]
    writer.load(event_batch("one.txt", told), NOW)
    found = rows(
        graph, "MATCH (event:Event) RETURN event.modality, COUNT { (event)<-[:MENTION_OF]-() } ORDER BY event.modality"
    )
    assert found == [("actual", 2), ("negated", 1)]


def test_without_a_day_nothing_is_known_to_be_the_same(graph: Database, writer: Writer) -> None:
    writer.load(event_batch("one.txt", [Told("Shells fell", None), Told("Shells fell, too", None)]), NOW)
    assert events(graph) == {("?", frozenset({"Shells fell"})), ("?", frozenset({"Shells fell, too"}))}
    [found, _] = rows(
        graph, "MATCH (event:Event) RETURN event.start, toString(event.end), event.basis, event.day, event.precision"
    )
    assert found == (None, "2023-02-11", "publication", "2023-02-10", "unknown")


REPORTS = [
    event_batch("one.txt", [Told("Shells fell", actors=("Ivan Petrenko",), killed=3)], "2023-02-04"),
    event_batch("two.txt", [Told("Shelling, killing 5", killed=5), Told("Calm", "2023-02-04", type="RETREAT")], "2023-02-05"),
    event_batch("three.txt", [Told("They shelled", actors=("Anna Kovalenko",), said_by="Petro Petrenko", stance="denies")]),
    event_batch("four.txt", [Told("Days of shelling", "2023-02-03/2023-02-04"), Told("Shells again", "2023-02-04")]),
]  # fmt: skip


def test_every_order_of_loading_gives_one_graph(graph: Database, writer: Writer) -> None:
    found = set()
    for order in list(permutations(REPORTS))[::5]:
        graph.driver.execute_query("MATCH (node) WHERE NOT node:Migration DETACH DELETE node", database_=graph.name)
        for each in order:
            writer.load(each, NOW)
        found.add((fingerprint(graph.driver, graph.name), frozenset(events(graph))))
    assert len(found) == 1


@pytest.mark.parametrize("gone", range(len(REPORTS)))
def test_without_a_report_the_graph_is_that_of_the_others(gone: int, graph: Database, writer: Writer) -> None:
    others = [each for index, each in enumerate(REPORTS) if index != gone]
    for each in others:
        writer.load(each, NOW)
    wanted = fingerprint(graph.driver, graph.name)
    writer.load(REPORTS[gone], NOW)
    assert fingerprint(graph.driver, graph.name) != wanted
    withdraw(graph.driver, graph.name, REPORTS[gone].report.id)
    assert fingerprint(graph.driver, graph.name) == wanted


def _changed(batch: GraphBatch) -> GraphBatch:
    return replace(batch, report=replace(batch.report, extraction_version="2"))


def test_the_same_again_writes_nothing(graph: Database, writer: Writer) -> None:
    for each in REPORTS:
        writer.load(each, NOW)
    for each in REPORTS:
        assert writer.load(each, NOW).counters == WriteCounters()
        assert writer.load(_changed(each), NOW).counters.properties_set <= 15  # the report's own node
        counters = writer.load(each, NOW).counters
        assert replace(counters, properties_set=0) == WriteCounters()


def test_a_sentence_that_moves_keeps_its_events(graph: Database, writer: Writer) -> None:
    told = Told("Shells fell, killing 3", said_by="Anna Kovalenko", killed=3)
    writer.load(event_batch("one.txt", [told]), NOW)
    before = (events(graph), links(graph), rows(graph, "MATCH (event:Event) RETURN event.id"))
    moved = event_batch("one.txt", [replace(told)], said=[Said("Ivan Petrenko", "It is quiet.")])
    writer.load(_changed(moved), NOW)
    assert (events(graph), links(graph), rows(graph, "MATCH (event:Event) RETURN event.id")) == before


def test_a_bridge_parts_what_it_does_not_belong_to_alone(graph: Database, writer: Writer) -> None:
    vague = event_batch("vague.txt", [Told("Shells fell")])
    writer.load(event_batch("one.txt", [Told("He shelled", actors=("Ivan Petrenko",))]), NOW)
    writer.load(vague, NOW)
    assert events(graph) == {("2023-02-03", frozenset({"He shelled", "Shells fell"}))}
    writer.load(event_batch("two.txt", [Told("She shelled", actors=("Anna Kovalenko",))]), NOW)
    assert events(graph) == {("2023-02-03", frozenset({each})) for each in ("He shelled", "Shells fell", "She shelled")}
    writer.load(_changed(event_batch("two.txt", [])), NOW)
    assert events(graph) == {("2023-02-03", frozenset({"He shelled", "Shells fell"}))}


def test_an_event_keeps_its_id_through_merge_and_split(graph: Database, writer: Writer) -> None:
    told = {name: event_batch(f"{name}.txt", [Told(f"Shells fell, {name}", "2023-02-03")]) for name in ("a", "b", "c")}
    named = {name: ids.event_id(each.event_mentions[0].id) for name, each in told.items()}
    for each in told.values():
        writer.load(each, NOW)
    [(first,)] = rows(graph, "MATCH (event:Event) RETURN event.id")
    assert first == named["a"]
    elsewhere = event_batch("a.txt", [Told("Shells fell, a", "2023-02-07")])
    assert elsewhere.event_mentions[0].id == told["a"].event_mentions[0].id
    writer.load(_changed(elsewhere), NOW)
    assert rows(graph, "MATCH (event:Event {id: $id})-[:ON]->(date) RETURN date.edtf", id=first) == [("2023-02-07",)]
    assert rows(graph, "MATCH (event:Event) RETURN count(*)") == [(2,)]
    writer.load(told["a"], NOW)
    [(again,)] = rows(graph, "MATCH (event:Event) RETURN event.id")
    assert again in (first, min(named["b"], named["c"]))


def test_a_date_goes_with_the_report_that_told_it(graph: Database, writer: Writer) -> None:
    writer.load(event_batch("one.txt", [Told("Shells fell", "2023-02-03/2023-02-04")]), NOW)
    writer.load(event_batch("two.txt", [Told("Shells fell on Friday", "2023-02-03")]), NOW)
    assert rows(graph, "MATCH (:Event)-[:ON]->(date) RETURN date.edtf") == [("2023-02-03",)]
    writer.load(_changed(event_batch("two.txt", [])), NOW)
    assert rows(graph, "MATCH (date:Date) WHERE date.edtf STARTS WITH '2023-02-03' RETURN date.edtf") == [
        ("2023-02-03/2023-02-04",)
    ]


def test_a_figure_of_no_event_is_about_what_its_statement_is(graph: Database, writer: Writer) -> None:
    loaded = event_batch("one.txt", [Told("They lost 7", killed=7, said_by="Anna Kovalenko")])
    [figure] = loaded.figures
    alone = replace(figure, mention_id=None, about_ids=loaded.statements[0].about_ids)
    writer.load(
        replace(loaded, event_mentions=(), figures=(alone, replace(alone, id="figure:x", statement_id=None))), NOW
    )
    assert links(graph) == {("7", "GIVEN_IN", "They lost 7"), ("7", "GIVEN_IN", "one.txt"), ("7", "ABOUT", "Bakhmut")}
