"""Publication dates in words are read where they name a day in full, and cost no report where they do not."""

from __future__ import annotations

import json
from datetime import date

import pytest

from graph.errors import InvalidDate
from graph.timespan import day_span
from ingest.readers import Document, Notice, read_sources
from ingest.readers.dates import UnreadDate, parse_published


@pytest.mark.parametrize(
    "words",
    ["3 February 2023", "Feb. 3, 2023", "FEBRUARY 3, 2023", "9:43 PM ET, Fri February 3, 2023", "Published 3 Feb 2023"],
)
def test_a_day_in_words_is_read(words: str) -> None:
    assert parse_published(words) == day_span(date(2023, 2, 3))


@pytest.mark.parametrize(
    "words", ["December 1", "Wed Nov 23", "9:55 AM ET", "yesterday", "soon", "3 February 2023 and 4 May 2023"]
)
def test_words_that_name_no_day_in_full_are_unread(words: str) -> None:
    with pytest.raises(UnreadDate, match="name no day with its year"):
        parse_published(words)


@pytest.mark.parametrize("value", ["2023-02-30", "2023-13", "20230231", "2023-02-31T10:00:00Z", "2023/2022"])
def test_a_date_that_cannot_be_is_invalid(value: str) -> None:
    with pytest.raises(InvalidDate) as caught:
        parse_published(value)
    assert not isinstance(caught.value, UnreadDate)


def test_a_record_with_an_unread_date_goes_in_undated_with_a_notice(tmp_path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text(json.dumps({"text": "The bridge is open, the mayor said.", "published": "December 1"}) + "\n")
    notice, document = read_sources([str(path)])
    assert isinstance(notice, Notice)
    assert "'December 1'" in notice.detail
    assert isinstance(document, Document)
    assert document.published is None
