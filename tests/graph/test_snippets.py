"""Snippets show the words that were looked for, where they are."""

from __future__ import annotations

import pytest

from graph.snippets import SNIPPET_CHARACTERS, snippet

LONG = "word " * 100 + "the shelling went on " + "word " * 100


@pytest.mark.parametrize(
    ("text", "wanted", "marked"),
    [
        ("They shelled the town.", ["shelling"], ["shelled"]),
        ("The town’s supplies ended.", ["supply", "town"], ["town’s", "supplies"]),
        ("We hold the town.", ["hold the"], ["hold", "the"]),
        ("We hold the town.", ["river"], []),
        ("", ["river"], []),
        (LONG, ["shell"], ["shelling"]),
    ],
)
def test_what_was_looked_for_is_marked(text: str, wanted: list[str], marked: list[str]) -> None:
    found = snippet(text, wanted, 7)
    assert [found.text[start:end] for start, end in found.matches] == marked
    assert text[found.start - 7 : found.end - 7] == found.text
    assert len(found.text) <= SNIPPET_CHARACTERS


def test_a_text_without_blanks_is_cut_too() -> None:
    assert len(snippet("x" * 5_000, ["y"]).text) == SNIPPET_CHARACTERS // 2
