"""Figures: each sentence with its figures as (words, metric, low, high, exact, unit), and sentences that hold none."""

from __future__ import annotations

import pytest
from spacy.language import Language

from ingest.annotations import Figure, Span
from ingest.extractors.figures import extract_figures, link_figures
from ingest.nlp import parse

FIGURES = [
    ("At least three civilians were killed and 20 wounded.",
     [("At least three civilians", "killed", 3, None, None, "person"), ("20 wounded", "wounded", None, None, 20, "person")]),
    ("Up to 20 fighters died in the raid.", [("Up to 20 fighters", "killed", None, 20, None, "person")]),
    ("Between 20 and 30 people were injured.", [("Between 20 and 30 people", "wounded", 20, 30, None, "person")]),
    ("Some 12,500 fighters remain in the hills.", [("Some 12,500 fighters", "troops", None, None, 12_500, "person")]),
    ("The army repelled 38 attacks in one day.", [("38 attacks", "attacks", None, None, 38, "attack")]),
    ("Tens of thousands of refugees arrived.", [("Tens of thousands of refugees", "displaced", 20_000, None, None, "person")]),
    ("About 35% of the orchards are mined.", [("About 35%", "share", None, None, 35, "percent")]),
    ("Some 40 percent of the fields are mined.", [("Some 40 percent", "share", None, None, 40, "percent")]),
    ("Norway pledged $75 million in aid.", [("$75 million", "money", None, None, 75e6, "USD")]),
    ("The loan of €2bn was approved.", [("€2bn", "money", None, None, 2e9, "EUR")]),
    ("The depot lies 60 kilometers from the river.", [("60 kilometers", "distance", None, None, 60, "kilometre")]),
    ("Twenty-five soldiers surrendered.", [("Twenty-five soldiers", "captured", None, None, 25, "person")]),
    ("Two hundred and six people died.", [("Two hundred and six people", "killed", None, None, 206, "person")]),
    ("The strike left 12 dead and dozens injured.",
     [("12 dead", "killed", None, None, 12, "person"), ("dozens injured", "wounded", 24, None, None, "person")]),
    ("The blast killed two and wounded five others.",
     [("two", "killed", None, None, 2, "person"), ("five others", "wounded", None, None, 5, "person")]),
    ("More than 1.5 million people were displaced.", [("More than 1.5 million people", "displaced", 1.5e6, None, None, "person")]),
    ("20 to 30 thousand troops crossed the river.", [("20 to 30 thousand troops", "troops", 20_000, 30_000, None, "person")]),
    ("Nearly half a million refugees fled.", [("Nearly half a million refugees", "displaced", None, None, 500_000, "person")]),
    ("No fewer than 5 children were missing.", [("No fewer than 5 children", "missing", 5, None, None, "person")]),
    ("The death toll reached 41.", [("41", "killed", None, None, 41, "person")]),
    ("The garrison received 14 tanks.", [("14 tanks", "weapons", None, None, 14, "tank")]),
]  # fmt: skip

WITHOUT = [
    "The siege has lasted five months.",
    "He is 45 years old and commands the 3rd brigade.",
    "Officials said nobody was killed.",
    "One of the generals resigned.",
    "The treaty was signed in 2014.",
    "No one claimed responsibility.",
    "The talks begin at 10 a.m. on March 7.",
    "The two met again in May.",
]


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_a_sentence_has_its_figures(model: Language, text: str, expected: list[tuple[object, ...]]) -> None:
    found = extract_figures(parse(text, model), text)
    read = [
        (text[each.span.start : each.span.end], each.metric, each.low, each.high, each.exact, each.unit)
        for each in found
    ]
    assert read == expected


@pytest.mark.parametrize("text", WITHOUT)
def test_times_ages_ranks_and_pronouns_are_no_figures(model: Language, text: str) -> None:
    assert extract_figures(parse(text, model), text) == ()


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Six people were killed in the strike.", "incident"),
        ("More than 8,000 civilians have been killed since the invasion began.", "cumulative"),
        ("The country has lost 40 jets so far.", "cumulative"),
    ],
)
def test_a_total_over_time_is_cumulative(model: Language, text: str, scope: str) -> None:
    assert [each.scope for each in extract_figures(parse(text, model), text)] == [scope]


def test_what_did_not_happen_is_negated(model: Language) -> None:
    text = "The shelling did not kill 30 soldiers."
    assert [each.negated for each in extract_figures(parse(text, model), text)] == [True]


def test_nothing_in_boilerplate_is_a_figure(model: Language) -> None:
    text = "Ten soldiers died."
    assert extract_figures(parse(text, model), text, boilerplate=[Span(0, len(text))]) == ()


def test_a_figure_belongs_to_the_innermost_clause_that_holds_it() -> None:
    figure = Figure(Span(10, 12), "killed", None, None, 3, "person")
    assert link_figures([figure], [], []) == (figure,)
