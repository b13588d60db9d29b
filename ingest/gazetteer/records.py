"""The place as the gazetteer gives it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from graph.model import PlacePrecision

Feature = Literal["town", "region", "district", "country", "river", "sea", "area"]

FEATURES: tuple[Feature, ...] = ("town", "region", "district", "country", "river", "sea", "area")

# How a record bears a name: as its own, as a spelling that begins alike, or as another name, often a former one.
ALIAS_BITS, ALIAS, REMOTE_ALIAS = 2, 1, 2


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """One place: a settlement, a first-order division ("region"), a second-order one ("district"), a country, water, or an area.

    `id` is `geonames:<number>`, `katottg:<code>` (Ukraine's codifier of settlements) or `overlay:<slug>`. `name` is today's official
    name in English spelling; `aliases` are the other Latin and Cyrillic spellings, at most `MAXIMUM_ALIASES` of the columns.
    `latitude` and `longitude` are degrees, None where nobody gives a point; `population` is 0 where unknown; `parent` is the id of the
    smallest known place that contains it; `radius_km` bounds the error of a point that stands for something larger, None for a point;
    `precision` says what the point is: a town's centre, for a hamlet its community's ("community"), the middle of an area, the thing
    itself ("point"), or nothing ("unknown").
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    feature: Feature
    country: str | None
    latitude: float | None
    longitude: float | None
    population: int
    parent: str | None
    geonameid: int | None
    radius_km: float | None = None
    precision: PlacePrecision = "unknown"
