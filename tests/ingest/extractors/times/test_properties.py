"""What holds of every text and every publication day."""

from __future__ import annotations

import time
from datetime import date, timedelta
from itertools import pairwise

import pytest
from edtf import parse_edtf as parse_notation
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.timespan import day_span, parse_edtf
from ingest.extractors.times import extract_times

# Words of time and the words around them, to be thrown together.
TIME_WORDS = """
Monday tuesday Friday May March april Sept. Dec. 1 3 12 15th 31 1914 1999 2023 1850s '80s 5,000 0 99 last next
this the a of in on by since until before ago later earlier day days week weeks month year years decade
century quarter first second third half fiscal early late mid- end beginning morning night p.m. 10:30 24:00
noon midnight spring summer fall winter weekend today tomorrow yesterday overnight now soon recent past coming
several few two twenty-one and to - – , . ; “ ” ( ) 's old every each daily Christmas Easter New Year's Eve
2023-03-07 30/02/2020 12/31/99 BC 490 will said was had following previous that same tmr 5hrs 18days 645pm sat sun tues 2155 xmas lol # @
yrs 14.02.23 İ ß \u2019
"""
WORDS = [*TIME_WORDS.split(), "\n\n", "\n", "\u00a0", "  "]

texts = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
days = st.dates(min_value=date(1100, 1, 1), max_value=date(2400, 1, 1))
maybe_days = st.one_of(st.none(), days)


@settings(max_examples=250, deadline=None)
@given(texts, maybe_days)
def test_every_text_is_read_without_fail(text: str, published: date | None) -> None:
    found = extract_times(text, day_span(published) if published else None)
    assert found == extract_times(text, day_span(published) if published else None)
    for earlier, later in pairwise(found):
        assert earlier.span.end <= later.span.start
    for each in found:
        assert 0 <= each.span.start < each.span.end <= len(text)
        assert text[each.span.start : each.span.end].strip()
        days_named = each.span_of_days
        assert (days_named is None) == (each.edtf is None)
        assert (each.basis == "none") == (each.edtf is None)
        if days_named is not None:
            assert days_named.start is not None
            assert days_named.end is not None
            assert days_named.start < days_named.end


@settings(max_examples=120, deadline=None)
@given(texts, maybe_days)
def test_notation_is_valid_and_names_the_same_days(text: str, published: date | None) -> None:
    for each in extract_times(text, day_span(published) if published else None):
        for edtf in (each.edtf, *each.alternatives):
            if edtf is not None:
                parse_notation(edtf)
        if each.edtf is not None and each.span_of_days is not None:
            read = parse_edtf(each.edtf)
            assert (read.start, read.end) == (each.span_of_days.start, each.span_of_days.end)


@settings(max_examples=60, deadline=None)
@given(days)
@pytest.mark.parametrize(
    "phrase",
    [
        "on Monday", "on Friday", "yesterday", "today", "last week", "this week", "last Sunday", "over the weekend", "three days ago",
        "two weeks ago", "last night", "this morning", "in the past 24 hours", "in recent days", "over the past three days",
        "on Monday evening",
    ],
)  # fmt: skip
def test_a_week_later_the_same_words_mean_a_week_later(phrase: str, published: date) -> None:
    text = f"The mayor was seen {phrase} near the harbour."
    week = timedelta(days=7)
    (first,), (second,) = extract_times(text, day_span(published)), extract_times(text, day_span(published + week))
    assert first.span_of_days is not None
    assert second.span_of_days is not None
    assert first.span_of_days.start is not None
    assert first.span_of_days.end is not None
    moved = (first.span_of_days.start + week, first.span_of_days.end + week)
    assert moved == (second.span_of_days.start, second.span_of_days.end)


@settings(deadline=None)
@given(days, st.sampled_from(["on Monday", "in August", "on March 3", "last year", "last summer", "two months ago"]))
def test_what_has_happened_did_not_begin_after_its_report(published: date, phrase: str) -> None:
    (found,) = extract_times(f"The dam broke {phrase}, and nobody was hurt.", day_span(published))
    assert found.span_of_days is not None
    assert found.span_of_days.start is not None
    assert found.span_of_days.start <= published


@settings(max_examples=60, deadline=None)
@given(days)
def test_without_publication_what_leans_on_it_stays_open(published: date) -> None:
    text = "The dam broke on Monday, as it did last year, and three days ago the mayor left."
    assert all(each.edtf is None and each.basis == "none" for each in extract_times(text, None))
    assert all(each.edtf is not None for each in extract_times(text, day_span(published)))


@pytest.mark.parametrize(
    "piece",
    [
        "May ",
        "one ",
        "    ",
        "the end of the ",
        "April 3, ",
        "two years ",
        "Monday and ",
        "1-",
        "\n",
        "twenty and ",
        "3, ",
        "12 Jan ",
        "18days",
        "1pm-",
        "tmr ",
    ],
)
def test_work_grows_with_the_length_of_the_text(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        runs = []
        for _ in range(2):
            start = time.process_time()
            extract_times(text, day_span(date(2023, 3, 7)))
            runs.append(time.process_time() - start)
        return min(runs)

    # Four times the text: quadratic work would take sixteen times as long.
    assert seconds(80_000) < 9 * max(seconds(20_000), 0.005)


@pytest.mark.parametrize(
    "text",
    ["The June 9 Movement opened an office.", "She reads the Sunday Times.", "The 6 April Youth Movement was banned."],
)
def test_a_date_that_begins_the_name_of_a_thing_is_no_time(text: str) -> None:
    assert extract_times(text, parse_edtf("2023-03-07")) == ()
