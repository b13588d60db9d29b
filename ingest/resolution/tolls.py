"""Joins a toll to the happening whose toll it is: "three people were killed; the police put the toll at five"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from ingest.annotations import EventMention, Figure

_LOSSES = frozenset({"killed", "wounded", "missing", "casualties"})


def link_tolls(doc: Doc, figures: Sequence[Figure], events: Sequence[EventMention]) -> tuple[Figure, ...]:
    """The figures, the tolls among them that stand in no event's clause with the last attack told before, if it has a day.

    The toll of something else ("the toll of the war") and one after attacks of several days or places stay as they are.
    """
    return tuple(
        _linked(each, events) if each.event is None and each.metric in _LOSSES and _is_plain_toll(doc, each) else each
        for each in figures
    )


def _linked(figure: Figure, events: Sequence[EventMention]) -> Figure:
    told = [
        (index, each)
        for index, each in enumerate(events)
        if each.type == "ASSAULT"
        and each.modality == "actual"
        and each.span.end <= figure.span.start
        and each.span_of_days is not None
    ]
    happenings = {(each.span_of_days, each.place.name if each.place is not None else None) for _, each in told}
    if len(happenings) != 1:
        return figure
    return replace(figure, event=told[-1][0], scope="incident")


def _is_plain_toll(doc: Doc, figure: Figure) -> bool:
    """Whether the sentence speaks of "the toll" or "the death toll", without saying whose it is."""
    words = doc.char_span(figure.span.start, figure.span.end, alignment_mode="expand")
    if words is None or not len(words):
        return False
    tolls = [token for token in words[0].sent if token.lemma_.lower() == "toll"]
    return bool(tolls) and not any(child.dep_ == "prep" for token in tolls for child in token.rights)
