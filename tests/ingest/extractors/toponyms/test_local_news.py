"""Short texts in the manner of local papers and of web news: every name is the namesake that the text means, though it names no state.

`local_news.jsonl` has them one a line, each with a place that contains what a name of it means; they were written for this project.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ingest.extractors.toponyms import extract_toponyms
from ingest.gazetteer import Gazetteer, UnknownPlace
from ingest.gazetteer.folding import fold_name
from ingest.nlp import load_model, parse


def containers(text: str, gazetteer: Gazetteer, home: str | None = None) -> dict[str, set[str]]:
    """By name as written: the folded names of the place and of all that contain it."""
    found: dict[str, set[str]] = {}
    for toponym in extract_toponyms(parse(text, load_model()), text, gazetteer, home=home):
        places = [] if toponym.place_id is None else [toponym.name]
        if toponym.place_id is not None:
            places += [place.name for place in gazetteer.parents(toponym.place_id)]
        found[text[toponym.span.start : toponym.span.end]] = set(map(fold_name, places))
    return found


def misread(text: str, expected: dict[str, str], gazetteer: Gazetteer) -> dict[str, set[str]]:
    """The names that are not found, or lie elsewhere than expected."""
    found = containers(text, gazetteer)
    return {
        name: found.get(name, set())
        for name, container in expected.items()
        if fold_name(container) not in found.get(name, set())
    }


TEXTS = [
    json.loads(line) for line in (Path(__file__).parent / "local_news.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("example", TEXTS, ids=lambda example: example["text"][:40])
def test_names_lie_where_the_text_is_set(example: dict[str, Any], gazetteer: Gazetteer) -> None:
    assert misread(example["text"], example["expected"], gazetteer) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Madison Carter scored 22 points and Austin Paris added 10. Coach Jackson praised Carter and Paris.",
        "The Wilson family thanked Officer Chelsea Vernon. Vernon said the boy was brave.",
        "Mr Preston, of Preston Motors, and Mrs Bolton declined to comment.",
        "Riot police and Border Patrol agents waited.",
        "Dean Burlington, a junior, hit two home runs for the Falcons. Burlington is batting .410.",
        "Lester Holden moderates. Reporters asked whether Holden would come.",
        "A car ran off U.S. 23 at noon.",
        "He will put an ordinance to Fiscal Court next month.",
    ],
)  # fmt: skip
def test_persons_and_roads_of_local_news_are_no_places(text: str, gazetteer: Gazetteer) -> None:
    assert containers(text, gazetteer) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A barn burned in Marion Township on Monday, said firemen from Bellefonte and State College.", "Marion Township"),
        ("HARMAR TOWNSHIP, Pa. - A car hit a pole.", "HARMAR TOWNSHIP"),
        ("Police in Port Zebulon, Ohio, found a boat.", "Port Zebulon"),
        ("Crews from Butler, Zelienople and Ellwood City, Pa., put out a fire at Clintonville.", "Clintonville"),  # it is none in Wisconsin
    ],
)  # fmt: skip
def test_a_place_that_no_list_has_is_none_of_its_namesakes(text: str, name: str, gazetteer: Gazetteer) -> None:
    assert containers(text, gazetteer)[name] == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Houston said he never met Clinton. Judge Lincoln set bail for Houston at $5,000.", {"Houston": ""},
            marks=pytest.mark.xfail(strict=True, reason="a surname alone that is a large city's too"),
        ),
        pytest.param(
            "Dozens fled Janzour after clashes in Zawiya, Libya.", {"Janzour": "Libya"},
            marks=pytest.mark.xfail(strict=True, reason="a town that no list has, without a cue"),
        ),
    ],
)  # fmt: skip
def test_what_local_news_still_lose(text: str, expected: dict[str, str], gazetteer: Gazetteer) -> None:
    found = containers(text, gazetteer)
    for name, container in expected.items():
        assert (fold_name(container) in found.get(name, set())) if container else name not in found


OHIO, TEXAS, ONTARIO, MASSACHUSETTS, DONETSK_OBLAST = (
    f"geonames:{number}" for number in (5165418, 4736286, 6093943, 6254926, 709716)
)
CLARKSVILLE_IN_TEXAS, LONDON_IN_ONTARIO = "geonames:4681758", "geonames:6058560"


@pytest.mark.parametrize(
    ("text", "home", "expected"),
    [
        ("Crews were called to a house in Springfield.", OHIO, {"Springfield": "Ohio"}),
        ("Crews were called to a house in Springfield.", MASSACHUSETTS, {"Springfield": "Massachusetts"}),
        ("The mayor of Cambridge resigned.", ONTARIO, {"Cambridge": "Ontario"}),
        ("The mayor of Cambridge resigned.", MASSACHUSETTS, {"Cambridge": "Massachusetts"}),
        ("A fire broke out in Paris. No one was hurt.", TEXAS, {"Paris": "Texas"}),
        ("A fire broke out in Paris. No one was hurt.", CLARKSVILLE_IN_TEXAS, {"Paris": "Texas"}),
        ("London police want witnesses to call.", LONDON_IN_ONTARIO, {"London": "Ontario"}),
        ("Shells hit Mykolaivka overnight.", DONETSK_OBLAST, {"Mykolaivka": "Donetsk Oblast"}),
        ("Envoys met in Kyiv and Warsaw.", OHIO, {"Kyiv": "Ukraine", "Warsaw": "Poland"}),
    ],
)  # fmt: skip
def test_what_a_source_writes_about_decides_between_namesakes(
    text: str, home: str, expected: dict[str, str], gazetteer: Gazetteer
) -> None:
    found = containers(text, gazetteer, home=home)
    assert {name for name, container in expected.items() if fold_name(container) not in found[name]} == set()


def test_an_unknown_home_is_named(gazetteer: Gazetteer) -> None:
    with pytest.raises(UnknownPlace, match="geonames:1"):
        containers("Rain fell.", gazetteer, home="geonames:1")
