"""Events: what happened, by whom, to whom and where, by a lexicon of triggers and the parse of one text."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from ingest.annotations import ActorMention, EventMention, PlaceBasis, Span, TimeExpression, Toponym
from ingest.extractors.events.circumstances import evidence_of, modality_of, place_of, time_of
from ingest.extractors.events.participants import participants_of
from ingest.extractors.events.selection import readings_of_sentence
from ingest.extractors.events.surroundings import Surroundings

__all__ = ["extract_events"]


def extract_events(
    doc: Doc,
    text: str,  # noqa: ARG001 - all extractors take the parse and its text
    times: Sequence[TimeExpression],
    toponyms: Sequence[Toponym],
    actors: Sequence[ActorMention],
    boilerplate: Sequence[Span] = (),
    references: Sequence[Toponym] = (),
) -> tuple[EventMention, ...]:
    """The events of a text, sentence by sentence, a sentence's main event first; none that touches `boilerplate`.

    `doc` is the parse of `text` (`ingest.nlp.parse`). `references` are the places that "the town" and the like
    stand for (`place_references`). Statements alone are no events but for the types that are acts of speech.
    """
    around = Surroundings.of(doc, times, toponyms, actors, references)
    events = []
    for sentence in around.sentences_with_triggers(boilerplate):
        for reading in readings_of_sentence(sentence, around):
            trigger = reading.trigger
            time = time_of(reading, around)
            place = place_of(reading, around)
            span_of_days = times[time].span_of_days if time is not None else None
            events.append(
                EventMention(
                    span=evidence_of(reading, around),
                    trigger=Span(trigger.idx, trigger.idx + len(trigger)),
                    type=reading.type,
                    modes=reading.modes,
                    control_change=reading.control_change,
                    modality=modality_of(reading, span_of_days, around),
                    time=time,
                    span_of_days=span_of_days,
                    place=place,
                    participants=participants_of(reading, around),
                    basis=times[time].basis if time is not None else "none",
                    place_basis=_place_basis(place),
                )
            )
    return tuple(events)


def _place_basis(place: Toponym | None) -> PlaceBasis:
    if place is None:
        return "none"
    return "reference" if place.reason == "reference" else "explicit"
