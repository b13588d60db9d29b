"""Days, weeks and months."""

from __future__ import annotations

from datetime import date

import pytest

from graph.calendar import Stretch, stretch_of


@pytest.mark.parametrize(
    ("day", "by", "start", "end"),
    [
        ("2023-02-05", "day", "2023-02-05", "2023-02-06"),
        ("2023-02-05", "week", "2023-01-30", "2023-02-06"),
        ("2023-02-06", "week", "2023-02-06", "2023-02-13"),
        ("2023-12-31", "month", "2023-12-01", "2024-01-01"),
    ],
)
def test_the_stretch_of_a_day(day: str, by: Stretch, start: str, end: str) -> None:
    found = stretch_of(date.fromisoformat(day), by)
    assert (str(found.start), str(found.end)) == (start, end)
