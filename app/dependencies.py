"""What routes are handed: the repositories of the database that the app was made with."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from graph.database import Database
from graph.repositories.actors import ActorsRepository
from graph.repositories.events import EventsRepository
from graph.repositories.names import NamesRepository
from graph.repositories.places import PlacesRepository
from graph.repositories.reports import ReportsRepository
from graph.repositories.search import SearchRepository
from graph.repositories.statements import StatementsRepository
from graph.repositories.timeline import TimelineRepository
from graph.repositories.walks import WalksRepository


def get_database(request: Request) -> Database:
    """The app's database."""
    database: Database = request.app.state.database
    return database


DatabaseDependency = Annotated[Database, Depends(get_database)]


def get_statements(database: DatabaseDependency) -> StatementsRepository:
    """The statements of the app's database."""
    return StatementsRepository(database.driver, database.name)


def get_names(database: DatabaseDependency) -> NamesRepository:
    """The names of the app's database."""
    return NamesRepository(database.driver, database.name)


def get_actors(database: DatabaseDependency) -> ActorsRepository:
    """The actors of the app's database."""
    return ActorsRepository(database.driver, database.name)


def get_places(database: DatabaseDependency) -> PlacesRepository:
    """The places of the app's database."""
    return PlacesRepository(database.driver, database.name)


def get_reports(database: DatabaseDependency) -> ReportsRepository:
    """The reports of the app's database."""
    return ReportsRepository(database.driver, database.name)


def get_search(database: DatabaseDependency) -> SearchRepository:
    """The full-text search of the app's database."""
    return SearchRepository(database.driver, database.name)


def get_walks(database: DatabaseDependency) -> WalksRepository:
    """Walks over the graph of the app's database."""
    return WalksRepository(database.driver, database.name)


def get_timeline(database: DatabaseDependency) -> TimelineRepository:
    """Timelines over the app's database."""
    return TimelineRepository(database.driver, database.name)


def get_events(database: DatabaseDependency) -> EventsRepository:
    """The events of the app's database."""
    return EventsRepository(database.driver, database.name)


Statements = Annotated[StatementsRepository, Depends(get_statements)]
Names = Annotated[NamesRepository, Depends(get_names)]
Actors = Annotated[ActorsRepository, Depends(get_actors)]
Places = Annotated[PlacesRepository, Depends(get_places)]
Reports = Annotated[ReportsRepository, Depends(get_reports)]
Search = Annotated[SearchRepository, Depends(get_search)]
Walks = Annotated[WalksRepository, Depends(get_walks)]
Timelines = Annotated[TimelineRepository, Depends(get_timeline)]
Events = Annotated[EventsRepository, Depends(get_events)]
