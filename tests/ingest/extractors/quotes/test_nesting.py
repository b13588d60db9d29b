"""Speech within speech is kept, as a child of the quote around it."""

from __future__ import annotations

import pytest

from tests.ingest.extractors.quotes.conftest import Read


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        ("She said he said it was over.", "She", "he"),
        ("The governor said the rebels claim the town is theirs.", "The governor", "the rebels"),
        ('"The rebels claim the town is theirs," the governor said.', "the governor", "The rebels"),
        ("The rebels claim the town is theirs, according to the governor.", "the governor", "The rebels"),
    ],
)
def test_the_inner_speaker_is_a_child(read_all: Read, text: str, outer: str, inner: str) -> None:
    readings = read_all(text)
    children = [reading for reading in readings if reading.quote.parent is not None]
    assert [child.speaker for child in children] == [inner]
    parent = children[0].quote.parent
    assert parent is not None
    assert readings[parent].speaker == outer


def test_speech_side_by_side_is_not_nested(read_all: Read) -> None:
    readings = read_all("The cook said the oven was cold. The baker said the flour was wet.")
    assert [reading.quote.parent for reading in readings] == [None, None]
