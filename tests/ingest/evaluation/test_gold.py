"""The hand-made gold keeps its own promises: every span repeats its text, and every word of a closed list is in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest

from ingest.annotations import Act, ActorKind, Attitude, Mode, Polarity
from ingest.evaluation.gold import read_gold

TESTS = Path(__file__).parents[2]
FOLDERS = {
    "samples": (TESTS / "gold" / "samples", TESTS.parent / "samples"),
    "unseen": (TESTS / "gold" / "unseen", TESTS / "gold" / "unseen" / "reports"),
    "fresh": (TESTS / "gold" / "fresh", TESTS / "gold" / "fresh" / "reports"),
}


@pytest.mark.parametrize("name", FOLDERS)
def test_every_span_repeats_its_text(name: str) -> None:
    gold_folder, _ = FOLDERS[name]
    texts = {document.ref: document.text for document, _ in read_gold(*FOLDERS[name])}
    for path in gold_folder.glob("*.json"):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = texts[gold["report"]]
        for statement in gold["statements"]:
            assert [text[start:end] for start, end in statement["content"]] == statement["content_text"]
            assert [text[start:end] for start, end in statement["cue"]] == statement["cue_text"]
            speaker = statement["speaker"]
            assert (text[speaker[0] : speaker[1]] if speaker else None) == statement["speaker_text"]
        for each in [*gold["toponyms"], *gold["times"]]:
            assert text[each["span"][0] : each["span"][1]] == each["text"]


@pytest.mark.parametrize("name", FOLDERS)
def test_every_word_of_a_closed_list_is_in_it(name: str) -> None:
    for _, gold in read_gold(*FOLDERS[name]):
        for each in gold.statements:
            assert each.mode in get_args(Mode)
            assert each.act in get_args(Act)
            assert each.attitude in get_args(Attitude)
            assert each.polarity in get_args(Polarity)
            assert each.speaker_kind is None or each.speaker_kind in get_args(ActorKind)


def test_the_unseen_gold_is_large_enough_to_tell() -> None:
    statements = [each for _, gold in read_gold(*FOLDERS["unseen"]) for each in gold.statements if not each.nested]
    assert len(statements) >= 100
    assert sum(each.said.edtf is not None for each in statements) >= 40


def test_the_fresh_gold_is_large_enough_to_tell() -> None:
    statements = [each for _, gold in read_gold(*FOLDERS["fresh"]) for each in gold.statements if not each.nested]
    assert len(statements) >= 60
    assert sum(each.said.edtf is not None for each in statements) >= 30
