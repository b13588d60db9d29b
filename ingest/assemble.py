"""Turns the annotations of one document into what it contributes to the graph: here ids appear, and nothing is read or asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from graph import ids
from graph.clock import clock_days
from graph.model import Actor, GraphBatch, Mention, Nearness, Place, Report, Source, Statement
from ingest.annotations import ActorMention, Annotations, Attribution, Span, Toponym
from ingest.assemble_events import Surroundings, assemble_event_mentions, assemble_figures
from ingest.readers import Document

DROPPED_WITHOUT_SPEAKER = "statement-without-speaker"

# Longer than any name; Neo4j indexes no more than some 8,000 bytes.
NAME_CHARACTERS_MAXIMUM = 200


@dataclass(frozen=True, slots=True)
class KnownThings:
    """What registry and gazetteer know, handed in as callables: an actor by id, a place by id with all that contain it."""

    actor: Callable[[str], Actor]
    places: Callable[[str], Sequence[Place]]


def report_id_of(document: Document) -> str:
    """The id of a document's report: its URL, its given id, else its publisher and path."""
    return ids.report_id(
        url=document.url,
        given_id=None if document.given_id is None else str(document.given_id),
        publisher=document.publisher,
        relative_path=document.relative_path,
    )


def content_hash_of(document: Document) -> str:
    """A hash of text, title and publication as given."""
    published = document.published.edtf if document.published is not None else None
    return ids.digest(document.text, document.title, published)


def metadata_hash_of(document: Document) -> str:
    """A hash of all else that is stored of a document, or that decides what is read in it."""
    return ids.digest(document.ref, document.url, document.language, document.publisher, document.home)


def assemble(document: Document, found: Annotations, known: KnownThings, extraction_version: str) -> GraphBatch:
    """The batch of one document; quotes whose speaker the text does not name are dropped and counted."""
    return _Assembly(document, found, known).batch(extraction_version)


class _Assembly:
    """Collects the actors and places that a report's statements and mentions lean on."""

    def __init__(self, document: Document, found: Annotations, known: KnownThings) -> None:
        self._document = document
        self._found = found
        self._known = known
        self._report_id = report_id_of(document)
        self._actor_by_id: dict[str, Actor] = {}
        self._place_by_id: dict[str, Place] = {}
        self._mentions: dict[tuple[str, Span], Mention] = {}
        self._dropped: Counter[str] = Counter()

    def batch(self, extraction_version: str) -> GraphBatch:
        for actor in self._found.actors:
            self._mention(self._actor(actor), actor.span, actor.name)
        for toponym in self._found.toponyms:
            self._mentioned_place(toponym)
        statement_by_index = self._statements()
        around = Surroundings(
            self._report_id, self._document.text, statement_by_index, self._mentioned_actor, self._mentioned_place
        )
        event_mentions = assemble_event_mentions(self._found, around)
        figures = assemble_figures(self._found, event_mentions, around)
        return GraphBatch(
            report=self._report(extraction_version),
            actors=tuple(self._actor_by_id[key] for key in sorted(self._actor_by_id)),
            places=tuple(self._place_by_id[key] for key in sorted(self._place_by_id)),
            mentions=tuple(sorted(self._mentions.values(), key=lambda each: (each.start, each.end, each.thing_id))),
            statements=tuple(statement_by_index.values()),
            dropped=dict(self._dropped),
            event_mentions=event_mentions,
            figures=figures,
        )

    def _report(self, extraction_version: str) -> Report:
        document = self._document
        source = Source(ids.source_id(document.publisher), document.publisher) if document.publisher else None
        return Report(
            id=self._report_id,
            ref=document.ref,
            title=document.title,
            url=document.url,
            language=document.language,
            text=document.text,
            published=self._found.published,
            published_basis=self._found.published_basis,
            source=source,
            content_hash=content_hash_of(document),
            metadata_hash=metadata_hash_of(document),
            extraction_version=extraction_version,
        )

    def _statements(self) -> dict[int, Statement]:
        """The statements by the index of their attribution, in text order."""
        attributions = self._found.attributions
        kept = [index for index, each in enumerate(attributions) if each.speaker is not None]
        if dropped := len(attributions) - len(kept):
            self._dropped[DROPPED_WITHOUT_SPEAKER] = dropped
        wordings = [(self._as_written(attributions[index]), self._content(attributions[index])) for index in kept]
        id_by_index = dict(zip(kept, ids.statement_ids(self._report_id, wordings), strict=True))
        return {index: self._statement(attributions[index], id_by_index) for index in kept}

    def _statement(self, each: Attribution, id_by_index: dict[int, str]) -> Statement:
        quote, speaker, said = each.quote, each.speaker, each.said
        assert speaker is not None
        speaker_id = self._actor(speaker)
        self._mention(speaker_id, speaker.span, speaker.name)
        topic_ids = [
            self._actor(topic) if isinstance(topic, ActorMention) else self._place(topic) for topic in each.about
        ]
        time = self._found.times[said.time] if said.time is not None else None
        clock_start, clock_end = clock_days(said.span_of_days, self._found.published)
        spans = self._spans(each)
        return Statement(
            id=id_by_index[self._found.attributions.index(each)],
            content=self._content(each),
            spans=tuple(offset for span in spans for offset in span),
            mode=quote.mode,
            cue=" ".join(self._words(span) for span in quote.cue),
            act=quote.act,
            attitude=quote.attitude,
            polarity=quote.polarity,
            epistemic=quote.epistemic,
            asserted=quote.asserted,
            speaker_id=speaker_id,
            speaker_as_written=self._as_written(each),
            speaker_role=speaker.role,
            told_to_id=self._actor(each.addressee) if each.addressee is not None else None,
            said_at_id=self._place(each.said_at) if each.said_at is not None else None,
            about_ids=tuple(sorted(set(topic_ids))),
            said=said.span_of_days,
            said_basis=said.basis,
            said_phrase=self._words(time.span) if time is not None else None,
            said_rule=time.rule if time is not None else None,
            clock_start=clock_start,
            clock_end=clock_end,
            evidence_start=quote.evidence.start,
            evidence_end=quote.evidence.end,
            evidence=self._words(quote.evidence),
            confidence=quote.confidence,
            parent_id=id_by_index.get(quote.parent) if quote.parent is not None else None,
        )

    def _spans(self, each: Attribution) -> tuple[Span, ...]:
        """The content, or, where it is elided, the clause."""
        return each.quote.content or (each.quote.evidence,)

    def _content(self, each: Attribution) -> str:
        return " ".join(self._words(span) for span in self._spans(each))

    def _as_written(self, each: Attribution) -> str:
        span = each.quote.speaker or (each.speaker.span if each.speaker is not None else None)
        return self._words(span) if span is not None else ""

    def _words(self, span: Span) -> str:
        return self._document.text[span.start : span.end]

    def _mention(self, thing_id: str, span: Span, name: str, reason: str | None = None) -> None:
        mention = Mention(thing_id, span.start, span.end, self._words(span), _name(name), reason)
        self._mentions.setdefault((thing_id, span), mention)

    def _mentioned_actor(self, mention: ActorMention) -> str:
        actor_id = self._actor(mention)
        self._mention(actor_id, mention.span, mention.name)
        return actor_id

    def _mentioned_place(self, toponym: Toponym) -> str:
        place_id = self._place(toponym)
        self._mention(place_id, toponym.span, toponym.name, toponym.reason)
        return place_id

    def _actor(self, mention: ActorMention) -> str:
        name = _name(mention.name)
        if mention.actor_id is not None:
            actor = self._known.actor(mention.actor_id)
        elif mention.named:
            actor = Actor(ids.derived_actor_id(mention.kind, name), mention.kind, name, derived=True)
        else:
            unnamed_id = ids.unnamed_actor_id(self._report_id, mention.kind, name)
            actor = Actor(unnamed_id, mention.kind, name, derived=True)
        self._actor_by_id.setdefault(actor.id, actor)
        return actor.id

    def _place(self, toponym: Toponym) -> str:
        if toponym.place_id is None:
            return self._local_place(toponym)
        self._add_known_places(toponym.place_id)
        return toponym.place_id

    def _local_place(self, toponym: Toponym) -> str:
        """A place that texts alone know, this report's own by its name; the first mention that says what contains it decides."""
        name, offset = _name(toponym.name), toponym.offset
        if offset is not None and offset.described is None:
            local_id = ids.offset_place_id(self._place(offset.anchor), offset.distance_km, offset.direction)
        else:
            local_id = ids.local_place_id(self._report_id, name)
        known = self._place_by_id.get(local_id)
        if known is None or (known.within is None and toponym.within is not None):
            self._place_by_id[local_id] = self._told_place(local_id, name, toponym)
            if toponym.within is not None:
                self._add_known_places(toponym.within)
        return local_id

    def _told_place(self, local_id: str, name: str, toponym: Toponym) -> Place:
        """A place as the text tells it: with a point only where it gives a distance from another place."""
        offset = toponym.offset
        place = Place(local_id, name, country=toponym.country, within=toponym.within)
        if offset is None:
            return place
        near = Nearness(self._place(offset.anchor), offset.distance_km, offset.direction)
        if offset.latitude is None:
            return replace(place, near=near)
        return replace(
            place,
            latitude=offset.latitude,
            longitude=offset.longitude,
            precision="offset",
            radius_km=offset.radius_km,
            near=near,
        )

    def _add_known_places(self, place_id: str) -> None:
        for place in self._known.places(place_id):
            self._place_by_id.setdefault(place.id, place)


def _name(words: str) -> str:
    """The words as a name, cut where no name is that long."""
    return words[:NAME_CHARACTERS_MAXIMUM]
