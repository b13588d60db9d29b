"""Actors by name, and what one of them said."""

from __future__ import annotations

from datetime import date

import pytest
from batches import COUNTRY, GENERAL, Said, batch

from graph.database import Database
from graph.errors import InvalidCursor
from graph.repositories.actors import ActorQuery, ActorsRepository
from graph.writer import Writer

NOW = "2023-02-11T00:00:00+00:00"

SENTENCES = [
    Said("Anna Kovalenko", "We hold the town.", ("Bakhmut",), "2023-02-03"),
    Said("Anna Kovalenko", "In January it was quiet.", ("Bakhmut", "Soledar"), "2023-01"),
    Said("Anna Kovalenko", "Nobody asked me.", ("Ivan Petrenko",)),
    Said("Anna Kovalenko", "it may hold", ("Soledar",), "2022", attitude="belief"),
    Said("Ivan Petrenko", "She is right.", ("Anna Kovalenko",), "2023-02-05", told_to="Ukraine"),
]


@pytest.fixture(scope="module")
def actors(read_graph: Database) -> ActorsRepository:
    writer = Writer(read_graph.driver, read_graph.name)
    writer.load(batch("one.txt", SENTENCES), NOW)
    writer.load(batch("two.txt", [Said("Zoya Ivanova", "Yes."), *SENTENCES[:1]], published="2023-02-12"), NOW)
    return ActorsRepository(read_graph.driver, read_graph.name)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (ActorQuery(), ["Anna Kovalenko", "Ivan Petrenko", "Ukraine", "Zoya Ivanova"]),
        (ActorQuery(words="hanna"), ["Anna Kovalenko"]),
        (ActorQuery(words="IVÁN"), ["Ivan Petrenko", "Zoya Ivanova"]),
        (ActorQuery(kinds=("Country",)), ["Ukraine"]),
        (ActorQuery(kinds=("Country", "Person"), side="ukraine"), ["Anna Kovalenko", "Ukraine"]),
        (ActorQuery(words="Petro"), []),
        (ActorQuery(words="***"), []),
    ],
)
def test_what_is_asked_is_found(query: ActorQuery, found: list[str], actors: ActorsRepository) -> None:
    assert [each.name for each in actors.page(query).items] == found


@pytest.mark.parametrize("limit", [1, 2, 3, 4])
def test_pages_join_to_the_whole(limit: int, actors: ActorsRepository) -> None:
    walked, cursor = [], None
    while True:
        page = actors.page(ActorQuery(limit=limit, cursor=cursor))
        walked += [each.name for each in page.items]
        if (cursor := page.next) is None:
            break
    assert walked == ["Anna Kovalenko", "Ivan Petrenko", "Ukraine", "Zoya Ivanova"]


def test_one_actor_with_what_it_said(actors: ActorsRepository) -> None:
    found = actors.one(GENERAL.id)
    assert found is not None
    assert (found.said_count, found.about_count, found.mention_count, found.report_count) == (4, 1, 5, 2)
    assert (found.first_day, found.last_day) == (date(2023, 1, 1), date(2023, 2, 3))
    assert [(each.thing.name, each.count) for each in found.topics] == [
        ("Bakhmut", 3),
        ("Ivan Petrenko", 1),
        ("Soledar", 1),
    ]
    assert [(each.report.ref, each.surface, each.start) for each in found.mentions] == [
        ("two.txt", "Anna Kovalenko", 19),
        ("one.txt", "Anna Kovalenko", 0),
    ]


def test_one_who_said_nothing(actors: ActorsRepository) -> None:
    found = actors.one(COUNTRY.id)
    assert found is not None
    assert (found.said_count, found.first_day, found.last_day, found.topics) == (0, None, None, ())


def test_actors_that_were_judged_to_be_one_are_one(read_graph: Database, actors: ActorsRepository) -> None:
    judging = "MATCH (actor:Actor {name: 'Ivan Petrenko'}) SET actor.canonical = coalesce($id, actor.id)"
    read_graph.driver.execute_query(judging, id=GENERAL.id, database_=read_graph.name)
    assert "Ivan Petrenko" not in [each.name for each in actors.page(ActorQuery()).items]
    found = actors.one(GENERAL.id)
    assert found is not None
    assert (found.said_count, found.last_day) == (5, date(2023, 2, 5))
    assert found.actor.aliases == ("Hanna Kovalenko", "Ivan Petrenko")
    read_graph.driver.execute_query(judging, id=None, database_=read_graph.name)
    assert "Ivan Petrenko" in [each.name for each in actors.page(ActorQuery()).items]


def test_no_actor(actors: ActorsRepository) -> None:
    assert actors.one("person:nobody") is None
    with pytest.raises(InvalidCursor):
        actors.page(ActorQuery(cursor="WyJcdWQ4MDAiLCAiYSJd"))  # half a character
