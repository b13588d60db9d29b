"""The lexicon is closed: only types, modes and changes of control of the ontology, only classes that exist."""

from __future__ import annotations

from typing import get_args

from ingest.annotations import ControlChange, EventType
from ingest.extractors.events import lexicon

MODES = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons "
    "crowd-control unconventional",
}

# Classes that no list gives.
BY_THE_PARSE = {"act", "name", "state", "violence"}


def all_triggers() -> list[lexicon.Trigger]:
    return [each for table in (lexicon.verbs(), lexicon.nouns()) for triggers in table.values() for each in triggers]


def test_types_modes_and_control_are_those_of_the_ontology() -> None:
    for trigger in all_triggers():
        if trigger.type is not None:
            assert trigger.type in get_args(EventType), trigger
            assert set(trigger.modes) <= set(MODES.get(trigger.type, "").split()), trigger
        assert trigger.control_change in get_args(ControlChange), trigger


def test_every_type_has_triggers() -> None:
    assert {each.type for each in all_triggers()} - {None} == set(get_args(EventType))


def test_every_class_that_a_frame_names_exists() -> None:
    for trigger in all_triggers():
        frame = trigger.frame
        named = [frame.object, frame.subject, frame.modifier, *(words for _, words in frame.prepositions)]
        for words in named:
            for word in words or ():
                assert not word.startswith("@") or word[1:] in {*lexicon.classes(), *BY_THE_PARSE}, (
                    trigger.lemma,
                    word,
                )


def test_operators_are_known() -> None:
    known = set(get_args(lexicon.Operator))
    assert {each for operators in lexicon.operators().values() for each in operators} <= known
