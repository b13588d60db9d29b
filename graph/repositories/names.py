"""Reads a name as people write it: an id, a name or any known spelling, resolved to the likeliest thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from neo4j import Driver

from graph.errors import AmbiguousName, UnknownName
from graph.model import Thing
from graph.names import fold_name, suggest
from graph.queries import read

# Who is asked for as a speaker speaks; what is asked for as a topic is spoken about.
NameUse = Literal["speaker", "about", "place", "hearer", "actor"]

SUGGESTION_COUNT = 5
SUGGESTION_POOL = 20_000


@dataclass(frozen=True, slots=True)
class Resolution:
    """How a name was read: the likeliest thing, and what else carries that name."""

    thing: Thing
    canonical: str
    alternatives: tuple[Thing, ...] = ()


class NamesRepository:
    """Looks names up in the graph."""

    def __init__(self, driver: Driver, database: str | None = None) -> None:
        self._driver = driver
        self._database = database

    def resolve(self, parameter: str, value: str, use: NameUse, *, strict: bool = False) -> Resolution:
        """The likeliest thing of that name for that use.

        Raises `UnknownName` with suggestions, or, where `strict`, `AmbiguousName` if several things carry the name.
        """
        by_id = self._rows("names/by_id", id=value) if ":" in value else []
        found = by_id or self._find(value)
        found = [row for row in found if _fits(row["kind"], use)]
        if not found:
            raise UnknownName(parameter, value, _sought(use), self.suggestions(value, use))
        if strict and len(found) > 1:
            raise AmbiguousName(parameter, value, [row["id"] for row in found])
        weight = "said_count" if use == "speaker" else "about_count"
        found.sort(
            key=lambda row: (-row[weight], -row["about_count"] - row["said_count"], -row["mention_count"], row["id"])
        )
        first, *others = found
        return Resolution(_thing(first), first["canonical"] or first["id"], tuple(_thing(row) for row in others))

    def namesakes(self, value: str) -> list[str]:
        """The ids of all things that carry exactly that spelling."""
        return [row["id"] for row in self._find(value)]

    def within(self, place_id: str) -> list[str]:
        """The ids of a place and of all places within it that statements are about or were made at, or where something happened."""
        return [row["id"] for row in self._rows("names/places_within", id=place_id)] or [place_id]

    def suggestions(self, value: str, use: NameUse = "about") -> list[str]:
        """Names of the graph that look like `value` and are of that use, the most alike first."""
        rows = self._rows("names/all", actors=_fits("Person", use), places=_fits("Place", use), limit=SUGGESTION_POOL)
        return suggest(value, [row["name"] for row in rows], SUGGESTION_COUNT)

    def _find(self, value: str) -> list[dict[str, Any]]:
        folded = fold_name(value)
        if not folded:
            return []
        escaped = folded.replace("\\", "\\\\").replace('"', '\\"')
        return self._rows("names/find", query=f'"{escaped}"', folded=folded)

    def _rows(self, name: str, **parameters: Any) -> list[dict[str, Any]]:
        return read(self._driver, self._database, name, **parameters)


def _fits(kind: str, use: NameUse) -> bool:
    if use in ("speaker", "hearer", "actor"):
        return kind != "Place"
    return kind == "Place" if use == "place" else True


def _sought(use: NameUse) -> str:
    return {"about": "actor or place", "place": "place"}.get(use, "actor")


def _thing(row: dict[str, Any]) -> Thing:
    return Thing(row["id"], row["name"], row["kind"])
