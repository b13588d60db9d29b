"""`chronotope serve`: the API over HTTP."""

from __future__ import annotations

from typing import Annotated

import structlog
import typer
import uvicorn
from neo4j.exceptions import DriverError, Neo4jError

from app.main import create_app
from app.settings import ServiceSettings, check_host
from graph.database import open_database
from graph.migrations import migrate

log = structlog.get_logger()


def serve(
    host: Annotated[str | None, typer.Option(help="address to listen on (CHRONOTOPE_HOST)")] = None,
    port: Annotated[int | None, typer.Option(help="port to listen on (CHRONOTOPE_PORT)", min=0, max=65535)] = None,
) -> None:
    """Serve the API until it is stopped."""
    settings = ServiceSettings()
    address = check_host(host or settings.host)
    with open_database(check=False) as database:
        try:
            migrate(database.driver, database.name)
        except (DriverError, Neo4jError) as error:
            # The service answers 503 meanwhile; `/ready` applies the schema when the database is back.
            log.warning("Neo4j does not answer yet", cause=type(error).__name__)
        uvicorn.run(
            create_app(database, settings.origins),
            host=address,
            port=settings.port if port is None else port,
            log_level="warning",
        )
