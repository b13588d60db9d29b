"""Bodies that a text names by their place: («content», {speaker}, the name under which every way to put it comes)."""

from __future__ import annotations

import pytest
from spacy.language import Language

from ingest.resolution.speakers import resolve_speakers

from .examples import read_example

PLACES = {"Pokrov": "UA", "Lutsk": "UA", "Kassala": "SD", "Goma": "CD", "Kampala": "UG", "Oromia": "ET", "Borno": "NG"}


def speaker_of(model: Language, marked: str, places: dict[str, str]) -> tuple[str, bool]:
    example = read_example(model, marked, places)
    [speaker] = resolve_speakers(example.doc, example.text, example.quotes, example.actors, example.toponyms)
    assert speaker is not None
    return speaker.name, speaker.named


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("{The town council of Pokrov} said «it was late».", "Pokrov town council"),
        ("{Pokrov's town council} said «it was late».", "Pokrov town council"),
        ("{The Pokrov town council} said «it was late».", "Pokrov town council"),
        ("{Police in Goma} said «it was late».", "Goma police"),
        ("{Goma police} said «it was late».", "Goma police"),
        ("{The police in Goma} said «it was late».", "Goma police"),
        ("{The Kassala governor's office} said «it was late».", "Kassala governor's office"),
        ("{The governor's office in Kassala} said «it was late».", "Kassala governor's office"),
        ("{The mayor's office in Kampala} said «it was late».", "Kampala mayor's office"),
        ("{The regional administration of Oromia} said «it was late».", "Oromia regional administration"),
        ("{Lutsk's regional prosecutor's office} said «it was late».", "Lutsk regional prosecutor's office"),
        ("{The state government of Borno} said «it was late».", "Borno state government"),
        ("Shells fell. The Lutsk city council met. {The council} said «it was late».", "Lutsk city council"),
    ],
)
def test_its_place_is_part_of_its_name(model: Language, marked: str, name: str) -> None:
    assert speaker_of(model, marked, PLACES) == (name, True)


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("{A police officer in Goma} said «it was late».", "police officer in Goma"),
        ("{The town council} said «it was late».", "town council"),
        ("{Some councils in Borno} said «it was late».", "Some councils in Borno"),
        ("{Officials in Goma} said «it was late».", "Officials in Goma"),
    ],
)
def test_others_are_this_reports_own(model: Language, marked: str, name: str) -> None:
    assert speaker_of(model, marked, PLACES) == (name, False)
