"""Asks the main questions once, so that the first one who asks waits neither for their plans nor for the indexes that they seek."""

from __future__ import annotations

from itertools import product

from neo4j import Driver

from graph.queries import read
from graph.repositories.events import EventQuery, EventsRepository
from graph.repositories.names import NamesRepository
from graph.repositories.reports import ReportQuery, ReportsRepository
from graph.repositories.search import SearchQuery, SearchRepository
from graph.repositories.statements import StatementQuery, StatementsRepository
from graph.repositories.timeline import TimelineQuery, TimelineRepository
from graph.repositories.walks import WalkQuery, WalksRepository

# Where the graph is empty still: the plans are the same.
NOTHING = "nothing"


def warm(driver: Driver, database: str | None = None) -> None:
    """Reads what questions about the busiest place and actor read; raises the driver's errors."""
    [busiest] = read(driver, database, "operations/busiest")
    place, actor = busiest["place"] or NOTHING, busiest["actor"] or NOTHING
    statements = StatementsRepository(driver, database)
    events = EventsRepository(driver, database)
    for about, speakers in product(((), ((place,),)), ((), (actor,))):
        statements.page(StatementQuery(about=about, speakers=speakers))
    for places, actors in product((None, (place,)), ((), (actor,))):
        events.page(EventQuery(places=places, actors=actors))
    TimelineRepository(driver, database).page(TimelineQuery(StatementQuery(), EventQuery()))
    ReportsRepository(driver, database).page(ReportQuery())
    NamesRepository(driver, database).namesakes(NOTHING)
    NamesRepository(driver, database).within(place)
    SearchRepository(driver, database).page(SearchQuery(NOTHING))
    WalksRepository(driver, database).around(WalkQuery(place))
