"""Reads a sentence into what a reader would note: who, which words, how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from spacy.language import Language

from ingest.annotations import Quote, Span
from ingest.extractors.quotes import extract_quotes
from ingest.nlp import parse


@dataclass(frozen=True)
class Reading:
    """A quote with its spans as words."""

    quote: Quote
    text: str

    def words(self, span: Span | None) -> str | None:
        return None if span is None else self.text[span.start : span.end]

    @property
    def speaker(self) -> str | None:
        return self.words(self.quote.speaker)

    @property
    def content(self) -> tuple[str, ...]:
        return tuple(self.text[span.start : span.end] for span in self.quote.content)

    @property
    def noted(self) -> tuple[str | None, str, tuple[str, ...]]:
        """Speaker, lemma of the cue, content."""
        return self.speaker, self.quote.cue_lemma, self.content


Read = Callable[[str], list[Reading]]


@pytest.fixture(scope="session")
def read_all(model: Language) -> Read:
    """All quotes of a text, nested ones too."""
    return lambda text: [Reading(quote, text) for quote in extract_quotes(parse(text, model), text)]


@pytest.fixture(scope="session")
def read(read_all: Read) -> Read:
    """The quotes of a text that are not nested in another."""
    return lambda text: [reading for reading in read_all(text) if reading.quote.parent is None]
