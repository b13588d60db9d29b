"""Joins figures to the events and the statements that give them, once all three are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.annotations import EventMention, Figure, Quote, Span


def link_figures(
    figures: Sequence[Figure], events: Sequence[EventMention], quotes: Sequence[Quote]
) -> tuple[Figure, ...]:
    """The figures with the index of the event whose clause holds them and of the innermost quote whose content does."""
    return tuple(
        replace(
            figure,
            event=_innermost(figure, [(each.span,) for each in events]),
            attribution=_innermost(figure, [each.content for each in quotes]),
        )
        for figure in figures
    )


def _innermost(figure: Figure, holders: Sequence[Sequence[Span]]) -> int | None:
    """The index of the shortest holder of which one span holds the figure; of equal ones the first."""
    holding = [
        (span.end - span.start, index)
        for index, spans in enumerate(holders)
        for span in spans
        if span.start <= figure.span.start and figure.span.end <= span.end
    ]
    return min(holding)[1] if holding else None
