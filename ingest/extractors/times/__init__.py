"""Finds the words of a text that name times and resolves each to days, with the rule that decided and the day it leaned on."""

from __future__ import annotations

from spacy.tokens import Doc

from graph.timespan import TimeSpan
from ingest.annotations import TimeExpression
from ingest.extractors.times.resolve import resolve


def extract_times(text: str, published: TimeSpan | None, doc: Doc | None = None) -> tuple[TimeExpression, ...]:
    """The time expressions of `text` in text order, offsets in code points of `text`.

    Without `published` a relative phrase stays open (`basis` "none"), unless the text itself named the date it leans on.
    A `doc` (the parse of `text`) only rules out month names that are verbs or people; nothing else needs it.
    """
    return resolve(text, published, doc)
