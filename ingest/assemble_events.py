"""Turns the events and figures found in one document into what it contributes to the graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from graph import ids
from graph.clock import clock_days
from graph.model import Statement
from graph.model_events import HAPPENED, EventMention, Figure, Participation, Stance, WhenBasis
from graph.timespan import TimeSpan
from ingest import annotations as found_in_text
from ingest.annotations import ActorMention, Annotations, Attribution, Span, Toponym


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The report that the events stand in: its id, its text, its statements by the index of their attribution.

    `actor` and `place` give the id of a mention's actor or place, and see to it that the batch has them.
    """

    report_id: str
    text: str
    statement_by_index: Mapping[int, Statement]
    actor: Callable[[ActorMention], str]
    place: Callable[[Toponym], str]

    def words(self, span: Span) -> str:
        """The characters of a span."""
        return self.text[span.start : span.end]


def happened_in(mention: found_in_text.EventMention, published: TimeSpan | None) -> TimeSpan | None:
    """The days that the text tells for an event; what has happened is cut at the publication, what is to come is not."""
    span = mention.span_of_days
    if span is None or mention.modality not in HAPPENED or published is None or published.end is None:
        return span
    return span.cut_after(published.end - timedelta(days=1))


def assemble_event_mentions(found: Annotations, around: Surroundings) -> tuple[EventMention, ...]:
    """The mentions of events, each with its characters, in the order of the annotations."""
    wordings = [(around.words(_sentence(found, each)), around.words(each.trigger)) for each in found.events]
    mention_ids = ids.event_mention_ids(around.report_id, wordings)
    return tuple(
        _event_mention(mention_id, each, found, around)
        for mention_id, each in zip(mention_ids, found.events, strict=True)
    )


def assemble_figures(found: Annotations, mentions: Sequence[EventMention], around: Surroundings) -> tuple[Figure, ...]:
    """The figures, each in the statement and the event mention that give it; `mentions` stand beside the events of `found`."""
    given_in = [_given_in(each, found, mentions, around) for each in found.figures]
    figure_ids = ids.figure_ids(
        (mention or statement or around.report_id, around.words(each.span))
        for each, (statement, mention) in zip(found.figures, given_in, strict=True)
    )
    statement_by_id = {each.id: each for each in around.statement_by_index.values()}
    return tuple(
        Figure(
            id=figure_id,
            metric=each.metric,
            low=each.low,
            high=each.high,
            exact=each.exact,
            unit=each.unit,
            scope=each.scope,
            negated=each.negated,
            start=each.span.start,
            end=each.span.end,
            text=around.words(each.span),
            statement_id=statement,
            mention_id=mention,
            about_ids=statement_by_id[statement].about_ids if statement is not None and mention is None else (),
        )
        for figure_id, each, (statement, mention) in zip(figure_ids, found.figures, given_in, strict=True)
    )


def _event_mention(
    mention_id: str, each: found_in_text.EventMention, found: Annotations, around: Surroundings
) -> EventMention:
    told = happened_in(each, found.published)
    when = told if told is not None else _undated(each, found.published)
    clock_start, clock_end = clock_days(when, found.published)
    index = _telling_quote(each.trigger, found.attributions, around)
    statement = around.statement_by_index[index] if index is not None else None
    time = found.times[each.time] if each.time is not None else None
    return EventMention(
        id=mention_id,
        type=each.type,
        modes=each.modes,
        control_change=each.control_change,
        modality=each.modality,
        trigger=around.words(each.trigger),
        evidence_start=each.span.start,
        evidence_end=each.span.end,
        evidence=around.words(each.span),
        place_id=around.place(each.place) if each.place is not None else None,
        participations=_participations(each, found.actors, around),
        when=when,
        when_basis=_basis(found, each, told),
        when_phrase=around.words(time.span) if time is not None else None,
        clock_start=clock_start,
        clock_end=clock_end,
        statement_id=statement.id if statement is not None else None,
        stance=_stance(found.attributions[index], each) if index is not None else None,
        place_basis=each.place_basis,
        place_precision="near" if _is_near(each.place) else None,
    )


def _is_near(place: Toponym | None) -> bool:
    """Whether the text only says that it happened near the place: it gives no point."""
    return place is not None and place.offset is not None and place.offset.latitude is None


def _undated(each: found_in_text.EventMention, published: TimeSpan | None) -> TimeSpan:
    """No day is told: what has happened did so before its report was out."""
    bounded = published is not None and each.modality in HAPPENED
    return TimeSpan(None, published.end if published is not None and bounded else None, "unknown")


def _basis(found: Annotations, each: found_in_text.EventMention, told: TimeSpan | None) -> WhenBasis:
    if told is None:
        return "publication" if found.published is not None else "none"
    if each.basis == "inherited":
        return "inherited"
    return found.times[each.time].basis if each.time is not None else "explicit"


def _participations(
    each: found_in_text.EventMention, actors: Sequence[ActorMention], around: Surroundings
) -> tuple[Participation, ...]:
    """Those of the participants whom a mention of an actor names; places and instruments took no part."""
    parts: dict[Participation, None] = {}
    for participant in each.participants:
        if participant.role not in ("actor", "recipient") or participant.name is None:
            continue
        named = [
            actor
            for actor in actors
            if (actor.name, actor.actor_id) == (participant.name, participant.actor_id)
            and actor.span.start < participant.span.end
            and participant.span.start < actor.span.end
        ]
        if named:
            role = "actor" if participant.role == "actor" else "recipient"
            parts.setdefault(Participation(around.actor(named[0]), role))  # type: ignore[arg-type]
    return tuple(parts)


def _sentence(found: Annotations, each: found_in_text.EventMention) -> Span:
    """The sentence of the trigger, else the clause."""
    for sentence in found.sentences:
        if sentence.start <= each.trigger.start and each.trigger.end <= sentence.end:
            return sentence
    return each.span


def _telling_quote(span: Span, attributions: Sequence[Attribution], around: Surroundings) -> int | None:
    """The index of the innermost quote with a statement in whose content a span lies."""
    holding = [
        (content.end - content.start, index)
        for index in around.statement_by_index
        for content in attributions[index].quote.content
        if content.start <= span.start and span.end <= content.end
    ]
    return min(holding)[1] if holding else None


def _given_in(
    each: found_in_text.Figure, found: Annotations, mentions: Sequence[EventMention], around: Surroundings
) -> tuple[str | None, str | None]:
    """The ids of the statement and the event mention that give a figure."""
    index = each.attribution if each.attribution in around.statement_by_index else None
    if index is None:
        index = _telling_quote(each.span, found.attributions, around)
    statement = around.statement_by_index[index].id if index is not None else None
    return statement, mentions[each.event].id if each.event is not None else None


def _stance(found: Attribution, each: found_in_text.EventMention) -> Stance | None:
    """How the speaker stands to the happening; None where the speaker does not vouch for what is said."""
    quote = found.quote
    if quote.act == "deny" and quote.polarity == "negative":
        return "denies"
    if not quote.asserted:
        return None
    if quote.polarity == "negative" or quote.epistemic == "certain_false" or each.modality == "negated":
        return "denies"
    if quote.epistemic == "probable_false":
        return "doubts"
    looks_ahead = quote.act in ("predict", "threaten", "promise") or quote.attitude == "plan"
    return "predicts" if looks_ahead or each.modality in ("planned", "predicted") else "asserts"
