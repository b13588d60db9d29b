"""The shapes of answers about what happened."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from app.links import link
from app.schemas import EvidenceOut, ReportRef, ResolvedName, ThingOut
from graph.model_events import EventPlace, EventRecord, FigureRecord, Giver, MentionRecord, When
from graph.timespan import Precision

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Modality = Literal["actual", "planned", "predicted", "hypothetical", "negated", "historical"]
ControlChange = Literal["captured", "recaptured", "lost", "withdrawn_from", "contested", "encircled", "held", "none"]


class WhenOut(BaseModel):
    """When it happened: whole days, `end` exclusive; no `start` where the report does not tell."""

    edtf: str | None
    start: str | None
    end: str | None
    precision: Precision
    basis: Literal["explicit", "relative", "inherited", "publication", "none"] = Field(
        description="`inherited`: told of the same happening elsewhere in the report"
    )

    @classmethod
    def of(cls, found: When) -> WhenOut:
        """The shape of a time."""
        span = found.span
        return cls(
            edtf=span.edtf if span.start is not None else None,
            start=span.start.isoformat() if span.start is not None else None,
            end=span.end.isoformat() if span.end is not None else None,
            precision=span.precision,
            basis=found.basis,
        )


class ToldWhenOut(WhenOut):
    """When one report says that it happened, and in which words."""

    phrase: str | None


class EventPlaceOut(BaseModel):
    """Where it happened; `precision` is the kind of place that is told: what is told of a region happened somewhere in it.

    It is "near" for what is told without a distance from the place ("west of Bakhmut"), "offset" with one ("12 km north of Soledar").
    """

    id: str
    name: str
    lat: float | None
    lon: float | None
    precision: str
    radius_km: float | None = Field(description="how far off the point may be, null where nobody tells")

    @classmethod
    def of(cls, found: EventPlace) -> EventPlaceOut:
        """The shape of a place."""
        return cls(
            id=found.id, name=found.name, lat=found.latitude, lon=found.longitude, precision=found.precision,
            radius_km=found.radius_km,
        )  # fmt: skip


class ParticipantOut(ThingOut):
    """Who took part."""

    role: Literal["actor", "recipient"]


class GiverOut(BaseModel):
    """Who gives a figure: the speaker of its statement, else the report's publisher."""

    id: str
    name: str
    kind: Literal["Person", "Organization", "Country", "ArmedGroup", "Population", "Source"]

    @classmethod
    def of(cls, found: Giver) -> GiverOut:
        """The shape of a giver."""
        return cls(id=found.id, name=found.name, kind=found.kind)


class FigureOut(BaseModel):
    """A number as one report gives it: `exact`, or bounds."""

    id: str
    metric: str = Field(description="what it counts or measures", examples=["killed"])
    low: float | None
    high: float | None
    exact: float | None
    unit: str | None
    side: str | None = Field(description="whose it is")
    scope: Literal["incident", "cumulative"]
    negated: bool
    giver: GiverOut | None
    statement: str | None = Field(description="the id of the statement that gives it")
    report: ReportRef
    evidence: EvidenceOut

    @classmethod
    def of(cls, found: FigureRecord) -> FigureOut:
        """The shape of a figure."""
        return cls(
            id=found.id, metric=found.metric, low=found.low, high=found.high, exact=found.exact, unit=found.unit, side=found.side,
            scope=found.scope, negated=found.negated,
            giver=GiverOut.of(found.giver) if found.giver is not None else None, statement=found.statement_id,
            report=ReportRef.naming(found.report),
            evidence=EvidenceOut(start=found.start, end=found.end, text=found.text, before=None, after=None),
        )  # fmt: skip


class EventMentionOut(BaseModel):
    """One report's version of an event."""

    id: str
    modes: list[str]
    modality: Modality
    trigger: str = Field(description="the word that tells what kind of event it is")
    when: ToldWhenOut
    place_basis: Literal["explicit", "reference", "inherited", "none"] = Field(
        description='whence the place is: named, "the town", told of the same happening elsewhere in the report, not told'
    )
    statement: str | None = Field(description="the id of the statement that tells it, where somebody says so")
    stance: Literal["asserts", "denies", "doubts", "predicts"] | None = Field(description="the speaker's")
    report: ReportRef
    evidence: EvidenceOut

    @classmethod
    def of(cls, found: MentionRecord) -> EventMentionOut:
        """The shape of a mention."""
        evidence = EvidenceOut(
            start=found.evidence_start, end=found.evidence_end, text=found.evidence, before=None, after=None
        )
        return cls(
            id=found.id, modes=list(found.modes), modality=found.modality,
            trigger=found.trigger, when=ToldWhenOut(**WhenOut.of(found.when).model_dump(), phrase=found.when.phrase),
            place_basis=found.place_basis, statement=found.statement_id, stance=found.stance, report=ReportRef.naming(found.report),
            evidence=evidence,
        )  # fmt: skip


class EventOut(BaseModel):
    """What happened, over all reports that tell it; its own page has all mentions and figures, a list the first of them."""

    id: str
    type: EventType
    modes: list[str]
    control_change: ControlChange
    modality: Modality
    summary: str = Field(description="the clause of the earliest report")
    when: WhenOut
    place: EventPlaceOut | None
    participants: list[ParticipantOut]
    figures: list[FigureOut]
    figure_count: int
    mentions: list[EventMentionOut]
    mention_count: int
    links: dict[str, str] = Field(description="addresses of this service that say more")

    @classmethod
    def of(cls, found: EventRecord) -> EventOut:
        """The shape of an event."""
        return cls(
            id=found.id, type=found.type, modes=list(found.modes),
            control_change=found.control_change, modality=found.modality,
            summary=found.summary, when=WhenOut.of(found.when),
            place=EventPlaceOut.of(found.place) if found.place is not None else None,
            participants=[
                ParticipantOut(id=each.id, name=each.name, kind=each.kind, role=each.role)
                for each in found.participants
            ],
            figures=[FigureOut.of(each) for each in found.figures], figure_count=found.figure_count,
            mentions=[EventMentionOut.of(each) for each in found.mentions], mention_count=found.mention_count,
            links={"self": link("events", found.id), "neighbours": link("neighbours", found.id)},
        )  # fmt: skip


class EventList(BaseModel):
    """A page of events; `next` is the cursor of the page after, null at the end."""

    items: list[EventOut]
    next: str | None
    resolved: dict[str, ResolvedName]
