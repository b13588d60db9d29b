"""Every phrase of the project's own gold, with its reference day and the interval a careful reader gives it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph.timespan import parse_edtf
from ingest.annotations import TimeExpression
from ingest.extractors.times import extract_times

GOLD = Path(__file__).parents[3] / "gold" / "times.jsonl"


@dataclass(frozen=True)
class Case:
    """One line of the gold; `start` is where the phrase stands in the text."""

    text: str
    phrase: str
    start: int
    published: str | None
    edtf: str | None
    timex: str | None
    type: str
    construction: str
    certain: bool
    trap: bool = False

    @property
    def found(self) -> list[TimeExpression]:
        """What the extractor finds over the phrase."""
        published = parse_edtf(self.published) if self.published else None
        end = self.start + len(self.phrase)
        return [t for t in extract_times(self.text, published) if t.span.start < end and self.start < t.span.end]


CASES = [Case(**json.loads(line)) for line in GOLD.read_text(encoding="utf-8").splitlines()]
CERTAIN = [case for case in CASES if case.certain]


def _name(case: Case) -> str:
    return f"{case.construction}: {case.phrase}"


@pytest.mark.parametrize("case", [case for case in CERTAIN if not case.trap], ids=_name)
def test_phrase_is_resolved(case: Case) -> None:
    assert [(t.edtf, t.timex, t.type) for t in case.found] == [(case.edtf, case.timex, case.type)]


@pytest.mark.parametrize("case", [case for case in CERTAIN if case.trap], ids=_name)
def test_trap_is_no_time(case: Case) -> None:
    assert case.found == []


def test_most_of_the_uncertain_phrases_come_out_as_expected() -> None:
    uncertain = [case for case in CASES if not case.certain and not case.trap]
    right = [case for case in uncertain if any(t.edtf == case.edtf for t in case.found)]
    assert len(right) >= 0.75 * len(uncertain)


def test_gold_names_enough_phrases_and_every_line_says_where_its_phrase_stands() -> None:
    assert len(CASES) >= 200
    assert all(case.text[case.start : case.start + len(case.phrase)] == case.phrase for case in CASES)
