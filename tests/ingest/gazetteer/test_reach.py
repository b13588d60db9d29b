"""A division reaches as far as nearly all of its towns lie."""

from __future__ import annotations

from array import array

import pytest

from ingest.gazetteer.reach import reaches_km

UNKNOWN = 2_000_000_000


def test_a_division_reaches_to_its_towns() -> None:
    parents = array("i", [-1, 0, 0, 0])
    latitudes, longitudes = array("i", [0, 100_000, 50_000, UNKNOWN]), array("i", [0, 0, 0, UNKNOWN])
    found = reaches_km(parents, latitudes, longitudes, [False, True, True, True], UNKNOWN)
    assert found == {0: pytest.approx(111, abs=1)}


def test_a_country_on_both_sides_of_the_antimeridian_is_no_wider_than_it_is() -> None:
    parents, latitudes = array("i", [-1, 0]), array("i", [0, 0])
    longitudes = array("i", [17_900_000, -17_900_000])
    assert reaches_km(parents, latitudes, longitudes, [False, True], UNKNOWN) == {0: pytest.approx(222, abs=1)}
