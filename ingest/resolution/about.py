"""What a statement is about: the actors and places that its content names or takes up, or else those that the text is about there."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from ingest.annotations import ActorMention, Quote, Toponym
from ingest.resolution.continuation import content_tokens, goes_on, in_one_sentence, taken_up, takes_up_a_statement
from ingest.resolution.discourse import read_discourse
from ingest.resolution.own_side import is_same_actor
from ingest.resolution.pointers import pointed_at
from ingest.resolution.topics import PARTY_KINDS, Topic, TopicReader

# "They" takes up these together.
PARTIES_MINIMUM = 2


def find_topics(
    doc: Doc,
    text: str,
    quotes: Sequence[Quote],
    actors: Sequence[ActorMention],
    toponyms: Sequence[Toponym],
    place_references: Sequence[Toponym],
    speakers: Sequence[ActorMention | None],
) -> tuple[tuple[Topic, ...], ...]:
    """For each quote its topics in text order, each thing once.

    Who speaks is no topic, but an organisation or country that tells of its own deeds and forces is. A statement without a place of its
    own that tells of a happening is about the place that the text is about there. One that only takes up what another has said ("denied
    it") is about what that was about. Topics that the text does not allow to tell are left out.
    """
    reader = TopicReader(read_discourse(doc, text, actors, toponyms), actors, toponyms, place_references)
    found: list[tuple[Topic, ...]] = []
    for index, (quote, speaker) in enumerate(zip(quotes, speakers, strict=True)):
        topics = reader.topics(quote, speaker, _parties_just_before(doc, quotes, index, found))
        if any(isinstance(topic, Toponym) for topic in topics):
            topics = (*topics, *reader.parts_pointed_at(quote, topics))
        if not topics and takes_up_a_statement(doc, quote):
            before = taken_up(doc, quotes, index, found)
            topics = found[before] if before is not None else ()
            if quote.act == "accuse" or (speaker is not None and speaker.kind == "Person"):
                # "Blamed it on the other": nobody accuses himself.
                topics = tuple(
                    topic for topic in topics if not (isinstance(topic, ActorMention) and is_same_actor(speaker, topic))
                )
        if not any(isinstance(topic, Toponym) for topic in topics):
            pointed = pointed_at(doc, quotes, index, found, reader.parties_and_places)
            topics = (*topics, *(topic for topic in pointed if not topics or isinstance(topic, Toponym)))
        asked_of_parties = quote.act == "demand" and any(isinstance(topic, ActorMention) for topic in topics)
        if not asked_of_parties and not any(isinstance(topic, Toponym) for topic in topics):
            topics = (*topics, *(reader.speakers_towns(quote) or reader.focus_topics(quote.content)))
        if not topics:
            topics = reader.antecedent_topics(quote, speaker)
        if not topics:
            topics = reader.question_topics(quote, speaker)
        if (
            not any(isinstance(topic, Toponym) for topic in topics)
            and index
            and speaker is not None
            and is_same_actor(speakers[index - 1], speaker)
        ):
            if in_one_sentence(doc, quotes[index - 1], quote):
                topics = (*topics, *(topic for topic in found[index - 1] if isinstance(topic, Toponym)))
            elif not topics and goes_on(doc, quote):
                topics = found[index - 1]
        found.append(tuple(sorted(topics, key=lambda topic: topic.span)))
    return tuple(found)


def _parties_just_before(
    doc: Doc, quotes: Sequence[Quote], index: int, found: Sequence[tuple[Topic, ...]]
) -> tuple[ActorMention, ...]:
    """The two or more parties that the statement in the sentence just before was about."""
    if not index or quotes[index].parent == index - 1:
        return ()
    parties = tuple(each for each in found[index - 1] if isinstance(each, ActorMention) and each.kind in PARTY_KINDS)
    if len(parties) < PARTIES_MINIMUM:
        return ()
    before, here = (content_tokens(doc, quotes[each].cue[:1])[0].sent for each in (index - 1, index))
    beside = before.end in {here.start, here.end} and not any("\n" in token.text for token in before[-1:])
    return parties if beside else ()
