"""A write transaction that counts what it changes in the data of reports."""

from __future__ import annotations

from collections.abc import Set
from typing import Any

from neo4j import ManagedTransaction

from graph.model import WriteCounters
from graph.queries import run


class Transaction:
    """One write transaction with the sum of its counters."""

    def __init__(self, tx: ManagedTransaction) -> None:
        self._tx = tx
        self.counters = WriteCounters()

    def run(self, name: str, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of `write/<name>.cypher`; what it did is counted."""
        result = run(self._tx, f"write/{name}", **parameters)
        keys = result.keys()
        records = [dict(zip(keys, record, strict=True)) for record in result.values()]
        counted = result.consume().counters
        self.counters += WriteCounters(
            counted.nodes_created, counted.nodes_deleted, counted.relationships_created, counted.relationships_deleted,
            counted.properties_set,
        )  # fmt: skip
        return records

    def run_uncounted(self, name: str, **parameters: Any) -> None:
        """Runs what changes no report data."""
        run(self._tx, f"write/{name}", **parameters).consume()

    def run_rows(self, name: str, rows: list[dict[str, Any]]) -> None:
        """Runs a statement for each of the rows, if there are any."""
        if rows:
            self.run(name, rows=rows)

    def read_ids(self, name: str, ids: Set[str]) -> list[dict[str, Any]]:
        """What a statement answers of these ids; nothing where there are none."""
        return self.run(name, ids=sorted(ids)) if ids else []
