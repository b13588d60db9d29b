"""Organisations that a text spells out with their acronym."""

from __future__ import annotations

import pytest
from spacy.language import Language

from ingest.extractors.actors import extract_actors
from ingest.nlp import parse
from ingest.registry import load_registry


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Zambia Defence Force (ZDF) denied it. ZDF trucks left; the Zambia Defence Force stayed.",
            [("Zambia Defence Force", "Organization")] * 4,
        ),
        (
            "The Volunteer Forces of the Valley (VFV) advanced. The VFV held the bridge.",
            [("Volunteer Forces of the Valley", "ArmedGroup")] * 3,
        ),
        # the letters are others', or no acronym is
        ("The bank of the river (PDX) is closed.", []),
        ("The old bridge (A) is closed.", []),
    ],
)
def test_a_name_and_its_acronym_are_one_actor(model: Language, text: str, expected: list[tuple[str, str]]) -> None:
    found = extract_actors(parse(text, model), text, (), load_registry())
    assert [(each.name, each.kind) for each in found] == expected


def test_an_acronym_behind_an_article_is_no_person(model: Language) -> None:
    text = "The FKRDC told villagers to leave."
    assert {each.kind for each in extract_actors(parse(text, model), text, (), load_registry())} <= {"Organization"}
