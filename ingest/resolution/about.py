"""What a statement is about: the actors and places that its content names, or takes up again by other words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from ingest.annotations import ActorMention, Quote, Span, Toponym
from ingest.resolution.discourse import Discourse, read_discourse

Topic = ActorMention | Toponym


def find_topics(
    doc: Doc,
    text: str,
    quote: Quote,
    actors: Sequence[ActorMention],
    toponyms: Sequence[Toponym],
    place_references: Sequence[Toponym],
    speaker: ActorMention | None,
) -> tuple[Topic, ...]:
    """The topics of a statement in text order, each thing once; the speaker only where an organisation or country tells its own deeds."""
    discourse = read_discourse(doc, text, actors)
    topics: dict[tuple[str, str], Topic] = {}
    for span in quote.content:
        for topic in _in_span(discourse, doc, span, actors, toponyms, place_references):
            if not _is_speaker(topic, speaker):
                topics.setdefault(_identity(topic), topic)
    return tuple(sorted(topics.values(), key=lambda topic: topic.span))


def _in_span(
    discourse: Discourse, doc: Doc, span: Span, actors: Sequence[ActorMention], toponyms: Sequence[Toponym], references: Sequence[Toponym]
) -> Iterator[Topic]:
    for actor in actors:
        if span.start <= actor.span.start < span.end:
            yield actor
    for toponym in (*toponyms, *references):
        if span.start <= toponym.span.start < span.end and toponym.form == "name" and not _covered(toponym.span, actors):
            yield toponym
    tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
    for token in tokens or ():
        entity = discourse.entity_at(token.i)
        if entity is not None and entity.mention.named and discourse.mention_at(token.i) is None and _may_refer(token):
            yield ActorMention(Span(token.idx, token.idx + len(token)), entity.mention.name, entity.mention.kind, entity.mention.actor_id, form="pronoun")


def _may_refer(token: Token) -> bool:
    return token.lower_ not in {"it", "its"}


def _covered(span: Span, actors: Sequence[ActorMention]) -> bool:
    return any(actor.span.start <= span.start and span.end <= actor.span.end for actor in actors)


def _is_speaker(topic: Topic, speaker: ActorMention | None) -> bool:
    if not isinstance(topic, ActorMention) or speaker is None or speaker.kind != "Person":
        return False
    return _identity(topic) == _identity(speaker)


def _identity(topic: Topic) -> tuple[str, str]:
    if isinstance(topic, ActorMention):
        return ("actor", topic.actor_id or f"{topic.kind} {topic.name}")
    if topic.place_id is not None:
        return ("place", topic.place_id)
    return ("place", topic.name)
