"""Places of a report: those of the gazetteer with all that contain them, and those that no list knows."""

from __future__ import annotations

import pytest

from graph import ids
from graph.model import GraphBatch, Nearness, Place
from ingest.nlp import DEFAULT_MODEL
from ingest.pipeline import Pipeline, load_pipeline
from ingest.readers import Document


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load_pipeline(DEFAULT_MODEL)


def batch(text: str, pipeline: Pipeline) -> GraphBatch:
    return pipeline.batch(Document("one.txt", "one.txt", text))


def place(name: str, found: GraphBatch) -> Place:
    [only] = [each for each in found.places if each.name == name]
    return only


def test_a_place_of_the_gazetteer_says_how_exact_its_point_is(pipeline: Pipeline) -> None:
    found = batch("Shells hit Bakhmut in Donetsk Oblast.", pipeline)
    town, region = place("Bakhmut", found), place("Donetsk Oblast", found)
    assert (town.precision, town.radius_km) == ("town", None)
    assert region.precision == "area"
    assert region.radius_km == pytest.approx(110, abs=10)


def test_a_mention_says_why_this_place_is_meant(pipeline: Pipeline) -> None:
    found = batch("Fire broke out in Paris, Texas. Firemen came to the city from Dallas.", pipeline)
    reasons = {each.surface: each.reason for each in found.mentions if each.thing_id.startswith("geonames:")}
    assert reasons["Paris"] == "container"
    assert reasons["Dallas"] == "size"


def test_a_place_that_no_list_knows_lies_within_what_the_text_says(pipeline: Pipeline) -> None:
    found = batch("A bus overturned near Zubrykivka, Kherson Oblast. Zubrykivka has no doctor.", pipeline)
    village = place("Zubrykivka", found)
    assert village.id.startswith("local:")
    assert (village.latitude, village.precision) == (None, "unknown")
    assert place("Kherson Oblast", found).id == village.within


@pytest.mark.parametrize(
    "text",
    [
        "Shells hit a field 12 km north of Soledar.",
        "Shells hit a barn some 12 kilometres (7 miles) north of the town of Soledar.",
    ],
)
def test_what_happened_at_a_distance_lies_at_a_place_of_its_own(text: str, pipeline: Pipeline) -> None:
    found = batch(text, pipeline)
    spot = place("12 km north of Soledar", found)
    assert (spot.latitude, spot.precision, spot.radius_km) == (pytest.approx(48.8, abs=0.01), "offset", 3.0)
    assert spot.near == Nearness(place("Soledar", found).id, 12.0, "north")
    assert [each.place_id for each in found.event_mentions] == [spot.id]
    assert spot.id == ids.offset_place_id(place("Soledar", found).id, 12.0, "north")  # in every report the same
    (mention,) = [each for each in found.mentions if each.thing_id == spot.id]
    assert mention.surface.endswith("Soledar")
    assert mention.reason == "offset"


def test_what_happened_near_a_town_lies_near_it(pipeline: Pipeline) -> None:
    found = batch("Troops repelled attacks near Lyman on Monday.", pipeline)
    assert [(each.place_id, each.place_precision) for each in found.event_mentions] == [
        (place("Lyman", found).id, "near")
    ]


def test_a_place_that_no_list_knows_lies_where_the_text_says(pipeline: Pipeline) -> None:
    found = batch("Shells hit Zubrykivka, some 12 km north of Soledar. Zubrykivka has no doctor.", pipeline)
    village = place("Zubrykivka", found)
    assert (village.precision, village.radius_km) == ("offset", 3.0)
    assert village.near == Nearness(place("Soledar", found).id, 12.0, "north")
    assert place("Bakhmut Raion", found).id == village.within


def test_a_direction_alone_gives_a_link_and_no_point(pipeline: Pipeline) -> None:
    found = batch("Shells hit the village of Zubrykivka, west of Soledar.", pipeline)
    village = place("Zubrykivka", found)
    assert (village.latitude, village.precision) == (None, "unknown")
    assert village.near == Nearness(place("Soledar", found).id, None, "west")
