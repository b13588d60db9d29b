"""One event with every report's version of it, and events that fold into one item of a list."""

from __future__ import annotations

from datetime import date, timedelta

from batches import actor
from event_batches import Told, event_batch

from graph import ids
from graph.database import Database
from graph.repositories.events import EventQuery, EventsRepository
from graph.withdrawal import withdraw
from graph.writer import Writer

NOW = "2023-02-11T00:00:00+00:00"
IVAN = actor("Ivan Petrenko").id


def test_whoever_did_it_to_himself_is_listed_once(graph: Database, writer: Writer) -> None:
    days = [str(date(2023, 1, 1) + timedelta(number)) for number in range(5)]
    told = [
        Told(f"{n} fired", day, actors=("Ivan Petrenko",), recipients=("Ivan Petrenko",)) for n, day in enumerate(days)
    ]
    writer.load(event_batch("one.txt", told), NOW)
    repository = EventsRepository(graph.driver, graph.name)
    page = repository.page(EventQuery(actors=(IVAN,), limit=3))
    assert [each.summary for each in page.items] == ["0 fired", "1 fired", "2 fired"]
    assert page.next is not None
    assert [part.role for part in page.items[0].participants] == ["actor", "recipient"]


def test_one_event_has_every_reports_version_and_toll(graph: Database, writer: Writer) -> None:
    writer.load(event_batch("late.txt", [Told("A missile killed 5", killed=5)], "2023-02-05", None), NOW)
    spoken = Told("Strike killed 3", said_by="Anna Kovalenko", stance="asserts", killed=3)
    writer.load(event_batch("early.txt", [spoken], "2023-02-04"), NOW)
    repository = EventsRepository(graph.driver, graph.name)
    [listed] = repository.page(EventQuery()).items
    found = repository.one(listed.id)
    assert found is not None
    assert found.summary == "Strike killed 3"
    assert (found.mention_count, found.figure_count) == (2, 2)
    assert [(each.report.ref, each.report.published, each.evidence, each.stance) for each in found.mentions] == [
        ("early.txt", "2023-02-04", "Strike killed 3", "asserts"),
        ("late.txt", "2023-02-05", "A missile killed 5", None),
    ]
    assert [(each.exact, each.giver and each.giver.name, each.text) for each in found.figures] == [
        (3.0, "Anna Kovalenko", "3"),
        (5.0, None, "5"),
    ]
    [short] = repository.records([listed.id], mention_limit=1, figure_limit=1)
    assert (len(short.mentions), short.mention_count, len(short.figures), short.figure_count) == (1, 2, 1, 2)


def test_an_id_that_became_part_of_another_leads_there(graph: Database, writer: Writer) -> None:
    batches = [event_batch(f"{name}.txt", [Told(f"Shells fell, {name}")]) for name in "ab"]
    for each in batches:
        writer.load(each, NOW)
    repository = EventsRepository(graph.driver, graph.name)
    names = [ids.event_id(each.event_mentions[0].id) for each in batches]
    found = [repository.one(name) for name in names]
    assert found[0] is not None
    assert found[0] == found[1]
    assert found[0].id == names[0]
    withdraw(graph.driver, graph.name, batches[0].report.id)
    assert repository.one(names[0]) is None
    assert repository.one("event:none") is None
