"""What reports tell of happenings and of numbers, and what a reader gets back of them, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from graph.timespan import TimeSpan

WhenBasis = Literal["explicit", "relative", "inherited", "publication", "none"]
PlaceBasis = Literal["explicit", "reference", "inherited", "none"]
Role = Literal["actor", "recipient"]
Stance = Literal["asserts", "denies", "doubts", "predicts"]

# Only these enter a timeline unless asked otherwise.
HAPPENED = ("actual", "historical")


@dataclass(frozen=True, slots=True, order=True)
class Participation:
    """An actor of the batch that took part."""

    actor_id: str
    role: Role


@dataclass(frozen=True, slots=True)
class EventMention:
    """What one report tells of a happening, with the characters that do.

    `when` has no start where the text tells no day; its end then is the publication's, where that bounds it.
    `clock_start`/`clock_end` are the days by which events are ordered and filtered: `when`, else the publication, else None.
    `place_basis` says whence the place is: a name in the clause, a reference ("the town"), or another mention of the same happening.
    `place_precision` is what the text adds to the place: "near" where it happened near it ("west of Bakhmut"), None for the place itself.
    `statement_id` is the statement in whose content it is told, `stance` its speaker's towards the happening; None where the speaker
    vouches for nothing.
    """

    id: str
    type: str
    modes: tuple[str, ...]
    control_change: str
    modality: str
    trigger: str
    evidence_start: int
    evidence_end: int
    evidence: str
    place_id: str | None
    participations: tuple[Participation, ...]
    when: TimeSpan
    when_basis: WhenBasis
    when_phrase: str | None
    clock_start: str | None
    clock_end: str | None
    statement_id: str | None = None
    stance: Stance | None = None
    place_basis: PlaceBasis = "none"
    place_precision: Literal["near"] | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """An attributed number: `exact`, or bounds `low` and `high`; who gives it is the statement's speaker, else the report's source.

    It stands in a statement, an event mention or both; else in the report alone. `about_ids` name actors and places of the same batch;
    one of an event mention is about that event instead.
    """

    id: str
    metric: str
    low: float | None
    high: float | None
    exact: float | None
    unit: str | None
    scope: str
    negated: bool
    start: int
    end: int
    text: str
    side: str | None = None
    statement_id: str | None = None
    mention_id: str | None = None
    about_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportName:
    """The report that something stands in, as answers name it; `published` is the first day of its publication."""

    id: str
    ref: str
    title: str | None
    url: str | None
    source: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class When:
    """When something happened; `day` is the first day by which it is ordered, None where nobody knows any."""

    span: TimeSpan
    basis: str
    phrase: str | None
    day: str | None


@dataclass(frozen=True, slots=True)
class EventPlace:
    """Where something happened; `precision` says what kind of place that is, or "near" it; `radius_km` is how far off the point may be."""

    id: str
    name: str
    precision: str
    latitude: float | None
    longitude: float | None
    radius_km: float | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor that took part."""

    id: str
    name: str
    kind: str
    role: Role


@dataclass(frozen=True, slots=True)
class MentionRecord:
    """One report's version of an event."""

    id: str
    modes: tuple[str, ...]
    modality: str
    trigger: str
    when: When
    report: ReportName
    evidence_start: int
    evidence_end: int
    evidence: str
    statement_id: str | None
    stance: Stance | None
    place_basis: PlaceBasis


@dataclass(frozen=True, slots=True)
class Giver:
    """Who gives a figure: the speaker of its statement, else the report's source."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class FigureRecord:
    """A figure of an event as one report gives it; no giver where nobody knows who published the report."""

    id: str
    metric: str
    low: float | None
    high: float | None
    exact: float | None
    unit: str | None
    side: str | None
    scope: str
    negated: bool
    giver: Giver | None
    statement_id: str | None
    report: ReportName
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class EventRecord:
    """An event as it is read back; of its mentions and figures the first ones, and how many there are."""

    id: str
    type: str
    modes: tuple[str, ...]
    control_change: str
    modality: str
    summary: str
    when: When
    place: EventPlace | None
    participants: tuple[Participant, ...]
    mentions: tuple[MentionRecord, ...]
    mention_count: int
    figures: tuple[FigureRecord, ...]
    figure_count: int
