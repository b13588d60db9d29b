"""One fingerprint for one set of reports: it tells every change of what they say, and nothing else."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from batches import Said, batch, press_review
from event_batches import Told, event_batch

from graph.database import Database
from graph.fingerprint import fingerprint
from graph.model import GraphBatch
from graph.writer import Writer

NOW = "2023-02-11T00:00:00+00:00"
LATER = "2024-02-11T00:00:00+00:00"


def empty(graph: Database) -> None:
    graph.driver.execute_query("MATCH (node) WHERE NOT node:Migration DETACH DELETE node", database_=graph.name)


def fingerprint_of(graph: Database, batches: list[GraphBatch], ingested_at: str = NOW) -> str:
    empty(graph)
    writer = Writer(graph.driver, graph.name)
    for each in batches:
        writer.load(each, ingested_at)
    return fingerprint(graph.driver, graph.name)


def test_ten_orders_of_loading_give_one_fingerprint(graph: Database) -> None:
    strikes = [
        event_batch(
            f"strike-{number}.txt", [Told(f"Shells hit the town {number}.", actors=("Ivan Petrenko",), killed=number)]
        )
        for number in (1, 2)
    ]
    reports = [*press_review(), *strikes]
    shuffled = random.Random(2023)
    orders = [shuffled.sample(reports, len(reports)) for _ in range(10)]
    assert len({fingerprint_of(graph, order) for order in orders}) == 1


def test_when_and_how_often_it_was_ingested_is_not_told(graph: Database) -> None:
    assert fingerprint_of(graph, press_review()) == fingerprint_of(graph, press_review() * 2, LATER)
    before = fingerprint(graph.driver, graph.name)
    Writer(graph.driver, graph.name).record_run("run", {"read": 5}, NOW, LATER, [press_review()[0].report.id])
    assert fingerprint(graph.driver, graph.name) == before


@pytest.mark.parametrize(
    "edited",
    [
        Said("Anna Kovalenko", "We hold it.", ("Bakhmut",), "2023-02-03"),
        Said("Ivan Petrenko", "We hold.", ("Bakhmut",), "2023-02-03"),
        Said("Anna Kovalenko", "We hold.", ("Soledar",), "2023-02-03"),
        Said("Anna Kovalenko", "We hold.", ("Bakhmut",), "2023-02-04"),
        Said("Anna Kovalenko", "We hold.", ("Bakhmut",)),
        Said("Anna Kovalenko", "We hold.", ("Bakhmut",), "2023-02-03", attitude="belief"),
        Said("Anna Kovalenko", "We hold.", ("Bakhmut",), "2023-02-03", told_to="Ukraine"),
        Said("Anna Kovalenko", "We hold.", ("Bakhmut",), "2023-02-03", said_at="Soledar"),
    ],
)
def test_every_change_of_what_is_said_is_told(edited: Said, graph: Database) -> None:
    said = Said("Anna Kovalenko", "We hold.", ("Bakhmut",), "2023-02-03")
    assert fingerprint_of(graph, [batch("one.txt", [said])]) != fingerprint_of(graph, [batch("one.txt", [edited])])


def test_the_id_of_a_derived_actor_is_not_told(graph: Database) -> None:
    [loaded] = [batch("one.txt", [Said("Ivan Petrenko", "It is quiet.", ("Soledar",))])]
    [actor], [mention], [statement] = loaded.actors, loaded.mentions, loaded.statements
    merged = replace(
        loaded,
        actors=(replace(actor, id="person:another"),),
        mentions=(replace(mention, thing_id="person:another"),),
        statements=(replace(statement, speaker_id="person:another"),),
    )
    assert fingerprint_of(graph, [loaded]) == fingerprint_of(graph, [merged])


def test_the_id_of_an_event_is_not_told(graph: Database) -> None:
    told = fingerprint_of(graph, [event_batch("one.txt", [Told("Shells hit the town.")])])
    renamed = """
        MATCH (event:Event) WITH event, event.id AS old SET event.id = 'event:another' WITH old
        MATCH ()-[link]->() UNWIND keys(link) AS key WITH old, link, key WHERE link[key] = old
        SET link[key] = 'event:another'
    """
    graph.driver.execute_query(renamed, database_=graph.name)
    assert fingerprint(graph.driver, graph.name) == told
    graph.driver.execute_query("MATCH (event:Event) SET event.type = 'PROTEST'", database_=graph.name)
    assert fingerprint(graph.driver, graph.name) != told


def test_the_id_of_a_registry_actor_is_told(graph: Database) -> None:
    [loaded] = [batch("one.txt", [Said("Anna Kovalenko", "It is quiet.", ("Soledar",))])]
    [actor], [mention], [statement] = loaded.actors, loaded.mentions, loaded.statements
    other = replace(
        loaded,
        actors=(replace(actor, id="actor:other"),),
        mentions=(replace(mention, thing_id="actor:other"),),
        statements=(replace(statement, speaker_id="actor:other"),),
    )
    assert fingerprint_of(graph, [loaded]) != fingerprint_of(graph, [other])
