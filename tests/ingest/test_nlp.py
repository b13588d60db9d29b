"""The parse: offsets of the text as read, sentences within paragraphs, and no text that changes another's parse."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from ingest.nlp import CHUNK_CHARACTERS, load_model, parse, parse_all, plain_text

TEXTS = [
    "KITGUM, Uganda - Rebels left on Friday.\n\n\u201cWe are back,\u201d said the mayor\u2019s aide.",
    "",
    "\n\n  \n",
    "One line.\nAnother line without a stop\n\nA third",
    "There were no shots, they said. Let's go.\r\n\r\nIt ain't over.",
    "word " * 30,
]
READ = ["ORTH", "TAG", "POS", "LEMMA", "DEP", "HEAD", "ENT_TYPE", "ENT_IOB", "SENT_START", "SPACY"]


def rows(doc: Doc) -> list[list[int]]:
    found: list[list[int]] = doc.to_array(READ).tolist() if len(doc) else []
    return found


@pytest.mark.parametrize("text", TEXTS)
def test_tokens_stand_at_the_offsets_of_the_text(text: str) -> None:
    doc = parse(text, load_model())
    assert doc.text == plain_text(text)
    assert len(doc.text) == len(text)


def test_no_sentence_crosses_a_paragraph() -> None:
    doc = parse("The mayor of the town\n\nsaid that nobody came.", load_model())
    assert [sentence.text.strip() for sentence in doc.sents] == ["The mayor of the town", "said that nobody came."]


def test_texts_read_together_are_parsed_as_each_alone() -> None:
    together = parse_all(TEXTS, load_model())
    assert [rows(doc) for doc in together] == [rows(parse(text, load_model())) for text in TEXTS]
    assert [doc.text for doc in together] == [plain_text(text) for text in TEXTS]


WORDS = st.sampled_from(
    [
        "The",
        "mayor",
        "said",
        "that",
        "“",
        "they",
        "”",
        "left",
        "Kitgum",
        "on",
        "Friday",
        ",",
        ".",
        "\n",
        "\n\n",
        "there",
        "'s",
        "n't",
    ]
)


@settings(max_examples=40, deadline=None)
@given(texts=st.lists(st.lists(WORDS, max_size=20).map(" ".join), max_size=6))
def test_any_texts_read_together_are_parsed_as_each_alone(texts: list[str]) -> None:
    assert [rows(doc) for doc in parse_all(texts, load_model())] == [rows(parse(text, load_model())) for text in texts]


def test_a_text_without_line_ends_is_read_in_pieces() -> None:
    text = "Nobody came to the town. " * (2 * CHUNK_CHARACTERS // 25 + 10)
    assert parse(text, load_model()).text == text
