"""Places of a report: those of the gazetteer with all that contain them, and those that no list knows."""

from __future__ import annotations

import pytest

from graph.model import GraphBatch, Place
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
