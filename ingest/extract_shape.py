"""The shape of `extract`: one JSON object a report, its offsets code points into the text as given."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel

from graph.model import PlacePrecision
from ingest.annotations import (
    Act,
    ActorKind,
    ActorMention,
    Annotations,
    Attitude,
    Attribution,
    ControlChange,
    Direction,
    Epistemic,
    EventMention,
    EventType,
    Figure,
    Metric,
    Modality,
    Mode,
    Offset,
    ParticipantRole,
    Polarity,
    Scope,
    Span,
    TimeBasis,
    TimexType,
    Toponym,
    ToponymReason,
)
from ingest.assemble_events import happened_in
from ingest.readers import Document

Offsets = tuple[int, int]


class PublishedShape(BaseModel):
    """When the report was published, and who says so."""

    start: str | None
    end: str | None
    basis: Literal["metadata", "text", "none"]


class QuoteShape(BaseModel):
    """One attribution."""

    content: list[Offsets]
    cue: list[Offsets]
    speaker: Offsets | None
    mode: Mode
    speaker_name: str | None
    speaker_kind: ActorKind | None
    attitude: Attitude
    polarity: Polarity
    act: Act
    epistemic: Epistemic
    about: list[Offsets]
    when: int | None
    confidence: float


class TimeShape(BaseModel):
    """One time expression."""

    span: Offsets
    edtf: str | None
    timex: str | None
    type: TimexType
    basis: TimeBasis
    rule: str


class ToponymShape(BaseModel):
    """One place name or demonym; `reason` says why this of all places that bear the name, `radius_km` how far off the point may be."""

    span: Offsets
    form: Literal["name", "demonym"]
    name: str
    geonameid: int | None
    lat: float | None
    lon: float | None
    country: str | None
    id: str | None
    precision: PlacePrecision
    radius_km: float | None
    reason: ToponymReason | None


class OffsetShape(BaseModel):
    """Words that give a place by distance or direction from the toponym at `anchor`; `described` is the toponym of which they tell it."""

    span: Offsets
    anchor: Offsets
    described: Offsets | None
    distance_km: float | None
    direction: Direction | None
    lat: float | None
    lon: float | None
    radius_km: float | None


class ActorShape(BaseModel):
    """One mention of an actor."""

    span: Offsets
    name: str
    kind: ActorKind
    id: str | None


class ParticipantShape(BaseModel):
    """Who or what takes part in an event."""

    span: Offsets
    text: str
    name: str | None
    role: ParticipantRole


class EventShape(BaseModel):
    """What one text tells of a happening; `span` is the clause that tells it."""

    span: Offsets
    type: EventType
    modes: list[str]
    control_change: ControlChange
    modality: Modality
    edtf: str | None
    place: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    participants: list[ParticipantShape]


class FigureShape(BaseModel):
    """A number with what it counts or measures."""

    span: Offsets
    metric: Metric
    low: float | None
    high: float | None
    exact: float | None
    unit: str | None
    scope: Scope


class ExtractedReport(BaseModel):
    """Everything found in one report."""

    id: str | int
    published: PublishedShape
    quotes: list[QuoteShape]
    times: list[TimeShape]
    toponyms: list[ToponymShape]
    offsets: list[OffsetShape]
    actors: list[ActorShape]
    events: list[EventShape]
    figures: list[FigureShape]
    boilerplate: list[Offsets]


def extracted_report(document: Document, found: Annotations) -> ExtractedReport:
    """The annotations of a document; quotes within quotes are left out here."""
    published = found.published
    return ExtractedReport(
        id=document.given_id if document.given_id is not None else document.ref,
        published=PublishedShape(
            start=published.start.isoformat() if published is not None and published.start is not None else None,
            end=published.end.isoformat() if published is not None and published.end is not None else None,
            basis=found.published_basis,
        ),
        quotes=[_quote(each) for each in found.attributions if each.quote.parent is None],
        times=[
            TimeShape(
                span=_offsets(each.span),
                edtf=each.edtf,
                timex=each.timex,
                type=each.type,
                basis=each.basis,
                rule=each.rule,
            )
            for each in found.times
        ],
        toponyms=[_toponym(each) for each in found.toponyms],
        offsets=[_offset(each) for each in found.offsets],
        actors=[_actor(each) for each in found.actors],
        events=[_event(each, document.text, found) for each in found.events],
        figures=[_figure(each) for each in found.figures],
        boilerplate=[_offsets(each) for each in found.boilerplate],
    )


def _quote(found: Attribution) -> QuoteShape:
    quote = found.quote
    return QuoteShape(
        content=[_offsets(span) for span in quote.content],
        cue=[_offsets(span) for span in quote.cue],
        speaker=_offsets(quote.speaker) if quote.speaker is not None else None,
        mode=quote.mode,
        speaker_name=found.speaker.name if found.speaker is not None else None,
        speaker_kind=found.speaker.kind if found.speaker is not None else None,
        attitude=quote.attitude,
        polarity=quote.polarity,
        act=quote.act,
        epistemic=quote.epistemic,
        about=[_offsets(topic.span) for topic in found.about],
        when=found.said.time,
        confidence=quote.confidence,
    )


def _toponym(found: Toponym) -> ToponymShape:
    return ToponymShape(
        span=_offsets(found.span), form=found.form, name=found.name, geonameid=found.geonameid,
        lat=found.latitude, lon=found.longitude, country=found.country, id=found.place_id,
        precision=found.precision, radius_km=found.radius_km, reason=found.reason,
    )  # fmt: skip


def _offset(found: Offset) -> OffsetShape:
    return OffsetShape(
        span=_offsets(found.span), anchor=_offsets(found.anchor.span),
        described=_offsets(found.described) if found.described is not None else None,
        distance_km=found.distance_km, direction=found.direction, lat=found.latitude, lon=found.longitude, radius_km=found.radius_km,
    )  # fmt: skip


def _actor(found: ActorMention) -> ActorShape:
    return ActorShape(span=_offsets(found.span), name=found.name, kind=found.kind, id=found.actor_id)


def _event(found: EventMention, text: str, around: Annotations) -> EventShape:
    when = happened_in(found, around.published)
    return EventShape(
        span=_offsets(found.span),
        type=found.type,
        modes=list(found.modes),
        control_change=found.control_change,
        modality=found.modality,
        edtf=when.edtf if when is not None else None,
        place=found.place.name if found.place is not None else None,
        lat=found.place.latitude if found.place is not None else None,
        lon=found.place.longitude if found.place is not None else None,
        radius_km=found.place.radius_km if found.place is not None else None,
        participants=[
            ParticipantShape(
                span=_offsets(each.span), text=text[each.span.start : each.span.end], name=each.name, role=each.role
            )
            for each in found.participants
        ],
    )


def _figure(found: Figure) -> FigureShape:
    return FigureShape(
        span=_offsets(found.span), metric=found.metric, low=found.low, high=found.high, exact=found.exact,
        unit=found.unit, scope=found.scope,
    )  # fmt: skip


def _offsets(span: Span) -> Offsets:
    return (span.start, span.end)
