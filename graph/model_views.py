"""What a reader gets back of actors, places, reports and the ways between them, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from graph.model import PlacePrecision, PublishedBasis, StatementRecord, Thing
from graph.model_events import EventRecord, ReportName
from graph.timespan import TimeSpan

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class ReportRecord:
    """One report without its text; `published` None where nobody knows its day."""

    id: str
    ref: str
    title: str | None
    url: str | None
    language: str | None
    source_id: str | None
    source: str | None
    published: TimeSpan | None
    published_basis: PublishedBasis
    statement_count: int
    mention_count: int


@dataclass(frozen=True, slots=True)
class MentionRecord:
    """The characters of a report that name a thing; `reason` is why this place is meant, None for an actor."""

    report: ReportName
    start: int
    end: int
    surface: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class NamedThing:
    """A thing that one report names: how often, and where first."""

    thing: Thing
    count: int
    start: int
    end: int
    surface: str


@dataclass(frozen=True, slots=True)
class ActorRecord:
    """An actor as a list shows it; `canonical` is the id under which it and all that was judged to be the same are found."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    side: str | None
    wikidata: str | None
    canonical: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A thing that an actor speaks about, and in how many statements."""

    thing: Thing
    count: int


@dataclass(frozen=True, slots=True)
class ActorPage:
    """One actor with what it said, what is said about it, and the characters that name it.

    `first_day` and `last_day` bound the days, both included, that reports tell for what it said; None where they tell none.
    """

    actor: ActorRecord
    said_count: int
    about_count: int
    mention_count: int
    report_count: int
    first_day: date | None
    last_day: date | None
    topics: tuple[Topic, ...]
    mentions: tuple[MentionRecord, ...]


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """A place as a list shows it; `precision` and `radius_km` as of `Place`; `distance_km` where a point was asked for."""

    id: str
    name: str
    aliases: tuple[str, ...]
    feature: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    precision: PlacePrecision
    radius_km: float | None
    distance_km: float | None = None


@dataclass(frozen=True, slots=True)
class NearPlace:
    """A place from which another one is given: so far and in that direction, None where no text tells it."""

    thing: Thing
    distance_km: float | None
    direction: str | None


@dataclass(frozen=True, slots=True)
class PlacePage:
    """One place, the larger ones that it lies within (next first), those that lie directly within it, and where it is named.

    `near` is the place from which texts give this one by distance or direction, None where they give it by name.
    `count_by_reason` says how often mentions were read as this place for which reason, the most frequent first.
    """

    place: PlaceRecord
    lies_within: tuple[Thing, ...]
    holds: tuple[Thing, ...]
    holds_count: int
    about_count: int
    said_at_count: int
    mention_count: int
    report_count: int
    count_by_reason: dict[str, int]
    near: NearPlace | None
    mentions: tuple[MentionRecord, ...]


@dataclass(frozen=True, slots=True)
class Listing(Generic[Item]):
    """One page of a list; `next` is the cursor of the page after, None at the end."""

    items: tuple[Item, ...] = field(default=())
    next: str | None = None


@dataclass(frozen=True, slots=True)
class Snippet:
    """Some of a text around the words that were found: `text` is the text from `start` to `end`, `matches` are offsets into `text`."""

    text: str
    start: int
    end: int
    matches: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class SearchHit:
    """What was found: a statement, or a thing or event (`name` is its summary) with the characters of a report that tell of it."""

    kind: str
    id: str
    name: str
    score: float
    snippet: Snippet
    statement: StatementRecord | None
    mention: MentionRecord | None


@dataclass(frozen=True, slots=True)
class NodeEvidence:
    """The characters of a report by which a statement stands in the graph."""

    report_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Node:
    """A node of any kind: `name` is a statement's content, an event's summary, a report's title; `degree` counts its relationships."""

    id: str
    kind: str
    name: str
    day: str | None
    evidence: NodeEvidence | None
    degree: int
    feature: str | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """A relationship between two nodes; of a report the first characters that name the thing, or tell of the event."""

    start_id: str
    end_id: str
    type: str
    mention: tuple[int, int, str] | None = None


@dataclass(frozen=True, slots=True)
class VisitedNode:
    """A node with how many hops away it was met, and whether some of its neighbours are left out; None: they were not looked at."""

    node: Node
    hop: int
    truncated: bool | None


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """What lies around a node; `truncated` where anything was left out."""

    nodes: tuple[VisitedNode, ...]
    edges: tuple[Edge, ...]
    truncated: bool


@dataclass(frozen=True, slots=True)
class Way:
    """Nodes one after the other, and between each two the edge that joins them."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """The shortest ways that were found; `truncated` where not everything was looked at, so that there may be more or shorter ones."""

    ways: tuple[Way, ...]
    truncated: bool


@dataclass(frozen=True, slots=True)
class TimelineGroup:
    """What began in one stretch of days, in order; `span` None holds what no report gives any day for.

    `count` is how many there are on all pages; where `more` at least so many.
    """

    span: TimeSpan | None
    count: int
    more: bool
    items: tuple[StatementRecord | EventRecord, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """One page of a timeline; `next` is the cursor of the page after, None at the end."""

    groups: tuple[TimelineGroup, ...]
    next: str | None
