"""Reads the registry's files: `actors.jsonl` (one actor a line) and `offices.jsonl` (what every country has)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args

from graph.errors import ChronotopeError
from ingest.annotations import ActorKind
from ingest.registry.offices import OfficePattern, offices_of
from ingest.registry.records import RegistryActor, Role
from ingest.registry.registry import Registry

ACTORS_FILE = Path(__file__).parent / "actors.jsonl"
OFFICES_FILE = Path(__file__).parent / "offices.jsonl"


class InvalidRegistry(ChronotopeError):
    """A line of a registry file that cannot be read."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        self.path = path
        self.line = line
        self.reason = reason
        super().__init__(f"{path}, line {line}: {reason}")


@lru_cache(maxsize=2)
def load_registry(path: Path | None = None) -> Registry:
    """The registry of that actors file, else the one that comes with the project; its countries get their offices.

    Raises `InvalidRegistry` with the file and line of what cannot be read.
    """
    actors = tuple(_actors(path or ACTORS_FILE))
    countries = (actor for actor in actors if actor.kind == "Country")
    return Registry(actors, tuple(offices_of(countries, _office_patterns(OFFICES_FILE))))


def _actors(path: Path) -> Iterator[RegistryActor]:
    seen: set[str] = set()
    for number, row in _rows(path):
        try:
            actor = RegistryActor(
                id=row["id"],
                name=row["name"],
                kind=row["kind"],
                aliases=tuple(row.get("aliases", ())),
                side=row.get("side"),
                roles=tuple(Role(**role) for role in row.get("roles", ())),
                wikidata=row.get("wikidata"),
                source=row["source"],
                gender=row.get("gender"),
                country=row["id"].removeprefix("country:") if row["kind"] == "Country" else None,
                adjectives=tuple(row.get("adjectives", ())),
                people=tuple(row.get("people", ())),
                seats=tuple(row.get("seats", ())),
            )
        except (KeyError, TypeError) as error:
            raise InvalidRegistry(path, number, f"missing or unknown field {error}") from error
        if actor.kind not in get_args(ActorKind):
            raise InvalidRegistry(path, number, f"kind {actor.kind!r} is none of {', '.join(get_args(ActorKind))}")
        if actor.id in seen:
            raise InvalidRegistry(path, number, f"id {actor.id!r} stands on an earlier line too")
        seen.add(actor.id)
        yield actor


def _office_patterns(path: Path) -> Iterator[OfficePattern]:
    for number, row in _rows(path):
        try:
            yield OfficePattern(row["slug"], row["kind"], row["name"], tuple(row["patterns"]), row["source"])
        except KeyError as error:
            raise InvalidRegistry(path, number, f"missing field {error}") from error


def _rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except json.JSONDecodeError as error:
                raise InvalidRegistry(path, number, f"no JSON ({error.msg})") from error
            if not isinstance(row, dict):
                raise InvalidRegistry(path, number, f"no JSON object but {type(row).__name__}")
            yield number, row
