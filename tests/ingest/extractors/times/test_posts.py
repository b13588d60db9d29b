"""Short posts lean on the day they were written, and name times that a report would not mean."""

from __future__ import annotations

import pytest

from graph.timespan import parse_edtf
from ingest.extractors.times import extract_times
from ingest.extractors.times.posts import is_post

FRIDAY = parse_edtf("2023-03-10")


def _found(text: str) -> list[tuple[str, str | None]]:
    return [(text[t.span.start : t.span.end], t.timex) for t in extract_times(text, FRIDAY)]


@pytest.mark.parametrize(
    "text",
    [
        "Long queue at the bridge. #ferry",
        "@harbour_master is the quay open?",
        "Smoke over the depot https://example.org/a1",
        "no water in the old town.",
        "No water in the old town",
        "My street has no water.",
        "No water again!",
        "So quiet here... not a soul.",
    ],
)
def test_a_post_is_told_by_its_marks(text: str) -> None:
    assert is_post(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said the bridge had reopened.",
        'The mayor said: "My office was hit!"',
        "The bridge was shut (Ferry News).",
        "Smoke over the depot https://example.org/a1 " + "and over the quay " * 20,
    ],
)
def test_a_report_is_none(text: str) -> None:
    assert not is_post(text)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Queue at the ferry this long every morning? #ferry", [("every morning", "XXXX-XX-XXTMO")]),
        ("Lost my keys on the ferry, what a night", [("night", "2023-03-10TNI")]),
        ("no bread in the morning lol", [("in the morning", "2023-03-10TMO")]),
        ("last nights match was a joke", [("last nights", "2023-03-09TNI")]),
        ("What a week it was", [("a week", "P1W")]),
        ("glad the week is over", [("the week", "2023-W10")]),
        ("photo of the day", [("the day", "P1D")]),
        ("Ferry diary, day 3", [("day 3", "P1D")]),
        ("lazy weekend ahead", [("weekend", "2023-W10-WE")]),
        ("Last day to sign up for the regatta!", [("Last day", "2023-03-10")]),
        ("woke up the next day", [("the next day", "2023-03-11")]),
        ("regatta this sat, who is in", [("this sat", "2023-03-11")]),
        ("exam on wed and thurs", [("wed", "2023-03-08"), ("thurs", "2023-03-09")]),
        ("regatta sat night", [("sat night", "2023-03-04TNI")]),
        ("passed the exam this tue", [("this tue", "2023-03-07")]),
        ("moving out in Dec, finally", [("Dec", "2022-12")]),
        ("Queued here on 27.02.23", [("27.02.23", "2023-02-27")]),
        ("got off the ferry at 2145", [("2145", "2023-03-10T21:45")]),
        ("Harbour Cup 2022 Tickets are out", [("2022", "2022")]),
        ("best of the 80s mixtape", [("the 80s", "198")]),
        ("summer dresses are in", [("summer", "2023-SU")]),
        ("lost my phone ytd", [("ytd", "2023-03-09")]),
        ("some of us work today, you may not", [("today", "2023-03-10")]),
    ],
)
def test_a_post_leans_on_its_own_day(text: str, times: list[tuple[str, str]]) -> None:
    assert _found(text) == times


@pytest.mark.parametrize(
    "text",
    [
        "this sun is too hot for me",
        "sat by the sea with mum",
        "they wed in a chapel",
        "he is in his 50s",
        "made 2145 sandwiches lol",
        "goodnight all",
        "2 year old cat needs a home",
    ],
)
def test_a_word_of_a_post_that_only_looks_so_is_no_time(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The council has a busy week before it.",
        "A good day for the harbour, the mayor said.",
        "The firm's profit rose 3 percent ytd.",
        "The couple sat silently by the harbour.",
    ],
)
def test_a_report_has_no_such_times(text: str) -> None:
    assert _found(text) == []
