"""Where a report's dateline ends, and what only looks like one."""

from __future__ import annotations

import pytest

from ingest.dateline import find_datelines


@pytest.mark.parametrize(
    ("text", "first_words"),
    [
        ("LYPTSI, Ukraine, May 2 (Agency) — Shells hit the station.", "Shells"),
        ("LYPTSI (Agency) -- Shells hit the station.", "Shells"),
        ("LYPTSI (Agency) -Shells hit the station.", "Shells"),
        ("LYPTSI - Shells hit the station.", "Shells"),
        ("Lyptsi, Ukraine – Shells hit the station.", "Shells"),
        ("Deir el-Marj, Upper Valley - “We stay,” he said.", "“We"),
        ("Lima (Agency) — Thousands marched.", "Thousands"),
        ("Station hit\n\nLYPTSI: Shells hit the station.", "Shells"),
    ],
)
def test_a_dateline_ends_where_the_first_sentence_begins(text: str, first_words: str) -> None:
    [end] = find_datelines(text).values()
    assert text[end:].startswith(first_words)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor - an engineer - stayed.",
        "Smith – The man who stayed.",
        "Lyptsi, Ukraine was quiet - The market opened.",
        "SMITH: We stay.\nJONES: Why?",
        "One.\nTwo.\nThree.\nFour.\nSMITH: We stay.",
        "",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert find_datelines(text) == {}
