"""`chronotope ingest`: reports into the graph, and a table of what happened to each."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from graph.database import open_database
from graph.migrations import migrate
from graph.writer import Writer
from ingest.pool import Failure, batches
from ingest.readers import read_sources
from ingest.run import RunReport
from ingest.run import ingest as run_ingest
from ingest.settings import IngestSettings
from ingest.version import extraction_version


def ingest(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE…", help="files, folders, or - for standard input")],
    manifest: Annotated[Path | None, typer.Option(help="metadata of the files, one JSON object a line")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="print the counts as one JSON object")] = False,
    strict: Annotated[bool, typer.Option(help="exit with 1 if anything was rejected")] = False,
    restore: Annotated[bool, typer.Option("--restore", help="load withdrawn reports too")] = False,
) -> None:
    """Read reports into the graph."""
    settings = IngestSettings()
    messages = Console(stderr=True)
    with open_database() as database:
        migrate(database.driver, database.name)
        with _progress(messages) as progress:
            task = progress.add_task("reading", total=None, name="")
            report = run_ingest(
                read_sources(sources, manifest, sys.stdin.buffer),
                Writer(database.driver, database.name),
                partial(batches, model=settings.model, workers=settings.workers),
                extraction_version(settings.model),
                lambda name: progress.update(task, advance=1, name=escape(name[-60:])),
                restore=restore,
            )
    _tell(report, messages)
    if as_json:
        typer.echo(json.dumps(_counts(report)))
    else:
        Console().print(_table(report))
    if strict and report.rejected:
        raise typer.Exit(1)


def _progress(console: Console) -> Progress:
    return Progress(
        SpinnerColumn(), TextColumn("{task.description}"), MofNCompleteColumn(), TextColumn("{task.fields[name]}"), TimeElapsedColumn(),
        console=console, transient=True, disable=not console.is_terminal,
    )  # fmt: skip


def _tell(report: RunReport, console: Console) -> None:
    """Warnings and rejections, one a line with file and line."""
    for notice in report.notices:
        where = notice.ref if notice.line is None else f"{notice.ref}:{notice.line}"
        console.print(f"warning: {where}: {notice.detail}", markup=False, highlight=False, soft_wrap=True)
    for each in report.rejections:
        line = None if isinstance(each, Failure) else each.line
        where = each.ref if line is None else f"{each.ref}:{line}"
        console.print(f"rejected: {where}: {each.reason}: {each.detail}", markup=False, highlight=False, soft_wrap=True)


def _counts(report: RunReport) -> dict[str, object]:
    return {
        "read": report.read, "new": report.new, "changed": report.changed, "unchanged": report.unchanged,
        "withdrawn": report.withdrawn, "rejected": dict(sorted(report.rejected.items())), "statements": report.statements,
        "dropped": dict(sorted(report.dropped.items())), **asdict(report.counters),
    }  # fmt: skip


def _table(report: RunReport) -> Table:
    table = Table("reports", "count")
    for name in ("read", "new", "changed", "unchanged", "withdrawn"):
        table.add_row(name, str(getattr(report, name)))
    for reason, count in sorted(report.rejected.items()):
        table.add_row(f"rejected: {reason}", str(count))
    table.add_section()
    table.add_row("statements loaded", str(report.statements))
    for reason, count in sorted(report.dropped.items()):
        table.add_row(f"left out: {reason}", str(count))
    return table
