"""A record in the making, while the sources are put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.gazetteer.records import Feature


@dataclass(slots=True)
class Draft:
    """A record in the making; the first of `names` is the canonical one."""

    id: str
    names: list[str]
    feature: Feature
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    parent: str | None = None
    radius_km: float = 0.0
    is_capital: bool = False
    preferred: set[str] = field(default_factory=set)
