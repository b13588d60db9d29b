"""Reads the package's curated tables: tab-separated, with comment lines and a header."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).parent / "data"


def read_table(path: Path) -> Iterator[dict[str, str]]:
    """Rows by column name; lines that begin with # are comments."""
    with path.open(encoding="utf-8") as file:
        lines = (line.rstrip("\n") for line in file if not line.startswith("#"))
        columns = next(lines).split("\t")
        for number, line in enumerate(lines):
            if line:
                fields = line.split("\t")
                if len(fields) != len(columns):
                    raise ValueError(
                        f"{path.name}, row {number + 1}: {len(fields)} fields where {len(columns)} are due: {line}"
                    )
                yield dict(zip(columns, fields, strict=True))


def read_extract(path: Path) -> Iterator[list[str]]:
    """Rows of a compressed extract without a header."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n").split("\t")


def split_names(field: str) -> list[str]:
    """The names of a field that joins them by |."""
    return [name for name in field.split("|") if name]
