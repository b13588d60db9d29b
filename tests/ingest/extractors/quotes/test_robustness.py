"""Any text: no exception, spans inside it, time in proportion to its length."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from ingest.annotations import Quote
from ingest.extractors.quotes import extract_quotes
from ingest.nlp import parse

MARKS = "\"'“”‘’«»„‟‹›`"
WORDS = st.sampled_from(
    ["said", "he", "Kyiv", "according", "to", "that", "—", ":", ",", ".", "?", "\n\n", "told", "accused", "of", "the", "mayor", "and",
     "adding", "denied", "will", "which", "😀", "שלום", "مرحبا", "\u200f", "\u00a0", "''", "``", "(", ")", "claim", "reportedly",
     "NAME:", "-", *MARKS]
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(WORDS, max_size=40).map(" ".join), st.lists(WORDS, max_size=40).map("".join), st.text(max_size=80)
)


def assert_inside(text: str, quotes: tuple[Quote, ...]) -> None:
    for position, quote in enumerate(quotes):
        spans = [*quote.content, *quote.cue, quote.evidence, quote.speaker, quote.addressee, quote.medium]
        assert all(0 <= span.start <= span.end <= len(text) for span in spans if span is not None)
        assert quote.content
        assert all(left.end <= right.start for left, right in pairwise(quote.content))
        assert quote.parent != position
        assert 0 <= quote.confidence <= 1


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_any_text(model: Language, text: str) -> None:
    assert_inside(text, extract_quotes(parse(text, model), text))


@pytest.mark.parametrize(
    "text",
    [
        "“" * 500,
        '"' * 501,
        "said " * 500,
        '"a" said ' * 300,
        "He said that " * 200,
        "A: " * 200,
        "according to " * 200,
        "“One.\n\n" * 200,
    ],
)
def test_absurd_text(model: Language, text: str) -> None:
    assert_inside(text, extract_quotes(parse(text, model), text))


def sentences_parsed(model: Language, copies: int) -> tuple[str, Doc]:
    """Many copies of a short report, parsed once and put together."""
    text = '"We held the bridge," the mayor said, adding that it was safe. He claimed the town, which "never slept," was calm.\n\n'
    doc = Doc.from_docs([parse(text, model)] * copies, ensure_whitespace=False)
    assert doc is not None
    return text * copies, doc


def seconds(text: str, doc: Doc) -> float:
    start = time.process_time()
    extract_quotes(doc, text)
    return time.process_time() - start


def test_time_is_linear_in_length(model: Language) -> None:
    few, many = sentences_parsed(model, 100), sentences_parsed(model, 800)
    extract_quotes(few[1], few[0])
    assert min(seconds(*many) for _ in range(2)) < 8 * 3 * max(min(seconds(*few) for _ in range(3)), 0.01)


def test_a_hundred_thousand_characters_without_a_stop(model: Language) -> None:
    text = ("the mayor said that " * 5000)[:100_000]
    doc = parse(text, model)
    start = time.process_time()
    quotes = extract_quotes(doc, text)
    assert time.process_time() - start < 10
    assert_inside(text, quotes)
