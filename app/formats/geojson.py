"""A timeline as GeoJSON (RFC 7946): a point for each place that a statement is about, and where each event was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, Field

from app.formats.characters import without_controls
from app.schemas_timeline import TimelineEvent, TimelineItem, TimelineStatement

MEDIA_TYPE = "application/geo+json"

Shown = Annotated[str, AfterValidator(without_controls)]
"""A text of strangers, as programs may show it."""


class Point(BaseModel):
    """A position: longitude before latitude."""

    type: Literal["Point"] = "Point"
    coordinates: tuple[float, float]


class StatementProperties(BaseModel):
    """The statement that is about the place."""

    kind: Literal["Statement"] = "Statement"
    id: str
    place: Shown
    place_id: str
    content: Shown
    speaker: Shown
    speaker_id: str
    edtf: str | None
    start: str | None
    end: str | None
    precision: str
    basis: str
    report: str
    report_title: Shown | None
    report_url: str | None
    source: Shown | None
    published: str | None
    evidence: Shown
    evidence_start: int
    evidence_end: int
    confidence: float


class EventProperties(BaseModel):
    """The event at the place, with the evidence of its first mention."""

    kind: Literal["Event"] = "Event"
    id: str
    place: Shown
    place_id: str
    place_precision: str
    type: str
    modes: list[Shown]
    modality: str
    summary: Shown
    participants: list[Shown]
    edtf: str | None
    start: str | None
    end: str | None
    precision: str
    basis: str
    report: str
    report_title: Shown | None
    report_url: str | None
    source: Shown | None
    published: str | None
    evidence: Shown
    evidence_start: int
    evidence_end: int
    mention_count: int


class Feature(BaseModel):
    """A place with one statement about it or one event at it."""

    type: Literal["Feature"] = "Feature"
    id: str
    geometry: Point
    properties: Annotated[StatementProperties | EventProperties, Field(discriminator="kind")]


class FeatureCollection(BaseModel):
    """The places on a map; `unlocated` counts what is about, or at, no place whose coordinates are known."""

    type: Literal["FeatureCollection"] = "FeatureCollection"
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
    return FeatureCollection(features=features, unlocated=sum(each.id not in located for each in items))


def _event(found: TimelineEvent) -> Iterator[Feature]:
    """The feature of an event, none where nobody knows where its place lies."""
    place, first = found.place, found.mentions[0]
    if place is None or place.lat is None or place.lon is None:
        return
    properties = EventProperties(
        id=found.id, place=place.name, place_id=place.id, place_precision=place.precision, type=found.type,
        modes=found.modes, modality=found.modality, summary=found.summary,
        participants=[each.name for each in found.participants],
        edtf=found.when.edtf, start=found.when.start, end=found.when.end, precision=found.when.precision, basis=found.when.basis,
        report=first.report.id, report_title=first.report.title,
        report_url=first.report.url, source=first.report.source, published=first.report.published,
        evidence=first.evidence.text, evidence_start=first.evidence.start, evidence_end=first.evidence.end,
        mention_count=found.mention_count,
    )  # fmt: skip
    yield Feature(
        id=f"{found.id}@{place.id}", geometry=Point(coordinates=(place.lon, place.lat)), properties=properties
    )


def _statement(found: TimelineStatement, place_id: str, place: str, location: tuple[float, float]) -> Feature:
    latitude, longitude = location
    properties = StatementProperties(
        id=found.id, place=place, place_id=place_id, content=found.content,
        speaker=found.speaker.name, speaker_id=found.speaker.id,
        edtf=found.said.edtf, start=found.said.start, end=found.said.end, precision=found.said.precision, basis=found.said.basis,
        report=found.report.id, report_title=found.report.title,
        report_url=found.report.url, source=found.report.source, published=found.report.published,
        evidence=found.evidence.text, evidence_start=found.evidence.start, evidence_end=found.evidence.end,
        confidence=found.confidence,
    )  # fmt: skip
    return Feature(
        id=f"{found.id}@{place_id}", geometry=Point(coordinates=(longitude, latitude)), properties=properties
    )
