"""A distance from another town tells which of its namesakes a name means, and that it names a place at all."""

from __future__ import annotations

import pytest

from ingest.annotations import Toponym
from ingest.extractors.toponyms import extract_toponyms
from ingest.gazetteer import Gazetteer
from ingest.nlp import load_model, parse


def toponym(text: str, name: str, gazetteer: Gazetteer) -> Toponym:
    found = extract_toponyms(parse(text, load_model()), text, gazetteer)
    return next(each for each in found if text[each.span.start : each.span.end] == name)


@pytest.mark.parametrize(
    ("text", "name", "region"),
    [
        ("The fire broke out in Springfield, about 25 miles north of Nashville.", "Springfield", "Tennessee"),
        ("A bus crashed in Salem, some 45 miles south-west of Portland.", "Salem", "Oregon"),
        ("He comes from Paris, about 100 miles north-east of Dallas.", "Paris", "Texas"),
        ("A storm hit Moscow, 80 miles south of Spokane.", "Moscow", "Idaho"),
        ("Andriivka, some 10 km southwest of Bakhmut, was taken.", "Andriivka", "Donetsk Oblast"),
        ("Yampil (12 km north of Siversk) was shelled.", "Yampil", "Donetsk Oblast"),
    ],
)
def test_the_namesake_that_lies_there_is_meant(text: str, name: str, region: str, gazetteer: Gazetteer) -> None:
    found = toponym(text, name, gazetteer)
    assert found.place_id is not None
    assert region in {place.name for place in gazetteer.parents(found.place_id)}
    assert found.reason == "offset"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shells hit Zubrykivka, some 12 km north of Soledar.", "Zubrykivka"),
        ("Shells hit Lozuvatka, some 12 km north of Soledar.", "Lozuvatka"),  # the listed ones lie hundreds of km away
    ],
)
def test_where_no_namesake_lies_there_none_is_meant(text: str, name: str, gazetteer: Gazetteer) -> None:
    found = toponym(text, name, gazetteer)
    assert (found.place_id, found.latitude, found.reason) == (None, None, "unlisted")


def test_a_direction_that_is_wrong_makes_no_other_town(gazetteer: Gazetteer) -> None:
    found = toponym("A bus crashed in Tokmak, 40 km north of Orikhiv.", "Tokmak", gazetteer)
    assert found.place_id is not None


def test_both_names_are_read_as_the_pair_that_fits(gazetteer: Gazetteer) -> None:
    text = "A bus crashed in Sulphur Springs, 40 miles south-west of Paris."
    town = toponym(text, "Paris", gazetteer)
    assert "Texas" in {place.name for place in gazetteer.parents(town.place_id or "")}


@pytest.mark.parametrize("text", ["He is 12 miles north of Dallas.", "Ann Lee, 12 miles north of Dallas, saw it."])
def test_a_person_of_whom_a_distance_is_told_is_no_place(text: str, gazetteer: Gazetteer) -> None:
    found = extract_toponyms(parse(text, load_model()), text, gazetteer)
    assert [each.name for each in found] == ["Dallas"]
