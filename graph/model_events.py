"""What reports tell of happenings and of numbers, and what a reader gets back of them, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from graph.timespan import TimeSpan

WhenBasis = Literal["explicit", "relative", "publication", "none"]
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
