"""A registered name inside a longer one: another body's, unless what is added is a title, a place where it sits or its own country."""

from __future__ import annotations

import pytest
from spacy.language import Language

from ingest.extractors.actors import extract_actors
from ingest.nlp import parse
from ingest.registry import load_registry


def actors_of(model: Language, text: str) -> dict[str, bool]:
    """The names of the actors of a text, and whether the registry knows them."""
    found = extract_actors(parse(text, model), text, (), load_registry())
    return {each.name: each.actor_id is not None for each in found}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Horn Crisis Group said it was late.", "Horn Crisis Group"),
        ("The Southern Democratic Party said the vote was rigged.", "Southern Democratic Party"),
        ("The Progressive Democratic Party said the vote was rigged.", "Progressive Democratic Party"),
        ("The Liberia National Red Cross Society said two had drowned.", "Liberia National Red Cross Society"),
        ("The Northern Arakan Army said it held the town.", "Northern Arakan Army"),
        ("The East African Congress said it was late.", "East African Congress"),
        ("The All Progressives Congress said it was late.", "All Progressives Congress"),
        ("The Punjab Muslim Brotherhood League said it was late.", "Punjab Muslim Brotherhood League"),
        ("The Lagos Times said it was late.", "Lagos Times"),
        ("The Malta Movement said it was late.", "Malta Movement"),
        ("The World Bank Watch said it was late.", "World Bank Watch"),
        pytest.param(
            "The Atlantic Council of Finland said it was late.",
            "Atlantic Council of Finland",
            marks=pytest.mark.xfail(strict=True, reason="a country's name parts a name that the model has found whole"),
        ),
    ],
)
def test_a_longer_name_is_another_body(model: Language, text: str, name: str) -> None:
    assert actors_of(model, text) == {name: False}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Brussels-based International Crisis Group said it was late.", "International Crisis Group"),
        ("The Lebanese Hezbollah said it was late.", "Hezbollah"),
        ("The UN World Food Programme said it was late.", "World Food Programme"),
        ("The US Republican Party said it was late.", "Republican Party"),
        ("Many Ohio Democrats said it was late.", "Democratic Party"),
        ("On Tuesday the World Bank said it was late.", "World Bank"),
        ("World Bank President Olu Adeyemi said it was late.", "World Bank"),
        ("Storm Hits World Bank Building In Port Town", "World Bank"),
    ],
)
def test_what_is_added_leaves_the_body_what_it_is(model: Language, text: str, name: str) -> None:
    assert name in actors_of(model, text)
