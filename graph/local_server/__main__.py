"""`python -m graph.local_server`: fetch Neo4j's jars; `… pin`: print the list of them anew."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import Progress

from graph.errors import ChronotopeError
from graph.local_server.jars import fetch_jars, jar_folder, resolve_pins
from graph.local_server.pins import NEO4J_VERSION
from graph.settings import DatabaseSettings

app = typer.Typer(add_completion=False)
console = Console(stderr=True)


@app.callback(invoke_without_command=True)
def fetch(context: typer.Context) -> None:
    """Fetch Neo4j's jars into CHRONOTOPE_CACHE, or check those that are there."""
    if context.invoked_subcommand is not None:
        return
    cache_folder = DatabaseSettings().cache_folder
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(f"Neo4j {NEO4J_VERSION}", total=None)
        jars = fetch_jars(cache_folder, progress=lambda done, total: bar.update(task, completed=done, total=total))
    console.print(
        f"Neo4j {NEO4J_VERSION}: {len(jars)} jars, each as pinned, in {jar_folder(cache_folder)}", soft_wrap=True
    )


@app.command()
def pin() -> None:
    """Resolve Neo4j's jars anew and print their list: for whoever moves to another Neo4j."""
    with tempfile.TemporaryDirectory() as folder:
        for found in resolve_pins(Path(folder)):
            typer.echo(found.line)


if __name__ == "__main__":
    try:
        app()
    except ChronotopeError as error:
        console.print(f"[red]error:[/] {escape(str(error))}", soft_wrap=True, highlight=False)
        sys.exit(1)
