"""Times as people type them: short forms, small letters, figures stuck to their units; and words that only look so."""

from __future__ import annotations

import pytest

from graph.timespan import parse_edtf
from ingest.extractors.times import extract_times

FRIDAY = parse_edtf("2023-03-10")


def _found(text: str) -> list[tuple[str, str | None]]:
    return [(text[t.span.start : t.span.end], t.timex) for t in extract_times(text, FRIDAY)]


@pytest.mark.parametrize(
    ("text", "phrase", "timex"),
    [
        ("No ferries tdy.", "tdy", "2023-03-10"),
        ("The shelter opens tmr at the old mill.", "tmr", "2023-03-11"),
        ("Polling stations open TOMORROW in every town.", "TOMORROW", "2023-03-11"),
        ("We saw smoke yday near the docks.", "yday", "2023-03-09"),
        ("Here is todays list.", "todays", "2023-03-10"),
        ("The bridge reopens tonite.", "tonite", "2023-03-10TNI"),
        ("The bridge reopens tmr morning.", "tmr morning", "2023-03-11TMO"),
        ("The bridge reopens 9pm tmr.", "9pm tmr", "2023-03-11T21:00"),
        ("The depot burned for 5 hrs.", "5 hrs", "PT5H"),
        ("The power failed for 35mins.", "35mins", "PT35M"),
        ("The depot stood empty for 8months.", "8months", "P8M"),
        ("The bridge was shut 3 yrs ago.", "3 yrs ago", "2020"),
        ("The ferry runs every 20 mins.", "every 20 mins", "PT20M"),
        ("The school reopens next wk.", "next wk", "2023-W11"),
        ("Gates open at 630pm.", "630pm", "2023-03-10T18:30"),
        ("The queue began at 6+am there.", "6+am", "2023-03-10T06:00"),
        ("The mayor spoke on monday.", "monday", "2023-03-06"),
        ("The mayor spoke in june.", "june", "2022-06"),
        ("The mayor left on 12 Jan and returned.", "12 Jan", "2023-01-12"),
        ("The mayor left on feb 3rd.", "feb 3rd", "2023-02-03"),
        ("The mayor will speak next Sun, 8pm at the mill.", "next Sun, 8pm", "2023-03-19T20:00"),
        ("The town was quiet at christmas.", "christmas", "2022-12-25"),
        ("The town was quiet at Xmas.", "Xmas", "2022-12-25"),
    ],
)
def test_a_colloquial_spelling_is_read_as_the_word_it_stands_for(text: str, phrase: str, timex: str) -> None:
    assert _found(text) == [(phrase, timex)]


def test_both_ends_of_a_stretch_of_the_clock_are_found() -> None:
    assert [phrase for phrase, _ in _found("The market is open 1pm-6:30pm daily.")] == ["1pm", "6:30pm", "daily"]


@pytest.mark.parametrize(
    "text",
    [
        "The firm hired two HR managers.",
        "Han Min Su waved to the crowd.",
        "They march 5 miles to the well.",
        "He was an august guest.",
        "The mayor sat 3 rows behind.",
        "Readers of USA TODAY were told nothing.",
        "It was an epiphany to him.",
        "The list names Jan Weber.",
        "The station broadcasts on 890 AM.",
    ],
)
def test_a_word_that_only_looks_so_is_no_time(text: str) -> None:
    assert _found(text) == []
