"""`chronotope db`: the local Neo4j, started, stopped, looked at and wiped by hand."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from graph.database import open_database
from graph.local_server import (
    LocalServer,
    ServerIsYours,
    running_server,
    start_local_server,
    stop_local_server,
    wipe_local_server,
)
from graph.settings import DatabaseSettings

NOT_RUNNING_EXIT_CODE = 3  # as `systemctl status`

db_app = typer.Typer(help="The local Neo4j.", no_args_is_help=True)


@db_app.command()
def start() -> None:
    """Start the local Neo4j and leave it running; its jars are fetched if need be."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Neo4j starts", total=None)
        server = start_local_server(
            DatabaseSettings(), lambda done, total: bar.update(task, completed=done, total=total)
        )
    _print_server(server)


@db_app.command()
def stop() -> None:
    """Stop the local Neo4j, whoever uses it."""
    typer.echo(
        "The local Neo4j is stopped." if stop_local_server(DatabaseSettings()) else "The local Neo4j was not running."
    )


@db_app.command()
def status() -> None:
    """Say whether Neo4j runs, where its Browser answers and where the login is kept; exit 3 if it does not run."""
    settings = DatabaseSettings()
    if settings.uri is not None:
        with open_database(settings):
            typer.echo(f"The Neo4j of NEO4J_URI answers at {settings.uri}; it is yours to start and stop.")
        return
    server = running_server(settings)
    if server is None:
        typer.echo(f"The local Neo4j is not running; its data belongs in {settings.data_folder}.")
        raise typer.Exit(NOT_RUNNING_EXIT_CODE)
    _print_server(server)


@db_app.command()
def wipe(yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False) -> None:
    """Stop the local Neo4j and remove its data and its login: the whole graph, for good."""
    settings = DatabaseSettings()
    if settings.uri is not None:
        raise ServerIsYours("wipe", settings.uri)
    if not yes:
        typer.confirm(f"Remove the whole graph in {settings.data_folder}?", abort=True)
    typer.echo("The local Neo4j is wiped." if wipe_local_server(settings) else "There was nothing to wipe.")


def _print_server(server: LocalServer) -> None:
    stays = "until `chronotope db stop`" if server.kept else "until the last command that uses it is done"
    typer.echo(f"The local Neo4j runs (process {server.pid}), {stays}.")
    typer.echo(f"Browser  {server.browser_url}")
    typer.echo(f"Bolt     {server.uri}")
    typer.echo(f"Login    user {server.username}, password in {server.login_path}")
