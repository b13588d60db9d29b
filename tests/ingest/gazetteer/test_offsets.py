from __future__ import annotations

import pytest

from ingest.extractors.toponyms import extract_toponyms
from ingest.gazetteer import Gazetteer
from ingest.gazetteer.offsets import OffsetPlace, place_offsets
from ingest.nlp import load_model, parse


def offsets(text: str, gazetteer: Gazetteer) -> tuple[OffsetPlace, ...]:
    return place_offsets(text, extract_toponyms(parse(text, load_model()), text, gazetteer))


@pytest.mark.parametrize(
    ("text", "phrase", "distance_km", "bearing"),
    [
        ("A drone fell in a field 12 km north of Soledar.", "12 km north of Soledar", 12.0, 0.0),
        ("Tokmak lies 40 kilometers (25 miles) to the south of Orikhiv.", "40 kilometers (25 miles) to the south of Orikhiv", 40.0, 180.0),
        ("The camp is five, or rather 5 miles south-east of the town of Nyala.", "5 miles south-east of the town of Nyala", 8.047, 135.0),
        ("A post 1.5 km northwest of Izium burned.", "1.5 km northwest of Izium", 1.5, 315.0),
    ],
)  # fmt: skip
def test_a_distance_and_a_direction_give_a_point(
    text: str, phrase: str, distance_km: float, bearing: float, gazetteer: Gazetteer
) -> None:
    (offset,) = offsets(text, gazetteer)
    assert text[offset.span.start : offset.span.end] == phrase
    assert (offset.distance_km, offset.bearing_degrees) == (distance_km, bearing)
    assert offset.radius_km >= 1.0


def test_twelve_kilometres_are_a_tenth_of_a_degree(gazetteer: Gazetteer) -> None:
    (offset,) = offsets("A drone fell in a field 12 km north of Soledar.", gazetteer)
    assert offset.anchor.latitude is not None
    assert offset.latitude == pytest.approx(offset.anchor.latitude + 0.108, abs=0.001)
    assert offset.longitude == offset.anchor.longitude


@pytest.mark.parametrize(
    "text",
    ["Troops stand north of Soledar.", "He walked 12 km to Soledar.", "It is 12 km north.", "A drone fell in Soledar."],
)
def test_without_a_distance_a_direction_or_a_place_there_is_no_point(text: str, gazetteer: Gazetteer) -> None:
    assert offsets(text, gazetteer) == ()
