"""Places: a list by name, within a place or a box, or around a point; and one place with what it holds."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import Any

from neo4j import Driver

from graph.cursors import read_cursor, write_cursor
from graph.errors import InvalidCursor
from graph.model_views import Listing, NearPlace, PlacePage, PlaceRecord
from graph.queries import read
from graph.repositories import shapes
from graph.repositories.actors import MENTION_LIMIT, MENTIONS_LOOKED_AT, folded_words

# A country holds hundreds of places; `/places?within=` has them all.
HOLDS_LIMIT = 100


@dataclass(frozen=True, slots=True)
class Box:
    """A box of degrees; where `west` is greater than `east` it crosses the antimeridian."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Circle:
    """All within a distance of a point."""

    latitude: float
    longitude: float
    radius_km: float


@dataclass(frozen=True, slots=True)
class PlaceQuery:
    """What is asked for; None asks for everything. `within` is an id; `country` its ISO 3166 code."""

    words: str | None = None
    within: str | None = None
    box: Box | None = None
    near: Circle | None = None
    country: str | None = None
    limit: int = 50
    cursor: str | None = None


class PlacesRepository:
    """Reads places."""

    def __init__(self, driver: Driver, database: str | None = None) -> None:
        self._driver = driver
        self._database = database

    def page(self, query: PlaceQuery) -> Listing[PlaceRecord]:
        """The places asked for, by name, or by distance where a point is given; raises `InvalidCursor`."""
        after_key, after_id = read_cursor(query.cursor)
        box = query.box
        parameters = {
            "words": folded_words(query.words),
            "country": query.country,
            "within": query.within,
            "west": box.west if box else None,
            "south": box.south if box else None,
            "east": box.east if box else None,
            "north": box.north if box else None,
            "after_id": after_id or "",
            "limit": query.limit + 1,
        }
        if query.near is None:
            found = self._rows("places/page", after_name=after_key or "", **parameters)
        else:
            found = self._rows(
                "places/page_near",
                latitude=query.near.latitude,
                longitude=query.near.longitude,
                radius_m=query.near.radius_km * 1000,
                after_distance_m=_distance(after_key, query.cursor),
                **parameters,
            )
        shown = found[: query.limit]
        following = None
        if len(found) > query.limit:
            last = shown[-1]
            key = last["place"]["name"] if query.near is None else repr(last["distance_m"])
            following = write_cursor(key, last["place"]["id"])
        return Listing(tuple(_place(row) for row in shown), following)

    def one(self, place_id: str) -> PlacePage | None:
        """The place of an id; None where there is none."""
        found = self._rows("places/one", id=place_id, holds_limit=HOLDS_LIMIT)
        if not found:
            return None
        [row] = found
        mentions = self._rows("places/mentions", id=place_id, look_limit=MENTIONS_LOOKED_AT, limit=MENTION_LIMIT)
        return PlacePage(
            place=_place(row),
            lies_within=tuple(shapes.thing(each) for each in row["lies_within"]),
            holds=tuple(shapes.thing(each) for each in row["holds"]),
            holds_count=row["holds_count"],
            about_count=row["about_count"],
            said_at_count=row["said_at_count"],
            mention_count=row["mention_count"],
            report_count=row["report_count"],
            count_by_reason=dict(row["reasons"]),
            near=_near(row["near"]) if row["near"] is not None else None,
            mentions=tuple(shapes.mention(each) for each in mentions),
        )

    def _rows(self, name: str, **parameters: Any) -> list[dict[str, Any]]:
        return read(self._driver, self._database, name, **parameters)


def _distance(key: str | None, cursor: str | None) -> float:
    """The distance in a cursor, 0 without one."""
    if key is None:
        return 0.0
    try:
        distance_m = float(key)
    except ValueError as error:
        raise InvalidCursor(str(cursor)) from error
    if not isfinite(distance_m):
        raise InvalidCursor(str(cursor))
    return distance_m


def _near(row: dict[str, Any]) -> NearPlace:
    return NearPlace(shapes.thing(row), row["distance_km"], row["direction"])


def _place(row: dict[str, Any]) -> PlaceRecord:
    place, distance_m = row["place"], row.get("distance_m")
    return PlaceRecord(
        place["id"], place["name"], tuple(place["aliases"] or ()), place["feature"], place["country"],
        row["latitude"], row["longitude"], place["precision"] or "unknown", place["radius_km"],
        distance_m / 1000 if distance_m is not None else None,
    )  # fmt: skip
