"""`chronotope keys`: who may use the service, and for what."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from app.keys import KeysFile, Scope
from app.settings import ServiceSettings
from graph.errors import ChronotopeError

keys_app = typer.Typer(help="Keys to the service, in the file of CHRONOTOPE_KEYS_FILE.", no_args_is_help=True)


class NoKeysFile(ChronotopeError):
    """Keys, and no file to keep them in."""

    def __init__(self) -> None:
        super().__init__(
            "CHRONOTOPE_KEYS_FILE is not set; set it to the path of the file, here and where the service runs"
        )


@keys_app.command()
def add(
    name: Annotated[str, typer.Argument(help="whose key it is")],
    scope: Annotated[list[Scope], typer.Option(help="what it opens; repeat it for several")],
) -> None:
    """Make a key and print it: it is shown this once, the file keeps its hash."""
    typer.echo(_keys_file().add(name, scope))


@keys_app.command("list")
def list_keys() -> None:
    """List names and scopes."""
    table = Table("name", "scopes")
    for key in _keys_file().read():
        table.add_row(key.name, " ".join(sorted(key.scopes)))
    Console().print(table, markup=False)


@keys_app.command()
def remove(name: Annotated[str, typer.Argument(help="whose key it is")]) -> None:
    """Remove a key; a running service refuses it from the next request on."""
    _keys_file().remove(name)
    typer.echo(f"The key of {name} opens nothing any more.")


def _keys_file() -> KeysFile:
    path = ServiceSettings().keys_file
    if path is None:
        raise NoKeysFile
    return KeysFile(path)
