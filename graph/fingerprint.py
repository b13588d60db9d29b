"""One hash of everything that the reports of a graph contribute, the same for every order of loading and on every machine.

A derived actor and an event are written as the set of their mentions, for their ids follow from merges and splits. What tells of the
service and not of the reports is left out: when they were ingested, runs, tombstones, earlier revisions.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from neo4j import Driver, ManagedTransaction

from graph.ids import digest
from graph.queries import run

# When it was ingested; whose cluster it is in, which judgements tell; a hash of the other properties, ids among them.
LEFT_OUT = frozenset({"ingested_at", "canonical", "fingerprint"})


def fingerprint(driver: Driver, database: str | None = None) -> str:
    """The hash, from one read transaction."""
    with driver.session(database=database) as session:
        lines = session.execute_read(lambda tx: sorted(_lines(tx)))
    hashed = hashlib.sha256()
    for line in lines:
        hashed.update(line.encode())
    return hashed.hexdigest()


def _lines(tx: ManagedTransaction) -> Iterator[str]:
    """A hash of each node and of each relationship."""
    identity_by_id = {
        row["id"]: digest(*(part for mention in sorted(row["mentions"]) for part in mention))
        for row in run(tx, "fingerprint/known_by_mentions")
        if row["mentions"]
    }
    for node in run(tx, "fingerprint/nodes"):
        yield _hashed(sorted(node["labels"]), _told(node["properties"], identity_by_id))
    for link in run(tx, "fingerprint/relationships"):
        ends = [identity_by_id.get(link[end], link[end]) for end in ("one", "other")]
        yield _hashed(ends, link["type"], _told(link["properties"], identity_by_id))


def _told(properties: dict[str, Any], identity_by_id: dict[str, str]) -> dict[str, Any]:
    """The properties that tell of reports, each id of what is known by its mentions replaced by them."""
    return {
        name: identity_by_id.get(value, value) if isinstance(value, str) else value
        for name, value in properties.items()
        if name not in LEFT_OUT
    }


def _hashed(*parts: object) -> str:
    return digest(json.dumps(parts, sort_keys=True, ensure_ascii=True, default=str))
