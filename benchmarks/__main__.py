"""`python -m benchmarks`: every cost as a ratio within this run, beside the bound that it must keep."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from benchmarks import extraction, gazetteer, loading, memory, queries
from graph.database import open_database
from graph.migrations import migrate
from graph.settings import DatabaseSettings

console = Console(width=140)


def main(
    only: Annotated[
        list[str] | None, typer.Option(help="extraction, gazetteer, loading, queries, memory; repeated")
    ] = None,
    sizes: Annotated[str, typer.Option(help="numbers of synthetic statements for the queries")] = ",".join(
        map(str, queries.SIZES)
    ),
) -> None:
    """Measure on a Neo4j of its own; machines are noisy, so read the ratios."""
    wanted = set(only or ("extraction", "gazetteer", "loading", "queries", "memory"))
    if "extraction" in wanted:
        _extraction()
    if "gazetteer" in wanted:
        taken = gazetteer.measure()
        console.print(
            f"gazetteer: opened in {taken.seconds:.2f} s (bound 0.5); resident {taken.opened_mib:.1f} MiB more then, "
            f"{taken.used_mib:.1f} MiB after {taken.toponyms} toponyms of the samples (bound 60)"
        )
    if "memory" in wanted:
        peaks = memory.measure()
        few, many = peaks.values()
        console.print(f"peak memory of extract: {peaks} MiB by reports, ratio {many / few:.3f} (bound 1.10)")
    if wanted & {"loading", "queries"}:
        with tempfile.TemporaryDirectory() as folder:
            settings = DatabaseSettings(_env_file=None, uri=None, database=None, data_folder=Path(folder))
            with open_database(settings) as database:
                migrate(database.driver, database.name)
                if "loading" in wanted:
                    cost = loading.measure(database)
                    console.print(
                        f"loading {cost.reports} reports, {cost.statements} statements: {cost.statements_per_second:.0f} "
                        f"statements/s; {cost.ratio:.2f} × the bare UNWIND of the same graph (bound 1.5)"
                    )
                if "queries" in wanted:
                    _queries(
                        list(queries.measure(database, Path(folder), tuple(int(size) for size in sizes.split(","))))
                    )


def _extraction() -> None:
    table = Table("step", "processor s", "× the bare parse", "documents/s", title="extraction, one process")
    for cost in extraction.measure():
        table.add_row(cost.name, f"{cost.seconds:.2f}", f"{cost.ratio:.2f}", f"{cost.documents_per_second:.0f}")
    console.print(table)


def _queries(found: list[queries.Latency]) -> None:
    table = Table(
        "hub town", "statements", "rows", "HTTP p50 ms", "p95 ms", "driver p50 ms", "p95 ms", "HTTP/driver", "growth",
        title="Who said what about the hub town. Of the p95: HTTP over driver (bound 2), and growth over the smallest size"
        " that answers as many rows (bound 1.5)",
    )  # fmt: skip
    smallest = {(each.question, each.rows): each for each in reversed(found)}
    for each in found:
        milliseconds = (each.http_p50, each.http_p95, each.driver_p50, each.driver_p95)
        growth = each.http_p95 / smallest[each.question, each.rows].http_p95
        table.add_row(
            each.question, f"{each.statements:,}", str(each.rows), *(f"{each_ms:.1f}" for each_ms in milliseconds),
            f"{each.http_p95 / each.driver_p95:.2f}", f"{growth:.2f}",
        )  # fmt: skip
    console.print(table)


if __name__ == "__main__":
    typer.run(main)
