"""Reads and runs the Cypher files: one statement each, its folder the repository, its name the method."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, LiteralString

from neo4j import READ_ACCESS, Driver, ManagedTransaction, Result, Session, Transaction
from neo4j.exceptions import ServiceUnavailable, SessionExpired, TransientError

CYPHER_FOLDER = Path(__file__).parent / "cypher"

_PARAMETER = re.compile(r"\$(\w+)")
_COMMENT = re.compile(r"//[^\n]*")


class ParameterMismatch(ValueError):
    """A Cypher file was run with other parameters than it names: a fault of ours."""

    def __init__(self, name: str, named: frozenset[str], given: frozenset[str]) -> None:
        super().__init__(f"{name}.cypher names {sorted(named)} and was given {sorted(given)}")


@cache
def cypher(name: str) -> LiteralString:
    """The text of `cypher/<name>.cypher`; raises `FileNotFoundError` where there is none."""
    text: LiteralString = (CYPHER_FOLDER / f"{name}.cypher").read_text(encoding="utf-8")
    return text


@cache
def parameter_names(name: str) -> frozenset[str]:
    """The `$parameters` that a statement names."""
    return frozenset(_PARAMETER.findall(_COMMENT.sub("", cypher(name))))


def cypher_names(folder: str) -> list[str]:
    """The names of the statements in a folder, in order."""
    return sorted(f"{folder}/{path.stem}" for path in (CYPHER_FOLDER / folder).glob("*.cypher"))


def run(runner: Session | Transaction | ManagedTransaction, name: str, /, **parameters: Any) -> Result:
    """Runs a statement with exactly the parameters that it names."""
    if parameters.keys() != parameter_names(name):
        raise ParameterMismatch(name, parameter_names(name), frozenset(parameters))
    return runner.run(cypher(name), parameters)


def read(driver: Driver, database: str | None, name: str, /, **parameters: Any) -> list[dict[str, Any]]:
    """The rows that a statement answers, in a read transaction of its own.

    One round trip to the server; where that fails for a passing reason, the driver's retries.
    """
    with driver.session(database=database, default_access_mode=READ_ACCESS) as session:
        try:
            return [record.data() for record in run(session, name, **parameters)]
        except (TransientError, ServiceUnavailable, SessionExpired):
            return session.execute_read(lambda tx: [record.data() for record in run(tx, name, **parameters)])
