"""Sorts more lines than memory holds: in runs on disk that are merged as they are read."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import IO

LINES_A_RUN = 500_000


def sorted_lines(lines: Iterable[str], lines_a_run: int = LINES_A_RUN) -> Iterator[str]:
    """The lines (without line ends inside them) in the order of their code points."""
    remaining = iter(lines)
    with tempfile.TemporaryDirectory(prefix="chronotope-") as folder, ExitStack() as stack:
        runs: list[IO[str]] = []
        while run := sorted(islice(remaining, lines_a_run)):
            path = Path(folder) / str(len(runs))
            path.write_text("".join(f"{line}\n" for line in run), encoding="utf-8", newline="\n")
            runs.append(stack.enter_context(path.open(encoding="utf-8", newline="\n")))
        yield from heapq.merge(*(_lines(file) for file in runs))


def _lines(file: IO[str]) -> Iterator[str]:
    for line in file:
        yield line.removesuffix("\n")
