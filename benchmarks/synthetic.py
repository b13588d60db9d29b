"""Synthetic statements on a graph of places in three levels with one hub town, loaded in bulk and wiped again."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from neo4j import Driver

# The proportions of the measurements that the physical schema rests on: one town has a fifth of all that is said about places.
PLACE_COUNT = 2_000
REGION_COUNT = 25
ACTOR_COUNT = 20_000
HUB_SHARE = 0.2
STATEMENTS_A_REPORT = 20
FIRST_DAY = date(2022, 1, 1)
DAY_COUNT = 1_000
ROWS_A_TRANSACTION = 3_000

HUB = "geonames:1"
COUNTRY = "geonames:9000000"

_THINGS = """
UNWIND $rows AS row
CREATE (thing:$(row.labels)) SET thing = row.properties
"""
_WITHIN = """
UNWIND $rows AS row
MATCH (inner:Place {id: row.inner}) MATCH (outer:Place {id: row.outer})
CREATE (inner)-[:WITHIN]->(outer)
"""
_STATEMENTS = """
UNWIND $rows AS row
MATCH (speaker:Actor {id: row.properties.speaker})
MATCH (place:Place {id: row.about.thing})
MATCH (report:Report {id: row.report})
CREATE (statement:Statement) SET statement = row.properties, statement.said_start = date(row.start), statement.said_end = date(row.end)
CREATE (speaker)-[:SAID]->(statement)
CREATE (statement)-[:REPORTED_IN {start: 0, end: 10}]->(report)
CREATE (statement)-[about:ABOUT]->(place) SET about = row.about
"""


def fill(driver: Driver, database: str | None, count: int, already: int = 0) -> None:
    """Makes the graph hold `count` synthetic statements, `already` of which it has."""
    if not already:
        _load(driver, database, _THINGS, _places())
        _load(driver, database, _WITHIN, _containment())
        _load(driver, database, _THINGS, _actors())
    _load(driver, database, _THINGS, _reports(already, count))
    _load(driver, database, _STATEMENTS, _statements(already, count))


def hub_speaker() -> str:
    """The actor who speaks about the hub most often."""
    return "actor:0"


def _load(driver: Driver, database: str | None, query: str, rows: Iterator[dict[str, Any]]) -> None:
    batch: list[dict[str, Any]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == ROWS_A_TRANSACTION:
            driver.execute_query(query, rows=batch, database_=database)
            batch = []
    if batch:
        driver.execute_query(query, rows=batch, database_=database)


def _places() -> Iterator[dict[str, Any]]:
    yield _place(COUNTRY, "Country", "country")
    for number in range(REGION_COUNT):
        yield _place(f"geonames:{8_000_000 + number}", f"Region {number}", "region")
    for number in range(1, PLACE_COUNT + 1):
        yield _place(f"geonames:{number}", "Hub" if number == 1 else f"Town {number}", "town")


def _place(place_id: str, name: str, feature: str) -> dict[str, Any]:
    properties = {
        "id": place_id,
        "name": name,
        "aliases": [],
        "feature": feature,
        "country": "UA",
        "folded_names": [name.lower()],
    }
    return {"labels": ["Place"], "properties": properties}


def _containment() -> Iterator[dict[str, Any]]:
    for number in range(REGION_COUNT):
        yield {"inner": f"geonames:{8_000_000 + number}", "outer": COUNTRY}
    for number in range(1, PLACE_COUNT + 1):
        yield {"inner": f"geonames:{number}", "outer": f"geonames:{8_000_000 + number % REGION_COUNT}"}


def _actors() -> Iterator[dict[str, Any]]:
    for number in range(ACTOR_COUNT):
        actor_id = f"actor:{number}"
        properties = {
            "id": actor_id, "name": f"Person {number}", "aliases": [], "kind": "Person", "canonical": actor_id, "derived": False,
            "folded_names": [f"person {number}"],
        }  # fmt: skip
        yield {"labels": ["Actor", "Person"], "properties": properties}


def _reports(first: int, count: int) -> Iterator[dict[str, Any]]:
    for number in range(first // STATEMENTS_A_REPORT, -(-count // STATEMENTS_A_REPORT)):
        yield {
            "labels": ["Report"],
            "properties": {
                "id": f"synthetic:{number}",
                "ref": f"{number}.txt",
                "text": "synthetic",
                "status": "active",
            },
        }


def _statements(first: int, count: int) -> Iterator[dict[str, Any]]:
    generator = random.Random(first)
    for number in range(first, count):
        day = FIRST_DAY + timedelta(days=generator.randrange(DAY_COUNT))
        length_days = generator.choices((1, 7, 90), (0.9, 0.08, 0.02))[0]
        last = day + timedelta(days=length_days - 1)
        extent = "day" if length_days == 1 else "month" if length_days <= 31 else "long"
        place = HUB if generator.random() < HUB_SHARE else f"geonames:{generator.randint(2, PLACE_COUNT)}"
        # The square makes some speakers frequent, as they are in the news.
        speaker = f"actor:{int(generator.random() ** 2 * ACTOR_COUNT)}"
        clock = {"day": day.isoformat(), "last_day": last.isoformat(), "extent": extent, "speaker": speaker}
        statement_id = f"statement:{number:08d}"
        yield {
            "report": f"synthetic:{number // STATEMENTS_A_REPORT}",
            "start": day.isoformat(),
            "end": (last + timedelta(days=1)).isoformat(),
            "about": {"thing": place, "statement": statement_id, **clock},
            "properties": {
                "id": statement_id, "content": f"Statement number {number} of the benchmark.", "spans": [0, 9], "mode": "direct",
                "cue": "said", "act": "assert", "attitude": "speech", "polarity": "positive", "epistemic": "unknown",
                "asserted": True, "speaker_as_written": "he", "said_precision": "day", "said_basis": "explicit",
                "evidence": "synthetic", "confidence": 0.9, **clock,
            },
        }  # fmt: skip
