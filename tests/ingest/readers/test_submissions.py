"""A report that is handed over as values: named, checked and dated like one of a file."""

from __future__ import annotations

import pytest

from graph.timespan import parse_edtf
from ingest.assemble import report_id_of
from ingest.readers import Document, Rejection
from ingest.readers.submissions import read_submission

TEXT = "The mayor said on Monday that the bridge is open.\r\n"


def test_a_text_keeps_its_characters_and_its_metadata() -> None:
    found = read_submission(
        TEXT, file="a.txt", published="2023-02-03T23:30:00-05:00", publisher=" The Paper ", title=""
    )
    assert isinstance(found, Document)
    assert (found.text, found.ref, found.publisher, found.title, found.language) == (
        TEXT,
        "a.txt",
        "The Paper",
        None,
        "en",
    )
    assert found.published == parse_edtf("2023-02-03")


@pytest.mark.parametrize(
    ("given", "report_id"),
    [
        ({"url": "https://example.org/a", "id": "7"}, "https://example.org/a"),
        ({"id": "7", "file": "a.txt"}, "7"),
        ({"id": 0}, "0"),
    ],
)
def test_it_is_known_by_its_address_or_id(given: dict[str, str], report_id: str) -> None:
    found = read_submission(TEXT, **given)  # type: ignore[arg-type]
    assert isinstance(found, Document)
    assert report_id_of(found) == report_id


def test_without_any_name_the_same_text_is_the_same_report() -> None:
    one, same, other = read_submission(TEXT), read_submission(TEXT, title="Later"), read_submission(TEXT + "!")
    assert isinstance(one, Document)
    assert isinstance(same, Document)
    assert isinstance(other, Document)
    assert report_id_of(one) == report_id_of(same) != report_id_of(other)


@pytest.mark.parametrize(
    ("text", "given", "reason"),
    [
        ("", {}, "empty"),
        (" \n\t", {}, "empty"),
        ("a\x00b", {}, "binary"),
        ("\ud800", {}, "undecodable"),
        ("x" * 10_000_001, {}, "too-large"),
        (TEXT, {"published": "2023-02-30"}, "impossible-date"),
        (TEXT, {"published": "last week"}, "impossible-date"),
        (TEXT, {"language": "uk"}, "not-english"),
        ("Міський голова заявив, що міст відкрито для руху. " * 5, {}, "not-english"),
    ],
)
def test_what_is_no_report_has_its_reason(text: str, given: dict[str, str], reason: str) -> None:
    found = read_submission(text, **given)
    assert isinstance(found, Rejection)
    assert found.reason == reason
