"""A timeline as GeoJSON (RFC 7946): a point for each place that a statement is about, and where each event was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from app.formats.telling import Shown, Telling
from app.schemas_timeline import TimelineEvent, TimelineItem, TimelineStatement

MEDIA_TYPE = "application/geo+json"

Longitude = Annotated[float, Field(ge=-180, le=180)]
Latitude = Annotated[float, Field(ge=-90, le=90)]


class Point(BaseModel):
    """A position: longitude before latitude."""

    type: Literal["Point"]
    coordinates: tuple[Longitude, Latitude]


class StatementProperties(Telling):
    """The statement that is about the place."""

    kind: Literal["Statement"]
    id: str
    place: Shown
    place_id: str
    content: Shown
    speaker: Shown
    speaker_id: str
    confidence: float


class EventProperties(Telling):
    """The event at the place, with the evidence of its first mention."""

    kind: Literal["Event"]
    id: str
    place: Shown
    place_id: str
    place_precision: str
    type: str
    modes: list[Shown]
    modality: str
    summary: Shown
    participants: list[Shown]
    mention_count: int


class Feature(BaseModel):
    """A place with one statement about it or one event at it."""

    type: Literal["Feature"]
    id: str
    geometry: Point
    properties: Annotated[StatementProperties | EventProperties, Field(discriminator="kind")]


class FeatureCollection(BaseModel):
    """The places on a map; `unlocated` counts what is about, or at, no place whose coordinates are known."""

    type: Literal["FeatureCollection"]
    features: list[Feature]
    unlocated: int


def to_geojson(items: Sequence[TimelineItem], locations: Mapping[str, tuple[float, float]]) -> FeatureCollection:
    """The features in the order of the items; `locations` gives latitude and longitude of the places of statements by id."""
    features: list[Feature] = []
    for found in items:
        if isinstance(found, TimelineStatement):
            about = [each for each in found.about if each.id in locations]
            features.extend(_statement(found, each.id, each.name, locations[each.id]) for each in about)
        else:
            features.extend(_event(found))
    located = {feature.properties.id for feature in features}
    return FeatureCollection(
        type="FeatureCollection", features=features, unlocated=sum(each.id not in located for each in items)
    )


def _event(found: TimelineEvent) -> Iterator[Feature]:
    """The feature of an event, none where nobody knows where its place lies."""
    place = found.place
    if place is None or place.lat is None or place.lon is None:
        return
    properties = EventProperties(
        kind="Event", id=found.id, place=place.name, place_id=place.id, place_precision=place.precision,
        type=found.type, modes=found.modes, modality=found.modality, summary=found.summary,
        participants=[each.name for each in found.participants], mention_count=found.mention_count,
        **Telling.of(found).model_dump(),
    )  # fmt: skip
    yield _feature(properties, (place.lat, place.lon))


def _statement(found: TimelineStatement, place_id: str, place: str, location: tuple[float, float]) -> Feature:
    properties = StatementProperties(
        kind="Statement", id=found.id, place=place, place_id=place_id, content=found.content,
        speaker=found.speaker.name, speaker_id=found.speaker.id, confidence=found.confidence,
        **Telling.of(found).model_dump(),
    )  # fmt: skip
    return _feature(properties, location)


def _feature(properties: StatementProperties | EventProperties, location: tuple[float, float]) -> Feature:
    latitude, longitude = location
    return Feature(
        type="Feature",
        id=f"{properties.id}@{properties.place_id}",
        geometry=Point(type="Point", coordinates=(longitude, latitude)),
        properties=properties,
    )
