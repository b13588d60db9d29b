"""`chronotope withdraw`: takes a report out of the graph, and on request every trace of its words."""

from __future__ import annotations

from typing import Annotated

import typer

from graph.database import open_database
from graph.migrations import migrate
from graph.withdrawal import Withdrawal, find_report
from graph.withdrawal import withdraw as withdraw_report


def withdraw(
    report: Annotated[str, typer.Argument(metavar="REF", help="a report's id, file name or address")],
    erase: Annotated[
        bool, typer.Option("--erase", help="remove its text, title, address and name too; this cannot be undone")
    ] = False,
) -> None:
    """Take a report, and only what it contributed, out of the graph; ingesting it again does not bring it back."""
    with open_database() as database:
        migrate(database.driver, database.name)
        report_id = find_report(database.driver, database.name, report)
        done = withdraw_report(database.driver, database.name, report_id, erase=erase)
    typer.echo(_sentence(done))


def _sentence(done: Withdrawal) -> str:
    counted = (
        f"{done.counters.nodes_deleted} nodes and {done.counters.relationships_deleted} relationships went with it"
    )
    match done.outcome:
        case "withdrawn":
            return f"{done.id} is withdrawn; {counted}. `chronotope ingest --restore` brings it back."
        case "erased":
            return f"The report is erased and known as {done.id} from now on; {counted}."
        case "unchanged":
            return f"{done.id} was withdrawn before; nothing changed."
