"""Figures: how many, how much, how far, with bounds, and what is counted, by the numbers and the parse of one text."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from ingest.annotations import Figure, Scope, Span, Toponym
from ingest.extractors.figures import lexicon
from ingest.extractors.figures.counted import counted_by
from ingest.extractors.figures.linking import link_figures
from ingest.extractors.figures.quantities import Quantity, find_quantities

__all__ = ["extract_figures", "link_figures"]


def extract_figures(
    doc: Doc,
    text: str,  # noqa: ARG001 - all extractors take the parse and its text
    toponyms: Sequence[Toponym] = (),
    boilerplate: Sequence[Span] = (),
) -> tuple[Figure, ...]:
    """The figures of a text in its order: counts, amounts, distances and shares; no times, ages, ranks or parts of names.

    A bound stands in `low` or `high` ("at least three"), one number in `exact`; "tens of thousands" has its least value as `low`.
    """
    skipped = [*boilerplate, *(each.span for each in toponyms)]
    figures = []
    for quantity in find_quantities(doc):
        span = _span(doc, quantity)
        if any(span.start < other.end and other.start < span.end for other in skipped):
            continue
        counted = counted_by(doc, quantity)
        if counted is None:
            continue
        figures.append(
            Figure(
                span=Span(min(span.start, counted.start), max(span.end, counted.end)),
                metric=counted.metric,
                low=quantity.low,
                high=quantity.high,
                exact=quantity.exact,
                unit=counted.unit,
                scope=_scope(doc[quantity.last]),
                negated=counted.negated,
            )
        )
    return tuple(figures)


def _span(doc: Doc, quantity: Quantity) -> Span:
    found = doc[quantity.start : quantity.end]
    return Span(found.start_char, found.end_char)


def _scope(number: Token) -> Scope:
    """Cumulative where the clause of the number speaks of a stretch of time or of a toll."""
    verb = next((each for each in number.ancestors if each.pos_ in ("VERB", "AUX")), number.sent.root)
    clause = number.doc[verb.left_edge.i : verb.right_edge.i + 1].text.lower()
    return "cumulative" if lexicon.cumulative().search(clause) else "incident"
