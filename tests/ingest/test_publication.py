"""Where a report states its own date, and where it only seems to."""

from __future__ import annotations

import pytest

from ingest.publication import find_publication_date

STORY = "Shells fell on the harbour district before dawn, the mayor said.\n\nNobody was hurt.\n"


@pytest.mark.parametrize(
    ("text", "edtf", "words"),
    [
        ("date 2022-10-29 Troops are closing in on the town.", "2022-10-29", "2022-10-29"),
        (" Date: 7 March 2023\n" + STORY, "2023-03-07", "7 March 2023"),
        ("Harbour shelled\n\nPublished: March 7, 2023 at 10:12 GMT\n" + STORY, "2023-03-07", "March 7, 2023"),
        ("Harbour shelled\nPublished on Tuesday, 7 March 2023\n" + STORY, "2023-03-07", "Tuesday, 7 March 2023"),
        ("Harbour shelled\nPosted 2023-03-07T08:30:00Z\n" + STORY, "2023-03-07", "2023-03-07"),
        ("Published: March 2023\n" + STORY, "2023-03", "March 2023"),
        ("Published 24/03/2023\n" + STORY, "2023-03-24", "24/03/2023"),
        ("ODESSA, Ukraine, March 7, 2023 (Harbour Wire) - " + STORY, "2023-03-07", "March 7, 2023"),
        ("Harbour shelled\n\nPORT SUDAN, Feb 8, 2024 (Nile Wire) — " + STORY, "2024-02-08", "Feb 8, 2024"),
        ("RAMSTEIN, Germany, 21 April 2023 — " + STORY, "2023-04-21", "21 April 2023"),
        ("Harbour shelled\nBy Ana Reyes\nMarch 7, 2023\n\n" + STORY, "2023-03-07", "March 7, 2023"),
        ("Harbour shelled\nBy Ana Reyes | 7 March 2023 | 10:12 GMT\n" + STORY, "2023-03-07", "7 March 2023"),
        ("Harbour shelled\nTuesday, 7 March 2023\n" + STORY, "2023-03-07", "Tuesday, 7 March 2023"),
        (STORY + "\nLast updated: March 8, 2023\n", "2023-03-08", "March 8, 2023"),
        ("Updated: March 8, 2023\nPublished: March 7, 2023\n" + STORY, "2023-03-07", "March 7, 2023"),
    ],
)
def test_stated_date_is_found_with_its_words(text: str, edtf: str, words: str) -> None:
    found = find_publication_date(text)
    assert found is not None
    span, place = found
    assert span.edtf == edtf
    assert place is not None
    assert text[place.start : place.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "",
        STORY,
        "On March 7, 2023, shells fell on the harbour district, the mayor said.",
        "The mayor was elected in March 2019.\n\nHe has not been seen since February 24, 2022.",
        "ODESSA, Ukraine, March 7 (Harbour Wire) - " + STORY,  # no year
        "March 7\n" + STORY,
        "Published 3 hours ago\n" + STORY,
        "Published: 03/07/2023\n" + STORY,  # March or July
        "Published: February 30, 2023\n" + STORY,
        "Dated buildings were hit on March 7, 2023.",
        STORY * 10 + "\nMarch 7, 2023\n" + STORY * 10,
        "The treaty of 7 March 2023 was signed here.",
    ],
)
def test_date_that_is_not_stated_as_publication_is_left_alone(text: str) -> None:
    assert find_publication_date(text) is None


@pytest.mark.parametrize(
    ("url", "edtf"),
    [
        ("https://news.example/world/2023/03/07/harbour-shelled", "2023-03-07"),
        ("https://news.example/world/2023/mar/07/harbour-shelled", "2023-03-07"),
        ("https://news.example/harbour-shelled-2023-03-07.html", "2023-03-07"),
        ("https://news.example/20230307-harbour-shelled", "2023-03-07"),
        ("https://news.example/2023/13/07/harbour-shelled", None),
        ("https://news.example/articles/48213", None),
        ("https://news.example/world/2023/03/harbour", "2023-03"),
        ("https://20230307.example/harbour", None),
        ("https://news.example/harbour?from=2023-03-07", None),
    ],
)
def test_date_in_the_path_of_the_address(url: str, edtf: str | None) -> None:
    found = find_publication_date(STORY, url)
    assert (found[0].edtf if found else None) == edtf
    assert found is None or found[1] is None


@pytest.mark.parametrize(
    ("url", "edtf"),
    [("https://news.example/2023/03/x", "2023-03-07"), ("https://news.example/2023/04/x", "2023-04"), (None, None)],
)
def test_dateline_takes_its_year_from_the_month_of_the_address(url: str | None, edtf: str | None) -> None:
    found = find_publication_date("ODESSA, Ukraine, March 7 (Harbour Wire) - " + STORY, url)
    assert (found[0].edtf if found else None) == edtf


def test_text_goes_before_address() -> None:
    found = find_publication_date("Published: 7 March 2023\n" + STORY, "https://news.example/2023/03/09/x")
    assert found is not None
    assert found[0].edtf == "2023-03-07"
