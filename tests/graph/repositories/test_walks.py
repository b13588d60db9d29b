"""What lies around a node and between two: the graph as sets of tuples, and a hub that answers in bounded time and size."""

from __future__ import annotations

import time

import pytest
from batches import BAKHMUT, GENERAL, SOLEDAR, Said, batch
from event_batches import Told, event_batch

from graph.database import Database
from graph.model_views import Neighbourhood, Ways
from graph.repositories.walks import WalkQuery, WalksRepository
from graph.timespan import parse_edtf
from graph.writer import Writer

NOW = "2023-02-11T00:00:00+00:00"

ONE = batch(
    "one.txt",
    [
        Said("Anna Kovalenko", "We hold the town.", ("Bakhmut",), "2023-02-03", told_to="Ukraine", said_at="Soledar"),
        Said("Anna Kovalenko", "Petrenko is right.", ("Ivan Petrenko",), "2023-01-05"),
        Said("Ivan Petrenko", "it will fall", ("Soledar",), "2023-02-05", attitude="belief"),
    ],
)
TWO = batch(
    "two.txt", [Said("Oleh Bondar", "Nobody knows.", ("Oleh Bondar",), "2023-02", told_to="Ukraine")], publisher=None
)
LONE = batch("three.txt", [Said("Zoya Ivanova", "No.", ("Zoya Ivanova",))], publisher=None)
PETRENKO, BONDAR, ZOYA = "person:ivan-petrenko", "person:oleh-bondar", "person:zoya-ivanova"

HUB_STATEMENTS = 5_000
HUB = """
MERGE (hub:Place {id: 'geonames:1'}) SET hub.name = 'Hub', hub.folded_names = ['hub'], hub.feature = 'town'
MERGE (country:Place {id: 'geonames:2'}) SET country.name = 'Land', country.feature = 'country'
MERGE (hub)-[:WITHIN]->(country)
WITH hub
UNWIND range(1, $count) AS number
MERGE (speaker:Actor {id: 'person:hub-' + (number % 100)})
ON CREATE SET speaker:Person, speaker.kind = 'Person', speaker.name = 'Speaker ' + (number % 100), speaker.canonical = speaker.id
MERGE (report:Report {id: 'report:hub-' + (number % 500)}) ON CREATE SET report.ref = 'hub', report.status = 'active'
CREATE (statement:Statement {id: 'statement:hub-' + number, content: 'words', evidence: 'words', attitude: 'speech', speaker: speaker.id,
                             day: toString(date('2022-01-01') + duration({days: number % 700})), extent: 'day'})
SET statement.last_day = statement.day
CREATE (speaker)-[:SAID]->(statement), (statement)-[:REPORTED_IN {start: 0, end: 5}]->(report),
       (report)-[:MENTIONS {start: 0, end: 3, surface: 'Hub'}]->(hub)
CREATE (statement)-[about:ABOUT]->(hub)
SET about += {statement: statement.id, thing: hub.id, speaker: speaker.id, day: statement.day, last_day: statement.day, extent: 'day'}
"""


@pytest.fixture(scope="module")
def walks(read_graph: Database) -> WalksRepository:
    writer = Writer(read_graph.driver, read_graph.name)
    for each in (ONE, TWO, LONE):
        writer.load(each, NOW)
    read_graph.driver.execute_query(HUB, count=HUB_STATEMENTS, database_=read_graph.name)
    return WalksRepository(read_graph.driver, read_graph.name)


def around(repository: WalksRepository, query: WalkQuery) -> Neighbourhood:
    found = repository.around(query)
    assert found is not None
    return found


def triples(found: Neighbourhood | Ways) -> set[tuple[str, str, str]]:
    if isinstance(found, Neighbourhood):
        names = {each.node.id: each.node.name for each in found.nodes}
        return {(names[edge.start_id], edge.type, names[edge.end_id]) for edge in found.edges}
    names = {node.id: node.name for way in found.ways for node in way.nodes}
    return {(names[edge.start_id], edge.type, names[edge.end_id]) for way in found.ways for edge in way.edges}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (
            WalkQuery(GENERAL.id),
            {
                ("Anna Kovalenko", "SAID", "We hold the town."),
                ("Anna Kovalenko", "SAID", "Petrenko is right."),
                ("one.txt", "MENTIONS", "Anna Kovalenko"),
            },
        ),
        (
            WalkQuery(GENERAL.id, asked=parse_edtf("2023-02")),
            {("Anna Kovalenko", "SAID", "We hold the town."), ("one.txt", "MENTIONS", "Anna Kovalenko")},
        ),
        (
            WalkQuery(GENERAL.id, 2, ("SAID", "ABOUT")),
            {
                ("Anna Kovalenko", "SAID", "We hold the town."),
                ("Anna Kovalenko", "SAID", "Petrenko is right."),
                ("We hold the town.", "ABOUT", "Bakhmut"),
                ("Petrenko is right.", "ABOUT", "Ivan Petrenko"),
            },
        ),
        (
            WalkQuery(ONE.statements[0].id),
            {
                ("Anna Kovalenko", "SAID", "We hold the town."),
                ("We hold the town.", "ABOUT", "Bakhmut"),
                ("We hold the town.", "SAID_AT", "Soledar"),
                ("We hold the town.", "TOLD_TO", "Ukraine"),
                ("We hold the town.", "REPORTED_IN", "one.txt"),
            },
        ),
        (
            WalkQuery(BAKHMUT.id),
            {("We hold the town.", "ABOUT", "Bakhmut"), ("Bakhmut", "WITHIN", "Donetsk Oblast")},
        ),
        (WalkQuery(PETRENKO, 1, ("THINKS",)), {("Ivan Petrenko", "THINKS", "it will fall")}),
        (WalkQuery(ONE.report.id, 1, ("PUBLISHED_BY",)), {("one.txt", "PUBLISHED_BY", "The Paper")}),
        (WalkQuery("source:paper", 1), {("one.txt", "PUBLISHED_BY", "The Paper")}),
    ],
)
def test_what_lies_around(query: WalkQuery, found: set[tuple[str, str, str]], walks: WalksRepository) -> None:
    shown = around(walks, query)
    assert triples(shown) == found
    assert not shown.truncated


def test_what_lies_around_has_evidence_and_distance(walks: WalksRepository) -> None:
    found = around(walks, WalkQuery(GENERAL.id, 2))
    [statement] = [each for each in found.nodes if each.node.name == "We hold the town."]
    assert statement.hop == 1
    assert statement.truncated is None or not statement.truncated
    assert statement.node.evidence is not None
    assert ONE.report.text[statement.node.evidence.start : statement.node.evidence.end] == statement.node.evidence.text
    [mention] = [each for each in found.edges if each.type == "MENTIONS" and each.end_id == GENERAL.id]
    assert mention.mention == (0, 14, "Anna Kovalenko")
    assert {each.hop for each in found.nodes} == {0, 1, 2}
    assert {each.truncated for each in found.nodes if each.hop == 2} == {None}


def test_no_node(walks: WalksRepository) -> None:
    assert walks.around(WalkQuery("nobody")) is None
    assert walks.around(WalkQuery("2023-02-03")) is None  # a date is no node to walk from


@pytest.mark.parametrize("start", ["geonames:1", "person:hub-7", "statement:hub-7", "report:hub-7"])
@pytest.mark.parametrize("limit", [1, 50, 200])
def test_a_hub_answers_in_bounded_time_and_size(start: str, limit: int, walks: WalksRepository) -> None:
    begin = time.monotonic()
    found = around(walks, WalkQuery(start, 3, limit_per_hop=limit))
    assert time.monotonic() - begin < 10  # far more than it takes, for machines that are busy
    assert len(found.nodes) <= 1 + 3 * limit
    assert len(found.edges) <= 20 * limit
    assert found.truncated
    ids = {each.node.id for each in found.nodes}
    assert all({edge.start_id, edge.end_id} <= ids for edge in found.edges)


def test_a_hub_shows_each_kind_of_its_links(walks: WalksRepository) -> None:
    found = around(walks, WalkQuery("geonames:1", limit_per_hop=10))
    assert {edge.type for edge in found.edges} == {"ABOUT", "MENTIONS", "WITHIN"}
    assert len(found.nodes) == 11
    day = around(walks, WalkQuery("geonames:1", asked=parse_edtf("2023-05-05"), types=("ABOUT",), limit_per_hop=200))
    assert len(day.edges) == 7  # 5,000 statements over 700 days
    assert {each.node.day for each in day.nodes if each.hop == 1} == {"2023-05-05"}


def test_the_same_question_has_the_same_answer(walks: WalksRepository) -> None:
    query = WalkQuery("geonames:1", 3, limit_per_hop=40)
    assert walks.around(query) == walks.around(query)


@pytest.mark.parametrize(
    ("start", "end", "hops", "found"),
    [
        (GENERAL.id, BAKHMUT.id, 2, {("Anna Kovalenko", "SAID", "We hold the town."), ("We hold the town.", "ABOUT", "Bakhmut")}),
        (BAKHMUT.id, GENERAL.id, 2, {("Anna Kovalenko", "SAID", "We hold the town."), ("We hold the town.", "ABOUT", "Bakhmut")}),
        (
            GENERAL.id,
            PETRENKO,
            2,
            {
                ("Anna Kovalenko", "SAID", "Petrenko is right."),
                ("Petrenko is right.", "ABOUT", "Ivan Petrenko"),
                ("one.txt", "MENTIONS", "Anna Kovalenko"),
                ("one.txt", "MENTIONS", "Ivan Petrenko"),
            },
        ),
        (GENERAL.id, ONE.statements[0].id, 1, {("Anna Kovalenko", "SAID", "We hold the town.")}),
        (
            GENERAL.id,  # over the country, for nothing else joins the two
            BONDAR,
            4,
            {
                ("Anna Kovalenko", "SAID", "We hold the town."),
                ("We hold the town.", "TOLD_TO", "Ukraine"),
                ("Nobody knows.", "TOLD_TO", "Ukraine"),
                ("Nobody knows.", "ABOUT", "Oleh Bondar"),
                ("Oleh Bondar", "SAID", "Nobody knows."),
            },
        ),
    ],
)  # fmt: skip
def test_the_shortest_ways(
    start: str, end: str, hops: int, found: set[tuple[str, str, str]], walks: WalksRepository
) -> None:
    ways = walks.ways(start, end, 4, 10)
    assert {len(way.edges) for way in ways.ways} == {hops}
    assert {(way.nodes[0].id, way.nodes[-1].id) for way in ways.ways} == {(start, end)}
    assert triples(ways) == found
    assert walks.ways(start, end, hops - 1, 10).ways == ()
    for way in ways.ways:
        for one, edge, other in zip(way.nodes, way.edges, way.nodes[1:], strict=False):
            assert {edge.start_id, edge.end_id} == {one.id, other.id}


def test_no_way_and_no_distance(walks: WalksRepository) -> None:
    assert walks.ways(ZOYA, GENERAL.id, 4, 10).ways == ()
    [way] = walks.ways(ZOYA, ZOYA, 4, 10).ways
    assert ([node.id for node in way.nodes], way.edges) == ([ZOYA], ())


def test_ways_over_a_hub_are_bounded(walks: WalksRepository) -> None:
    begin = time.monotonic()
    ways = walks.ways("person:hub-1", "person:hub-2", 4, 5)
    assert time.monotonic() - begin < 10
    assert (len(ways.ways), ways.truncated) == (5, True)
    direct = walks.ways("person:hub-1", "geonames:1", 4, 50)
    assert {len(way.edges) for way in direct.ways} == {2}
    assert len(direct.ways) == 50


def test_events_are_walked_over(graph: Database, writer: Writer) -> None:
    told = [Told("The bridge was shelled.", place="Soledar", recipients=("Ivan Petrenko",), said_by="Anna Kovalenko")]
    loaded = event_batch("one.txt", told)
    writer.load(loaded, NOW)
    walks = WalksRepository(graph.driver, graph.name)
    event = next(each.node for each in around(walks, WalkQuery(SOLEDAR.id)).nodes if each.node.kind == "Event")
    assert (event.name, event.day) == ("The bridge was shelled.", "2023-02-03")
    assert event.evidence is not None
    assert loaded.report.text[event.evidence.start : event.evidence.end] == event.evidence.text
    found = around(walks, WalkQuery(event.id))
    assert triples(found) == {
        ("The bridge was shelled.", "AT", "Soledar"),
        ("Ivan Petrenko", "TOOK_PART", "The bridge was shelled."),
        ("The bridge was shelled.", "CLAIMS", "The bridge was shelled."),
        ("The bridge was shelled.", "REPORTED_IN", "one.txt"),
    }
    assert {edge.mention is not None for edge in found.edges if edge.type == "REPORTED_IN"} == {True}
    by_report = around(walks, WalkQuery(loaded.report.id, types=("REPORTED_IN",)))
    assert {each.node.kind for each in by_report.nodes} == {"Report", "Statement", "Event"}
    ways = walks.ways("person:ivan-petrenko", SOLEDAR.id, 2, 10).ways
    assert ["TOOK_PART", "AT"] in [[edge.type for edge in way.edges] for way in ways]
    later = around(walks, WalkQuery(SOLEDAR.id, asked=parse_edtf("2023-03"), types=("AT",)))
    assert len(later.nodes) == 1
