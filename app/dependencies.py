"""What routes are handed: the repositories of the database that the app was made with."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from graph.database import Database
from graph.repositories.names import NamesRepository
from graph.repositories.statements import StatementsRepository


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


Statements = Annotated[StatementsRepository, Depends(get_statements)]
Names = Annotated[NamesRepository, Depends(get_names)]
