"""Places by name, within a place or a box, around a point, and one with what it holds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from batches import BAKHMUT, DONETSK_REGION, SOLEDAR, Said, batch

from graph.cursors import write_cursor
from graph.database import Database
from graph.errors import InvalidCursor
from graph.model import Mention
from graph.repositories.places import Box, Circle, PlaceQuery, PlacesRepository
from graph.writer import Writer

NOW = "2023-02-11T00:00:00+00:00"

# Around Bakhmut; Soledar lies 12 km off.
NEARBY = Circle(48.59, 38.0, 20.0)


@pytest.fixture(scope="module")
def places(read_graph: Database) -> PlacesRepository:
    told = [
        Said("Anna Kovalenko", "We hold the town.", ("Bakhmut",), said_at="Soledar"),
        Said("Ivan Petrenko", "The road is open.", ("Bakhmut", "Soledar")),
    ]
    loaded = batch("one.txt", told)
    named = [Mention(BAKHMUT.id, 22, 26, "town", "Bakhmut", "reference"), Mention(BAKHMUT.id, 9, 10, "w", "Bakhmut", "context"),
             Mention(BAKHMUT.id, 11, 12, "w", "Bakhmut", "context")]  # fmt: skip
    Writer(read_graph.driver, read_graph.name).load(replace(loaded, mentions=(*loaded.mentions, *named)), NOW)
    return PlacesRepository(read_graph.driver, read_graph.name)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (PlaceQuery(), ["Bakhmut", "Donetsk Oblast", "Soledar", "Ukraine"]),
        (PlaceQuery(words="artemi"), ["Bakhmut"]),
        (PlaceQuery(words="region"), ["Donetsk Oblast"]),
        (PlaceQuery(within=DONETSK_REGION.id), ["Bakhmut", "Soledar"]),
        (PlaceQuery(within=BAKHMUT.id), []),
        (PlaceQuery(country="UA", words="sol"), ["Soledar"]),
        (PlaceQuery(country="RU"), []),
        (PlaceQuery(box=Box(37.9, 48.5, 38.1, 48.6)), ["Bakhmut"]),
        (PlaceQuery(box=Box(38.1, 48.5, 37.9, 48.6)), []),  # around the earth the other way
        (PlaceQuery(near=NEARBY), ["Bakhmut", "Soledar"]),
        (PlaceQuery(near=Circle(48.68, 38.08, 20.0)), ["Soledar", "Bakhmut"]),
        (PlaceQuery(near=NEARBY, words="sol"), ["Soledar"]),
        (PlaceQuery(near=Circle(0.0, 0.0, 100.0)), []),
    ],
)
def test_what_is_asked_is_found(query: PlaceQuery, found: list[str], places: PlacesRepository) -> None:
    assert [each.name for each in places.page(query).items] == found


@pytest.mark.parametrize("near", [None, Circle(48.59, 38.0, 20_000.0)])
def test_pages_join_to_the_whole(near: Circle | None, places: PlacesRepository) -> None:
    walked, cursor = [], None
    while True:
        page = places.page(PlaceQuery(near=near, limit=1, cursor=cursor))
        walked += [each.name for each in page.items]
        if (cursor := page.next) is None:
            break
    assert walked == [each.name for each in places.page(PlaceQuery(near=near)).items]
    assert len(walked) == 4


def test_the_distance_of_a_place_is_given(places: PlacesRepository) -> None:
    distances = [each.distance_km for each in places.page(PlaceQuery(near=NEARBY)).items]
    assert distances[0] == 0
    assert distances[1] == pytest.approx(11.6, abs=0.1)


def test_one_place_lies_within_others_and_holds_some(places: PlacesRepository) -> None:
    town, region = places.one(BAKHMUT.id), places.one(DONETSK_REGION.id)
    assert town is not None
    assert [each.name for each in town.lies_within] == ["Donetsk Oblast", "Ukraine"]
    assert (town.about_count, town.said_at_count, town.holds_count) == (2, 0, 0)
    assert region is not None
    assert [each.name for each in region.holds] == ["Bakhmut", "Soledar"]
    assert (region.about_count, region.holds_count) == (0, 2)
    assert places.one("geonames:0") is None


def test_a_place_tells_how_exact_its_point_is_and_why_it_was_meant(places: PlacesRepository) -> None:
    town, region, other = places.one(BAKHMUT.id), places.one(DONETSK_REGION.id), places.one(SOLEDAR.id)
    assert town is not None
    assert region is not None
    assert other is not None
    assert (town.place.precision, town.place.radius_km) == ("town", None)
    assert (region.place.precision, region.place.radius_km) == ("area", 109.0)
    assert list(town.count_by_reason.items()) == [("context", 2), ("reference", 1)]
    assert [each.reason for each in town.mentions] == ["context"]  # the first one of each report
    assert (other.place.precision, other.count_by_reason) == ("unknown", {})


@pytest.mark.parametrize("key", ["far", "nan", ""])
def test_a_cursor_of_another_order_is_refused(key: str, places: PlacesRepository) -> None:
    with pytest.raises(InvalidCursor):
        places.page(PlaceQuery(near=NEARBY, cursor=write_cursor(key, "x")))
