"""`chronotope serve`: the API over HTTP."""

from __future__ import annotations

from typing import Annotated

import typer
import uvicorn

from app.commands.submit import PipelineSubmit
from app.keys import KeysFile
from app.main import create_app
from app.settings import ServiceSettings, check_host, check_text
from graph.database import open_database
from ingest.settings import IngestSettings


def serve(
    host: Annotated[str | None, typer.Option(help="address to listen on (CHRONOTOPE_HOST)")] = None,
    port: Annotated[int | None, typer.Option(help="port to listen on (CHRONOTOPE_PORT)", min=0, max=65535)] = None,
) -> None:
    """Serve the API until it is stopped."""
    settings = ServiceSettings()
    keys_file = _keys_file(settings)
    address = check_host(host or settings.host, with_keys=keys_file is not None)
    serve_text = check_text(settings.serve_text, with_keys=keys_file is not None)
    with open_database(check=False) as database:
        submit = PipelineSubmit(database, IngestSettings().model)
        app = create_app(database, settings.origins, submit=submit, keys_file=keys_file, serve_text=serve_text)
        app.state.readiness.begin()
        uvicorn.run(
            app,
            host=address,
            port=settings.port if port is None else port,
            log_level="warning",
        )


def _keys_file(settings: ServiceSettings) -> KeysFile | None:
    """The keys, read once so that a file that cannot be used stops the service before it starts; None: no keys are asked for."""
    if settings.keys_file is None:
        return None
    keys_file = KeysFile(settings.keys_file)
    keys_file.read()
    return keys_file
