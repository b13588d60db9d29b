"""The domain model: what one report contributes to the graph, and what a reader gets back, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from graph.model_events import EventMention, Figure, ReportName
from graph.timespan import TimeSpan

ActorKind = Literal["Person", "Organization", "Country", "ArmedGroup", "Population"]
SaidBasis = Literal["explicit", "relative", "inherited", "publication", "none"]
PublishedBasis = Literal["metadata", "text", "none"]
PlacePrecision = Literal["point", "town", "community", "area", "offset", "unknown"]

# The status of a report that was taken out of the graph: its node stays as a tombstone.
WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Source:
    """Who publishes reports; `kind` is official, party, agency, press, analyst or blog, None where nobody told."""

    id: str
    name: str
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One news document. `text` is as read: every offset of the graph points into it, in code points.

    `published` None: nobody knows. `content_hash` covers text, title and publication day, `metadata_hash` all else that is stored.
    """

    id: str
    ref: str
    title: str | None
    url: str | None
    language: str | None
    text: str
    published: TimeSpan | None
    published_basis: PublishedBasis
    source: Source | None
    content_hash: str
    metadata_hash: str
    extraction_version: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Who speaks or acts. `derived` actors come from text alone: their name and aliases follow from their mentions."""

    id: str
    kind: ActorKind
    name: str
    aliases: tuple[str, ...] = ()
    side: str | None = None
    wikidata: str | None = None
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Nearness:
    """So far and in that direction from another place of the batch; None where no text tells it."""

    place_id: str
    distance_km: float | None
    direction: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer (`geonames:…`, `overlay:…`) or of texts alone (`local:…`).

    `precision` says what its point is: the thing itself, a town's centre, for a hamlet its community's, the middle of an area, what a text
    gives by distance from another place ("offset"), or nothing; `radius_km` bounds how far off it may be, None where nobody tells.
    `near` is that other place; a text may name it without a distance too ("west of Bakhmut"), which gives no point.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    feature: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    within: str | None = None
    precision: PlacePrecision = "unknown"
    radius_km: float | None = None
    near: Nearness | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of the report that names an actor or a place; `name` is what the text calls it in full.

    `reason` says why of all places that bear the name this one is meant; None for an actor.
    """

    thing_id: str
    start: int
    end: int
    surface: str
    name: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what, about what, when, with the characters that say so.

    `speaker_id`, `told_to_id` and `about_ids` name actors and places of the same batch. `said` has no start where the text tells no day.
    `clock_start`/`clock_end` are the days by which statements are ordered and filtered: `said`, else the publication, else None.
    `evidence_start/_end` bound the first span to the last, cue included; `evidence` is that text with the words around it.
    `parent_id` is the statement that quotes this one.
    """

    id: str
    content: str
    spans: tuple[int, ...]
    mode: str
    cue: str
    act: str
    attitude: str
    polarity: str
    epistemic: str
    asserted: bool
    speaker_id: str
    speaker_as_written: str
    speaker_role: str | None
    told_to_id: str | None
    said_at_id: str | None
    about_ids: tuple[str, ...]
    said: TimeSpan
    said_basis: SaidBasis
    said_phrase: str | None
    said_rule: str | None
    clock_start: str | None
    clock_end: str | None
    evidence_start: int
    evidence_end: int
    evidence: str
    confidence: float
    parent_id: str | None = None


@dataclass(frozen=True, slots=True)
class GraphBatch:
    """Everything that one report contributes; `dropped` counts what the extraction found and the graph does not take, by reason."""

    report: Report
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    dropped: dict[str, int] = field(default_factory=dict)
    event_mentions: tuple[EventMention, ...] = ()
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportState:
    """What the graph holds of a report, to tell whether it must be loaded again; of an erased one its status alone."""

    content_hash: str | None
    metadata_hash: str | None
    extraction_version: str | None
    status: str

    @property
    def is_withdrawn(self) -> bool:
        """Whether the report was taken out of the graph, to stay out."""
        return self.status == WITHDRAWN


@dataclass(frozen=True, slots=True)
class Thing:
    """An actor or place as a list of results shows it."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class StatementRecord:
    """A statement as it is read back, with its speaker, topics and report."""

    id: str
    content: str
    spans: tuple[int, ...]
    mode: str
    cue: str
    act: str
    attitude: str
    polarity: str
    epistemic: str
    asserted: bool
    speaker: Thing
    speaker_as_written: str
    speaker_role: str | None
    told_to: Thing | None
    said_at: Thing | None
    about: tuple[Thing, ...]
    said: TimeSpan
    said_basis: str
    said_phrase: str | None
    said_rule: str | None
    clock_start: str | None
    evidence_start: int
    evidence_end: int
    evidence: str
    confidence: float
    report: ReportName
    quotes: tuple[str, ...]
    quoted_by: str | None


@dataclass(frozen=True, slots=True)
class WriteCounters:
    """Neo4j's own counters, summed over a load."""

    nodes_created: int = 0
    nodes_deleted: int = 0
    relationships_created: int = 0
    relationships_deleted: int = 0
    properties_set: int = 0

    def __add__(self, other: WriteCounters) -> WriteCounters:
        return WriteCounters(
            self.nodes_created + other.nodes_created,
            self.nodes_deleted + other.nodes_deleted,
            self.relationships_created + other.relationships_created,
            self.relationships_deleted + other.relationships_deleted,
            self.properties_set + other.properties_set,
        )
