"""The command line: wires ingest, graph and service."""

from __future__ import annotations

import sys
from importlib.metadata import version
from typing import Annotated

import structlog
import typer
from pydantic import ValidationError
from rich.console import Console
from rich.markup import escape

from app.commands.db import db_app
from app.commands.demo import demo
from app.commands.extract import extract
from app.commands.gazetteer import gazetteer_app
from app.commands.ingest import ingest
from app.commands.keys import keys_app
from app.commands.serve import serve
from app.commands.withdraw import withdraw
from graph.errors import ChronotopeError

cli = typer.Typer(
    name="chronotope", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
    help="Who said what, about which town, and when.",
)  # fmt: skip
cli.command()(ingest)
cli.command()(extract)
cli.command()(withdraw)
cli.command()(serve)
cli.command()(demo)
cli.add_typer(db_app, name="db")
cli.add_typer(gazetteer_app, name="gazetteer")
cli.add_typer(keys_app, name="keys")


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(version("chronotope"))
        raise typer.Exit


@cli.callback()
def _root(
    _: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    """Who said what, about which town, and when."""


def main() -> None:
    """The console script: an error that we know is one sentence, not a trace."""
    _log_to_standard_error()
    try:
        cli()
    except ChronotopeError as error:
        _fail(str(error))
    except ValidationError as error:
        _fail("; ".join(f"setting {'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors()))


def _log_to_standard_error() -> None:
    """Standard output is for answers; a trace is the plain one, without the values of variables (they hold whole reports)."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


def _fail(sentence: str) -> None:
    Console(stderr=True).print(f"[bold red]error:[/] {escape(sentence)}", highlight=False, soft_wrap=True)
    sys.exit(1)
