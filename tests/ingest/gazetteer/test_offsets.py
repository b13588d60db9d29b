"""Places that a text gives by distance and direction from a town that it names."""

from __future__ import annotations

import pytest

from ingest.annotations import Offset, Toponym
from ingest.extractors.toponyms import extract_toponyms
from ingest.gazetteer import Gazetteer
from ingest.gazetteer.offset_phrases import offset_phrases
from ingest.gazetteer.offsets import locate_described, place_of_offset, place_offsets
from ingest.nlp import load_model, parse


def toponyms(text: str, gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    return extract_toponyms(parse(text, load_model()), text, gazetteer)


def offsets(text: str, gazetteer: Gazetteer) -> tuple[Offset, ...]:
    return place_offsets(text, toponyms(text, gazetteer), gazetteer)


@pytest.mark.parametrize(
    ("text", "phrase", "distance_km", "direction"),
    [
        ("A drone fell in a field 12 km north of Soledar.", "12 km north of ", 12.0, "north"),
        ("Tokmak lies 40 kilometers (25 miles) to the south of Orikhiv.", "40 kilometers (25 miles) to the south of ", 40.0, "south"),
        ("The camp is five, or rather 5 miles south-east of the town of Nyala.", "5 miles south-east of the town of ", 8.047, "southeast"),
        ("A post 1.5 km northwest of Izium burned.", "1.5 km northwest of ", 1.5, "northwest"),
        ("A depot 1,500 km east of the Russian capital, Moscow, burned.", "1,500 km east of the Russian capital, ", 1500.0, "east"),
        ("They met about twenty miles outside Kabul.", "twenty miles outside ", 32.187, None),
        ("A farm a dozen miles from downtown Dallas was sold.", "a dozen miles from downtown ", 19.312, None),
        ("Troops stand west of Bakhmut.", "west of ", None, "west"),
        ("A shell fell near the Russian border town of Shebekino.", "near the Russian border town of ", None, None),
    ],
)  # fmt: skip
def test_phrases_before_a_name_are_read(
    text: str, phrase: str, distance_km: float | None, direction: str | None
) -> None:
    (found,) = offset_phrases(text)
    assert text[found.start : found.name_start] == phrase
    assert found.distance_km == (None if distance_km is None else pytest.approx(distance_km, abs=0.001))
    assert found.direction == direction


@pytest.mark.parametrize(
    "text",
    [
        "He walked 12 km to Soledar.",
        "It is 12 km north.",
        "A drone fell in Soledar.",
        "She won $5m from London.",
        "It is 12 miles from home.",
    ],
)
def test_other_words_are_no_offset(text: str) -> None:
    assert list(offset_phrases(text)) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shells hit Zubrykivka, some 12 km north of Soledar.", "Zubrykivka"),
        ("They live in Ely (25 km north-east of Cambridge).", "Ely"),
        ("Tokmak lies about 40 km south of Orikhiv.", "Tokmak"),
        ("In Yampil, a small village 20 km west of Lyman, all is quiet.", "Yampil"),
        ("Firemen of Yampil drove 20 km west of Lyman.", None),
        ("A field 12 km north of Soledar burned.", None),
    ],
)
def test_the_name_of_which_a_distance_is_told_stands_before_it(text: str, name: str | None) -> None:
    (found,) = offset_phrases(text)
    assert (None if found.described_end is None else text[: found.described_end].split()[-1].strip("(")) == name


def test_twelve_kilometres_are_a_tenth_of_a_degree(gazetteer: Gazetteer) -> None:
    (offset,) = offsets("A drone fell in a field 12 km north of Soledar.", gazetteer)
    assert offset.anchor.latitude is not None
    assert offset.latitude == pytest.approx(offset.anchor.latitude + 0.108, abs=0.001)
    assert offset.longitude == offset.anchor.longitude
    assert offset.radius_km == 3.0
    assert gazetteer.place(offset.within or "").name == "Bakhmut Raion"


def test_a_distance_without_a_direction_is_a_disc_around_the_town(gazetteer: Gazetteer) -> None:
    (offset,) = offsets("Gunmen stopped a bus about 20 miles outside Kabul.", gazetteer)
    assert (offset.latitude, offset.longitude) == (offset.anchor.latitude, offset.anchor.longitude)
    assert offset.radius_km == pytest.approx(40.2, abs=0.1)


@pytest.mark.parametrize(
    "text",
    ["Troops stand west of Bakhmut.", "Shells fell near Lyman.", "A city 700 km from Moscow was hit."],
)
def test_without_a_distance_or_on_a_wide_ring_there_is_no_point(text: str, gazetteer: Gazetteer) -> None:
    (offset,) = offsets(text, gazetteer)
    assert (offset.latitude, offset.radius_km, offset.within) == (None, None, None)
    assert place_of_offset(offset).place_id == offset.anchor.place_id


@pytest.mark.parametrize("text", ["Rain fell 12 km north of Kherson Oblast.", "He lives in the north of England."])
def test_nothing_is_measured_from_a_division(text: str, gazetteer: Gazetteer) -> None:
    assert offsets(text, gazetteer) == ()


def test_what_has_no_name_is_called_by_the_phrase(gazetteer: Gazetteer) -> None:
    (offset,) = offsets("A drone fell some 12 kilometres (7 miles) to the north of Artemivsk.", gazetteer)
    place = place_of_offset(offset)
    assert (place.name, place.place_id, place.precision) == ("12 km north of Bakhmut", None, "offset")
    assert (place.radius_km, place.country) == (3.0, "UA")


def test_a_place_that_no_list_knows_lies_where_the_text_says(gazetteer: Gazetteer) -> None:
    text = "Zubrykivka, about 12 km north of Soledar, was hit. Zubrykivka has no doctor."
    found = toponyms(text, gazetteer)
    located = locate_described(found, place_offsets(text, found, gazetteer))
    points = [(each.name, each.latitude, each.precision) for each in located if each.place_id is None]
    assert points == [("Zubrykivka", pytest.approx(48.8, abs=0.01), "offset")] * 2


def test_a_place_without_an_offset_keeps_no_point(gazetteer: Gazetteer) -> None:
    text = "Shells hit the village of Zubrykivka, west of Soledar."
    found = toponyms(text, gazetteer)
    (village,) = [each for each in locate_described(found, place_offsets(text, found, gazetteer)) if not each.place_id]
    assert (village.name, village.latitude, village.precision) == ("Zubrykivka", None, "unknown")
    assert village.offset is not None
    assert village.offset.direction == "west"
