"""The data files of cues hold only what the code reads."""

from __future__ import annotations

from typing import get_args

import pytest

from ingest.annotations import Act, Attitude, CueClass
from ingest.extractors.quotes import lexicon

CUES = [
    cue for table in (lexicon.verbs(), lexicon.nouns(), lexicon.adjectives()) for cues in table.values() for cue in cues
] + [cue for _, cue in lexicon.phrases()]


def test_every_reading_uses_known_values() -> None:
    assert {cue.attitude for cue in CUES} <= set(get_args(Attitude))
    assert {cue.cue_class for cue in CUES} <= set(get_args(CueClass))
    assert {cue.act for cue in CUES} <= set(get_args(Act))


def test_every_reading_says_where_its_content_stands() -> None:
    assert all(cue.frames or cue.prepositions for cue in CUES)


@pytest.mark.parametrize(
    "verb", ["say", "claim", "deny", "warn", "accuse", "urge", "call", "describe", "vow", "tell", "write"]
)
def test_verbs_of_speech_are_there(verb: str) -> None:
    assert any(cue.attitude == "speech" for cue in lexicon.verbs()[verb])


def test_the_verb_with_its_particle_is_told_first() -> None:
    assert lexicon.verbs()["point"][0].name == "point out"
