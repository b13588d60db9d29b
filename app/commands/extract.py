"""`chronotope extract`: annotations as JSON lines, without any database."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from ingest.pool import Failure, extracted
from ingest.readers import Document, Notice, Rejection, read_sources
from ingest.settings import IngestSettings


def extract(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE…", help="files, folders, or - for standard input")],
    manifest: Annotated[Path | None, typer.Option(help="metadata of the files, one JSON object a line")] = None,
) -> None:
    """Print what is found in each report, one JSON object a line."""
    settings = IngestSettings()
    for found in extracted(_documents(sources, manifest), settings.model, settings.workers):
        if isinstance(found, Failure):
            _complain(f"rejected: {found.ref}: extraction-failed: {found.detail}")
        else:
            sys.stdout.write(found.model_dump_json() + "\n")
            sys.stdout.flush()


def _documents(sources: list[str], manifest: Path | None) -> Iterator[Document]:
    for item in read_sources(sources, manifest, sys.stdin.buffer):
        match item:
            case Document():
                yield item
            case Rejection():
                where = item.ref if item.line is None else f"{item.ref}:{item.line}"
                _complain(f"rejected: {where}: {item.reason}: {item.detail}")
            case Notice():
                where = item.ref if item.line is None else f"{item.ref}:{item.line}"
                _complain(f"warning: {where}: {item.detail}")


def _complain(sentence: str) -> None:
    Console(stderr=True).print(sentence, markup=False, highlight=False, soft_wrap=True)
