"""Quotation marks are paired whatever their shape, and when one is missing, doubled or turned."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.extractors.quotes.marks import find_quotations, paragraphs


def quoted(text: str) -> list[str]:
    return [text[q.span.start : q.span.end] for q in find_quotations(text, paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" and "never".', ['"no"', '"never"']),
        ("He said “no” and “never”.", ["“no”", "“never”"]),
        ("He said ''no, never'' again.", ["''no, never''"]),
        ("Er sagte „nein, nie“ und ging.", ["„nein, nie“"]),
        ("Il a dit «non, jamais» hier.", ["«non, jamais»"]),
        ("He said ‘no more of it’ today.", ["‘no more of it’"]),
        # a quotation within another belongs to it
        ("“She said ‘no’ and left,” he said.", ["“She said ‘no’ and left,”"]),
        ('"We read “The Wall” twice," he said.', ['"We read “The Wall” twice,"']),
        # a missing, doubled or turned mark
        ("“We are leaving", ["“We are leaving"]),
        ("We are leaving,” he said.", ["We are leaving,”"]),
        ('We are leaving," he said.', ['We are leaving,"']),
        ("““We are leaving,” he said.", ["““We are leaving,”"]),
        ("“We are leaving,“ he said.", ["“We are leaving,“"]),
        # each paragraph opens anew
        ("“One.\n\n“Two.”", ["“One.", "“Two.”"]),
        # not quotation marks
        ("The mayors' offices and the soldiers' tents", []),
        ("It's five o'clock, isn't it?", []),
        ('A 6" pipe', []),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@given(st.text(alphabet="ab .,\n\"'“”‘’«»„“`", max_size=120))
def test_quotations_stand_in_order_and_apart(text: str) -> None:
    spans = [quotation.span for quotation in find_quotations(text, paragraphs(text))]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
