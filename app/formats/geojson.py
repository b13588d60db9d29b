"""A timeline as GeoJSON (RFC 7946): a point for each place that a statement is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from pydantic import BaseModel

from app.formats.characters import without_controls
from app.schemas import StatementOut

MEDIA_TYPE = "application/geo+json"


class Point(BaseModel):
    """A position: longitude before latitude."""

    type: Literal["Point"] = "Point"
    coordinates: tuple[float, float]


class Properties(BaseModel):
    """The statement that is about the place."""

    kind: Literal["Statement"] = "Statement"
    id: str
    place: str
    place_id: str
    content: str
    speaker: str
    speaker_id: str
    edtf: str | None
    start: str | None
    end: str | None
    precision: str
    basis: str
    report: str
    report_title: str | None
    report_url: str | None
    source: str | None
    published: str | None
    evidence: str
    evidence_start: int
    evidence_end: int
    confidence: float


class Feature(BaseModel):
    """A place with one statement about it."""

    type: Literal["Feature"] = "Feature"
    id: str
    geometry: Point
    properties: Properties


class FeatureCollection(BaseModel):
    """The places on a map; `unlocated` counts the statements about no place whose coordinates are known."""

    type: Literal["FeatureCollection"] = "FeatureCollection"
    features: list[Feature]
    unlocated: int


def to_geojson(statements: Sequence[StatementOut], locations: Mapping[str, tuple[float, float]]) -> FeatureCollection:
    """The features in the order of the statements; `locations` gives latitude and longitude by a place's id."""
    features = [
        _feature(found, place.id, place.name, locations[place.id])
        for found in statements
        for place in found.about
        if place.id in locations
    ]
    located = {feature.properties.id for feature in features}
    return FeatureCollection(features=features, unlocated=sum(each.id not in located for each in statements))


def _feature(found: StatementOut, place_id: str, place: str, location: tuple[float, float]) -> Feature:
    latitude, longitude = location
    properties = Properties(
        id=found.id, place=without_controls(place), place_id=place_id, content=without_controls(found.content),
        speaker=without_controls(found.speaker.name), speaker_id=found.speaker.id,
        edtf=found.said.edtf, start=found.said.start, end=found.said.end, precision=found.said.precision, basis=found.said.basis,
        report=found.report.id, report_title=without_controls(found.report.title) if found.report.title is not None else None,
        report_url=found.report.url, source=found.report.source, published=found.report.published,
        evidence=without_controls(found.evidence.text), evidence_start=found.evidence.start, evidence_end=found.evidence.end,
        confidence=found.confidence,
    )  # fmt: skip
    return Feature(
        id=f"{found.id}@{place_id}", geometry=Point(coordinates=(longitude, latitude)), properties=properties
    )
