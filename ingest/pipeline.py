"""From a document to its annotations and its batch, layer by layer in plain order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from graph.model import Actor, GraphBatch, Place, PublishedBasis
from graph.timespan import TimeSpan
from ingest.annotations import Annotations, Attribution, Quote, Span
from ingest.assemble import KnownThings, assemble
from ingest.cleaning import find_boilerplate
from ingest.extractors.actors import extract_actors
from ingest.extractors.events import extract_events
from ingest.extractors.figures import extract_figures, link_figures
from ingest.extractors.quotes import extract_quotes
from ingest.extractors.times import extract_times
from ingest.extractors.toponyms import extract_toponyms
from ingest.gazetteer import Gazetteer, open_gazetteer
from ingest.gazetteer.offsets import locate_described, place_offsets
from ingest.gazetteer.references import place_references
from ingest.homes import find_place, home_weights
from ingest.nlp import load_model, parse
from ingest.publication import find_publication_date
from ingest.readers import Document
from ingest.registry import Registry, load_registry
from ingest.resolution.about import find_topics
from ingest.resolution.distances import at_offsets
from ingest.resolution.happenings import settle_happenings
from ingest.resolution.occasions import when_and_where_said
from ingest.resolution.speakers import resolve_addressees, resolve_speakers
from ingest.resolution.tolls import link_tolls
from ingest.version import extraction_version

# A source's home that no list knows decides nothing, and whoever gave it hears of it.
DROPPED_HOME = "home-unknown"


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The resources of the extraction, loaded once a process."""

    model_name: str
    model: Language
    gazetteer: Gazetteer
    registry: Registry

    def annotate(self, document: Document, doc: Doc | None = None) -> Annotations:
        """All layers of a document; `doc` is the parse of its text where it was made before (`parse_all`)."""
        text = document.text
        published, basis = _published(document)
        boilerplate = find_boilerplate(text)
        doc = doc if doc is not None else parse(text, self.model)
        times = extract_times(text, published, doc)
        source = home_weights(document, self.gazetteer, self.registry)
        toponyms = extract_toponyms(doc, text, self.gazetteer, boilerplate, source=source)
        offsets = place_offsets(text, toponyms, self.gazetteer)
        toponyms = locate_described(toponyms, offsets)
        references = place_references(doc, text, toponyms, self.gazetteer)
        actors = extract_actors(doc, text, toponyms, self.registry, boilerplate)
        quotes = extract_quotes(doc, text, boilerplate)
        speakers = resolve_speakers(doc, text, quotes, actors, toponyms)
        addressees = resolve_addressees(doc, text, quotes, actors, toponyms)
        topics = find_topics(doc, text, quotes, actors, toponyms, references, speakers)
        said, said_at = when_and_where_said(doc, text, quotes, times, published, (*toponyms, *references), speakers)
        sentences = tuple(Span(each.start_char, each.end_char) for each in doc.sents)
        attributions = tuple(
            Attribution(
                quote=_with_evidence(text, sentences, quote),
                speaker=speaker,
                addressee=addressee,
                about=about,
                said=day,
                said_at=place,
            )
            for quote, speaker, addressee, about, day, place in zip(
                quotes, speakers, addressees, topics, said, said_at, strict=True
            )
        )
        events = extract_events(doc, text, times, toponyms, actors, boilerplate, references)
        events = settle_happenings(doc, events, times, toponyms, references, quotes)
        events = at_offsets(events, offsets)
        figures = link_figures(extract_figures(doc, text, toponyms, boilerplate), events, quotes)
        figures = link_tolls(doc, figures, events)
        return Annotations(
            published, basis, boilerplate, times, toponyms, actors, attributions, events, figures, sentences, offsets
        )

    def batch(self, document: Document, doc: Doc | None = None) -> GraphBatch:
        """What a document contributes to the graph; `doc` as in `annotate`."""
        known = KnownThings(actor=self._actor, places=self._places)
        batch = assemble(document, self.annotate(document, doc), known, extraction_version(self.model_name))
        if document.home is not None and find_place(document.home, self.gazetteer) is None:
            batch = replace(batch, dropped={**batch.dropped, DROPPED_HOME: 1})
        return batch

    def _actor(self, actor_id: str) -> Actor:
        found = self.registry.actor(actor_id)
        return Actor(found.id, found.kind, found.name, found.aliases, found.side, found.wikidata)

    def _places(self, place_id: str) -> list[Place]:
        """A place and all that contain it, smallest first."""
        records = [self.gazetteer.place(place_id), *self.gazetteer.parents(place_id)]
        larger: list[str | None] = [each.id for each in records[1:]]
        return [
            Place(
                id=record.id,
                name=record.name,
                aliases=tuple(record.aliases),
                feature=record.feature,
                country=record.country,
                latitude=record.latitude,
                longitude=record.longitude,
                within=within,
                precision=record.precision,
                radius_km=record.radius_km,
            )
            for record, within in zip(records, [*larger, None], strict=True)
        ]


@cache
def load_pipeline(model_name: str) -> Pipeline:
    """The resources, loaded once a process."""
    return Pipeline(model_name, load_model(model_name), open_gazetteer(), load_registry())


def _published(document: Document) -> tuple[TimeSpan | None, PublishedBasis]:
    """The publication as given, else as the text states it, else unknown."""
    if document.published is not None:
        return document.published, "metadata"
    stated = find_publication_date(document.text, document.url)
    return (stated[0], "text") if stated is not None else (None, "none")


def _with_evidence(text: str, sentences: Sequence[Span], quote: Quote) -> Quote:
    """The quote with its evidence widened to whole sentences: the words around it."""
    start, end = quote.evidence
    first = bisect_right(sentences, start, key=_start) - 1
    last = bisect_right(sentences, end - 1, key=_start) - 1
    start = min(start, sentences[max(first, 0)].start)
    end = max(end, sentences[max(last, 0)].end)
    words = text[start:end]
    return replace(
        quote, evidence=Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))
    )


def _start(span: Span) -> int:
    return span.start
