"""What a reader types is words, never syntax."""

from __future__ import annotations

import pytest

from graph.lucene import all_of, pieces


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ammunition", ["ammunition"]),
        ('the "supply road"', ["the", "supply road"]),
        ("content:x OR *", ["content:x", "OR"]),
        ('"unclosed phrase', ['"unclosed', "phrase"]),
        ('"" + - && || ! ( ) { } [ ] ^ ~ * ? : \\ /', []),
    ],
)
def test_words_and_phrases(typed: str, found: list[str]) -> None:
    assert pieces(typed) == found


@pytest.mark.parametrize(
    ("wanted", "query"),
    [
        (["supply road", "x"], 'content:(+"supply road" +"x")'),
        (['a"b', "c\\"], 'content:(+"a\\"b" +"c\\\\")'),
        ([], ""),
    ],
)
def test_every_piece_is_quoted(wanted: list[str], query: str) -> None:
    assert all_of("content", wanted) == query
