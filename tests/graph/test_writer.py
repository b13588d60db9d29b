"""One report, one transaction: what it contributes comes, changes and goes with it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from batches import BAKHMUT, DONETSK_REGION, Said, batch

from graph.database import Database
from graph.model import GraphBatch, Mention, Nearness, Place, Thing, WriteCounters
from graph.model_views import NearPlace
from graph.repositories.places import PlacesRepository
from graph.writer import Writer

NOW = "2023-02-11T00:00:00+00:00"


def triples(graph: Database) -> set[tuple[str, str, str]]:
    """The graph as (node, relationship, node), nodes by name or content."""
    query = """
        MATCH (a)-[r]->(b)
        RETURN coalesce(a.name, a.content, a.edtf, a.ref) AS a, type(r) AS type, coalesce(b.name, b.content, b.edtf, b.ref) AS b
    """
    records, _, _ = graph.driver.execute_query(query, database_=graph.name)
    return {(record["a"], record["type"], record["b"]) for record in records}


def test_a_report_becomes_nodes_and_relationships(graph: Database, writer: Writer) -> None:
    told = [
        Said("Anna Kovalenko", "We hold the town.", ("Bakhmut",), "2023-02-03", told_to="Ukraine", said_at="Soledar")
    ]
    assert writer.load(batch("one.txt", told), NOW).outcome == "created"
    assert triples(graph) == {
        ("one.txt", "PUBLISHED_BY", "The Paper"),
        ("one.txt", "PUBLISHED_ON", "2023-02-10"),
        ("one.txt", "MENTIONS", "Anna Kovalenko"),
        ("Anna Kovalenko", "SAID", "We hold the town."),
        ("We hold the town.", "ABOUT", "Bakhmut"),
        ("We hold the town.", "TOLD_TO", "Ukraine"),
        ("We hold the town.", "SAID_AT", "Soledar"),
        ("We hold the town.", "SAID_ON", "2023-02-03"),
        ("We hold the town.", "REPORTED_IN", "one.txt"),
        ("Bakhmut", "WITHIN", "Donetsk Oblast"),
        ("Soledar", "WITHIN", "Donetsk Oblast"),
        ("Donetsk Oblast", "WITHIN", "Ukraine"),
        ("2023-02-03", "WITHIN", "2023-02"),
        ("2023-02-10", "WITHIN", "2023-02"),
        ("2023-02", "WITHIN", "2023"),
    }


def test_the_same_report_again_writes_nothing(graph: Database, writer: Writer) -> None:
    loaded = batch("one.txt", [Said("Anna Kovalenko", "We hold the town.")])
    writer.load(loaded, NOW)
    assert writer.load(loaded, "2024-01-01T00:00:00+00:00").outcome == "unchanged"
    assert writer.load(loaded, NOW).counters == WriteCounters()


def test_a_new_extraction_version_makes_a_report_changed(writer: Writer) -> None:
    loaded = batch("one.txt", [Said("Anna Kovalenko", "We hold the town.")])
    writer.load(loaded, NOW)
    newer = replace(loaded, report=replace(loaded.report, extraction_version="2"))
    result = writer.load(newer, NOW)
    assert result.outcome == "changed"
    assert (result.counters.nodes_created, result.counters.nodes_deleted) == (0, 0)
    assert (result.counters.relationships_created, result.counters.relationships_deleted) == (0, 0)


def test_an_edited_sentence_changes_only_what_it_said(graph: Database, writer: Writer) -> None:
    first, second = (
        Said("Anna Kovalenko", "We hold the town."),
        Said("Ivan Petrenko", "It is quiet.", ("Soledar",), "2023-02-01"),
    )
    writer.load(batch("one.txt", [first, second]), NOW)
    before = triples(graph)
    edited = replace(second, what="It is loud.", about=("Bakhmut",))
    counters = writer.load(batch("one.txt", [first, edited]), NOW).counters
    assert before - triples(graph) == {
        ("Ivan Petrenko", "SAID", "It is quiet."),
        ("It is quiet.", "ABOUT", "Soledar"),
        ("It is quiet.", "REPORTED_IN", "one.txt"),
        ("It is quiet.", "SAID_ON", "2023-02-01"),
        ("Soledar", "WITHIN", "Donetsk Oblast"),
    }
    assert counters.nodes_created == 1
    assert counters.nodes_deleted == 2  # the sentence and the town that nothing names any more


def test_a_sentence_that_only_moves_keeps_its_id(graph: Database, writer: Writer) -> None:
    kept = Said("Anna Kovalenko", "We hold the town.")
    one = batch("one.txt", [kept])
    two = batch("one.txt", [Said("Ivan Petrenko", "It is quiet."), kept])
    assert one.statements[0].id == two.statements[1].id
    writer.load(one, NOW)
    writer.load(two, NOW)
    records, _, _ = graph.driver.execute_query(
        "MATCH (s:Statement {id: $id})-[:REPORTED_IN]->(r:Report) RETURN substring(r.text, s.spans[0], s.spans[1] - s.spans[0]) AS words",
        id=one.statements[0].id, database_=graph.name,
    )  # fmt: skip
    assert [record["words"] for record in records] == ["We hold the town."]


def test_a_belief_was_never_said(graph: Database, writer: Writer) -> None:
    writer.load(batch("one.txt", [Said("Anna Kovalenko", "the town will hold", attitude="belief")]), NOW)
    assert ("Anna Kovalenko", "THINKS", "the town will hold") in triples(graph)
    assert ("Anna Kovalenko", "SAID", "the town will hold") not in triples(graph)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2)])
def test_the_order_of_loading_does_not_matter(order: tuple[int, ...], graph: Database, writer: Writer) -> None:
    reports = [
        batch("one.txt", [Said("Ivan Petrenko", "It is quiet.")]),
        batch("two.txt", [Said("IVAN PETRENKO", "It is loud.", ("Soledar",))]),
        batch("three.txt", [Said("Iván Petrenko", "It is over.")]),
    ]
    for index in order:
        writer.load(reports[index], NOW)
    records, _, _ = graph.driver.execute_query(
        "MATCH (a:Person) RETURN a.name AS name, a.aliases AS aliases", database_=graph.name
    )
    assert [(record["name"], record["aliases"]) for record in records] == [
        ("IVAN PETRENKO", ["Ivan Petrenko", "Iván Petrenko"])
    ]


def test_a_place_that_is_meant_for_another_reason_is_written_anew(graph: Database, writer: Writer) -> None:
    loaded = batch("one.txt", [Said("Anna Kovalenko", "Bakhmut holds.")])
    for reason in ("size", "context"):
        mention = Mention(BAKHMUT.id, 16, 23, "Bakhmut", "Bakhmut", reason)
        report = replace(loaded.report, extraction_version=reason)
        counters = writer.load(replace(loaded, report=report, mentions=(*loaded.mentions, mention)), NOW).counters
        records, _, _ = graph.driver.execute_query(
            "MATCH ()-[mention:MENTIONS]->(:Place) RETURN mention.reason AS reason", database_=graph.name
        )
        assert [record["reason"] for record in records] == [reason]
    assert (counters.relationships_created, counters.relationships_deleted) == (1, 1)


def offset_batch(ref: str, distance_km: float) -> GraphBatch:
    """A report of Bakhmut and of a field some way north of it."""
    loaded = batch(ref, [Said("Anna Kovalenko", "Bakhmut holds.")])
    field = Place("local:field", "a field", latitude=48.7, longitude=38.0, within=DONETSK_REGION.id, precision="offset",
                  radius_km=3.0, near=Nearness(BAKHMUT.id, distance_km, "north"))  # fmt: skip
    report = replace(loaded.report, extraction_version=str(distance_km))
    mention = Mention(field.id, 16, 23, "Bakhmut", field.name, "offset")
    return replace(loaded, report=report, places=(*loaded.places, field), mentions=(*loaded.mentions, mention))


def test_a_place_given_by_distance_is_linked_to_the_one_it_is_given_from(graph: Database, writer: Writer) -> None:
    places = PlacesRepository(graph.driver, graph.name)
    for distance_km in (12.0, 15.0):
        writer.load(offset_batch("one.txt", distance_km), NOW)
        found = places.one("local:field")
        assert found is not None
        assert found.near == NearPlace(Thing(BAKHMUT.id, "Bakhmut", "Place"), distance_km, "north")
        assert (found.place.precision, found.place.radius_km) == ("offset", 3.0)
    writer.load(offset_batch("two.txt", 15.0), NOW)
    assert writer.load(offset_batch("two.txt", 15.0), NOW).counters == WriteCounters()


def test_both_places_go_with_the_last_report_that_names_them(graph: Database, writer: Writer) -> None:
    writer.load(offset_batch("one.txt", 12.0), NOW)
    loaded = batch("one.txt", [Said("Anna Kovalenko", "Nothing is left.", about=())])
    writer.load(replace(loaded, report=replace(loaded.report, extraction_version="2")), NOW)
    records, _, _ = graph.driver.execute_query("MATCH (place:Place) RETURN place.name AS name", database_=graph.name)
    assert [record["name"] for record in records] == []
