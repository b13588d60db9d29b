"""What the extractors find in one text: spans with their readings, never copies of text and never ids of the graph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from graph.model import PlacePrecision
from graph.timespan import TimeSpan


class Span(NamedTuple):
    """Code points `start <= i < end` of the text as read."""

    start: int
    end: int


Mode = Literal["direct", "indirect", "mixed"]
Attitude = Literal["speech", "belief", "plan"]
Polarity = Literal["positive", "negative"]
Act = Literal[
    "assert", "confirm", "deny", "announce", "assess", "predict", "accuse", "demand", "reject", "threaten", "promise",
    "concede", "support", "report",
]  # fmt: skip
Epistemic = Literal["certain_true", "probable_true", "unknown", "probable_false", "certain_false"]
CueClass = Literal["neutral", "claim", "deny", "soft", "strong"]
ActorKind = Literal["Person", "Organization", "Country", "ArmedGroup", "Population"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
TimeBasis = Literal["explicit", "relative", "none"]
SaidBasis = Literal["explicit", "relative", "inherited", "publication", "none"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
ControlChange = Literal[
    "captured", "recaptured", "lost", "withdrawn_from", "contested", "encircled", "held", "none"
]  # fmt: skip
Modality = Literal["actual", "planned", "predicted", "hypothetical", "negated", "historical"]
EventBasis = Literal["explicit", "relative", "inherited", "none"]
PlaceBasis = Literal["explicit", "reference", "inherited", "none"]
ParticipantRole = Literal["actor", "recipient", "location", "instrument"]
Direction = Literal["north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest"]
ToponymReason = Literal["only", "container", "kind", "offset", "context", "size", "reference", "focus", "unlisted"]
Metric = Literal[
    "killed", "wounded", "captured", "displaced", "missing", "casualties", "troops", "attacks", "weapons", "shells", "residents",
    "distance", "area", "share", "money", "other",
]  # fmt: skip
Scope = Literal["incident", "cumulative"]


@dataclass(frozen=True, slots=True)
class Quote:
    """One attribution: content, cue and speaker as the text has them (PARC / PolNeAR).

    `content` is empty where it is elided ("Kyiv denied it"); `evidence` then is the clause, else first span to last with the cue.
    `speaker` is the mention that goes with the cue, pronoun and all; None where the text names none.
    `asserted` is False for "did not say if …": the speaker does not vouch for the content.
    `parent` indexes the quote (in the same tuple) whose content holds this one: nested speech. Quotes stand in text order.
    """

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    speaker: Span | None
    mode: Mode
    evidence: Span
    cue_lemma: str
    cue_class: CueClass = "neutral"
    attitude: Attitude = "speech"
    act: Act = "assert"
    polarity: Polarity = "positive"
    epistemic: Epistemic = "unknown"
    asserted: bool = True
    addressee: Span | None = None
    medium: Span | None = None
    parent: int | None = None
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time, resolved to a calendar interval as far as the text allows.

    `span_of_days` is None where no interval follows (a bare duration, a set, a relative phrase without an anchor).
    `timex` is the TIMEX3 value; `edtf` the interval in EDTF; `rule` names the rule that decided; `anchor` the ISO date it leaned on.
    `alternatives` are EDTF readings that were considered less likely.
    """

    span: Span
    type: TimexType
    timex: str | None
    edtf: str | None
    span_of_days: TimeSpan | None
    basis: TimeBasis
    rule: str
    anchor: str | None = None
    certain: bool = True
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in text ("name"), or a demonym with its country, and the place it was resolved to.

    `place_id` is `geonames:<id>` or `overlay:<slug>` of the gazetteer, None for a place that no list knows (it stays without coordinates).
    `metonym` is True where the name stands for a government or a team ("Moscow said"). `reason` says why this candidate won: it is the
    only one; the text gives what contains it ("container"), what it is ("kind") or how far from where it lies ("offset"); the other
    places of the text ("context"); its size; the text named it before ("reference") or dwells on it ("focus"); or that no list has it
    ("unlisted"). `precision` says what the point is and `radius_km` how far off it may be; `within` is the id of what contains a place
    that no list knows, and `offset` where the text says that it lies from another.
    """

    span: Span
    form: Literal["name", "demonym"]
    name: str
    place_id: str | None
    geonameid: int | None
    latitude: float | None
    longitude: float | None
    country: str | None
    metonym: bool = False
    reason: ToponymReason | None = None
    confidence: float = 0.5
    precision: PlacePrecision = "unknown"
    radius_km: float | None = None
    within: str | None = None
    offset: Offset | None = None


@dataclass(frozen=True, slots=True)
class Offset:
    """Where something lies from a town that the text names: "12 km north of Soledar", "west of Bakhmut", "near Lyman".

    `span` covers the phrase and the name, `anchor` is the toponym with that name, `described` the span of the toponym of which it is told,
    None where no name is given. `distance_km` and `direction` are None where they are not told. Without a point `latitude`, `longitude`
    and `radius_km` are None; else `within` is the id of the smallest place known to contain it with all its radius, `country` that one's.
    """

    span: Span
    anchor: Toponym
    described: Span | None
    distance_km: float | None
    direction: Direction | None
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None
    within: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A mention of an actor: a name, or a pronoun or description that the discourse resolves.

    `actor_id` is a registry id, or None for one that only this text names. `name` is the fullest name known of it: the registry's
    canonical one, else the longest in the text. Mentions of one actor share `name`, `kind` and `actor_id`.
    `role` is the title that goes with the mention ("US Secretary of Defense"), None where there is none.
    `form`: "name", "pronoun" or "description" ("the ministry", "the Ukrainian leader").
    `named` is False for one whom the text never names ("an adviser to the president", "officials"): such an actor is this report's own.
    """

    span: Span
    name: str
    kind: ActorKind
    actor_id: str | None = None
    role: str | None = None
    form: Literal["name", "pronoun", "description"] = "name"
    named: bool = True


@dataclass(frozen=True, slots=True)
class Participant:
    """Who takes part in an event: the noun phrase at `span`, and whom it names.

    `name` and `actor_id` are those of the actor mention at the phrase's head, None where there is none.
    """

    span: Span
    role: ParticipantRole
    name: str | None = None
    actor_id: str | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """What one text tells of a happening (types and modes: PLOVER 2.0; see the ontology).

    `span` is the clause that tells it, `trigger` the word that decided the type. `time` indexes the time expressions, None where neither
    the clause nor the happening that it takes up has one; `span_of_days` is that expression's interval.
    `basis` and `place_basis` say whence day and place are: the clause's own words, a reference in it ("the town"), or "inherited" from
    another mention of the same happening.
    """

    span: Span
    trigger: Span
    type: EventType
    modes: tuple[str, ...]
    control_change: ControlChange
    modality: Modality
    time: int | None
    span_of_days: TimeSpan | None
    place: Toponym | None
    participants: tuple[Participant, ...]
    basis: EventBasis = "none"
    place_basis: PlaceBasis = "none"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts or measures; `low` and `high` are its bounds, `exact` where the text gives one number.

    `unit` is the singular of the noun that is counted, a currency or a measure. `scope` is "cumulative" for a total since some time.
    `event` and `attribution` index the event mentions and the quotes of the text, None where it belongs to none.
    """

    span: Span
    metric: Metric
    low: float | None
    high: float | None
    exact: float | None
    unit: str | None
    scope: Scope = "incident"
    negated: bool = False
    event: int | None = None
    attribution: int | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """When a quote was said: `time` indexes the time expressions, None where the text gives none of its own."""

    time: int | None
    span_of_days: TimeSpan
    basis: SaidBasis


@dataclass(frozen=True, slots=True)
class Attribution:
    """A quote with its speaker, addressee, topics, day and place resolved.

    A topic is the mention in the content that names or stands for it; `said_at` is the mention that names the place of
    saying, None where the text does not tell it.
    """

    quote: Quote
    speaker: ActorMention | None
    addressee: ActorMention | None
    about: tuple[ActorMention | Toponym, ...]
    said: Said
    said_at: Toponym | None = None


@dataclass(frozen=True, slots=True)
class Annotations:
    """All layers of one text, in the order in which they are made; `attributions` stand beside their quotes.

    `sentences` are those of the parse: what is found again in an untouched sentence is known again by it.
    """

    published: TimeSpan | None
    published_basis: Literal["metadata", "text", "none"]
    boilerplate: tuple[Span, ...]
    times: tuple[TimeExpression, ...]
    toponyms: tuple[Toponym, ...]
    actors: tuple[ActorMention, ...]
    attributions: tuple[Attribution, ...]
    events: tuple[EventMention, ...] = ()
    figures: tuple[Figure, ...] = ()
    sentences: tuple[Span, ...] = ()
    offsets: tuple[Offset, ...] = ()
