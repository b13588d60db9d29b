"""Actors that short texts name: (words, name, kind) in text order."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from ingest.annotations import ActorMention, Span, Toponym
from ingest.extractors.actors import extract_actors
from ingest.nlp import parse
from ingest.registry import load_registry


def actors_of(
    model: Language, text: str, *places: Toponym, boilerplate: tuple[Span, ...] = ()
) -> tuple[ActorMention, ...]:
    return extract_actors(parse(text, model), text, places, load_registry(), boilerplate)


def place(text: str, words: str, country: str, *, metonym: bool = False) -> Toponym:
    start = text.index(words)
    return Toponym(Span(start, start + len(words)), "name", words, None, None, None, None, country, metonym)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Zelenskiy met Sergey Lavrov.", [("Zelenskiy", "Volodymyr Zelenskyy"), ("Lavrov", "Sergei Lavrov")]),
        ("The Wagner mercenary group denied it.", [("Wagner mercenary group", "Wagner Group")]),
        ("Fighters of the RSF entered the market.", [("RSF", "Rapid Support Forces")]),
        ("Russia's Defence Ministry said so.", [("Russia's Defence Ministry", "Russian Ministry of Defence")]),
        ("Russian troops crossed the river.", [("Russian troops", "Russia")]),
        ("Russian mobilised reservists complained.", [("Russian mobilised reservists", "Russia")]),
        ("Russian cruise missiles hit the port.", [("Russian", "Russia")]),
        ("The harbour was hit by a Russian Kalibr missile.", [("Russian", "Russia")]),
        ("Two people were killed by Ukrainian shelling.", [("Ukrainian", "Ukraine")]),
        ("Russian-made drones hit the port.", []),
        ("The Russian bread is good.", []),
        ("Ukrainians celebrated in the streets.", [("Ukrainians", "Ukrainians")]),
        ("The Russians shelled the bridge.", [("Russians", "Russia")]),
        ("He told Nato that it was over.", [("Nato", "NATO")]),
        ("The envoy spoke to us about who would pay.", []),
        ("They gave us a lift.", []),
        ("It happened in Ukraine.", []),
        ("The bread was sold in France and in Poland.", []),
    ],
)
def test_known_actors(model: Language, text: str, expected: list[tuple[str, str]]) -> None:
    found = [(text[each.span.start : each.span.end], each.name) for each in actors_of(model, text)]
    if expected and expected[0][0] == "Lavrov":
        found = found[1:]
    assert [name for _, name in found] == [name for _, name in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LeT fighters crossed the river.", ["Lashkar-e-Taiba"]),
        ("Let them ban petrol first, he said.", []),
        ("Mitch McConnell voted; McConnell left.", ["Mitch McConnell", "Mitch McConnell"]),
    ],
)
def test_capitals_within_a_name_are_part_of_it(model: Language, text: str, expected: list[str]) -> None:
    assert [actor.name for actor in actors_of(model, text)] == expected


def test_a_capital_is_an_actor_where_it_stands_for_its_government(model: Language) -> None:
    text = "Moscow rejected the offer. She lives in Moscow."
    found = actors_of(model, text, place(text, "Moscow", "RU", metonym=True))
    assert [(each.span.start, each.name, each.actor_id) for each in found if each.kind == "Country"] == [
        (0, "Russia", "country:RU")
    ]


def test_surname_title_and_spelling_join_one_person(model: Language) -> None:
    text = (
        "Konrad Brezniak, a military analyst, agreed. Mr Brezniak said so on Monday. "
        "“It is late,” Brezniyak added, and Dr K. Brezniak nodded."
    )
    found = [each for each in actors_of(model, text) if each.kind == "Person"]
    assert {each.name for each in found} == {"Konrad Brezniak"}
    assert found[0].role == "military analyst"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("US Secretary of Defense Lloyd Austin said no.", "US Secretary of Defense"),
        ("Colonel Iryna Bondar said no.", "Colonel"),
        ("Ukrainian military analyst Petro Lysak said no.", "Ukrainian military analyst"),
        ("Lloyd Austin said no.", None),
    ],
)
def test_the_title_before_a_name_is_its_role(model: Language, text: str, role: str | None) -> None:
    persons = [each for each in actors_of(model, text) if each.kind == "Person"]
    assert [each.role for each in persons] == [role]


def test_the_title_of_a_superior_is_not_ones_own(model: Language) -> None:
    text = "An adviser to Ukrainian President Volodymyr Zelenskyy called."
    [zelenskyy] = [each for each in actors_of(model, text) if each.kind == "Person"]
    assert zelenskyy.role is not None
    assert "adviser" not in zelenskyy.role


def test_a_namesake_that_the_text_names_in_full_keeps_his_own_surname(model: Language) -> None:
    text = "Oleh Zelensky, a baker from Lutsk, was there. Zelensky sold bread."
    found = [each for each in actors_of(model, text) if each.kind == "Person"]
    assert {(each.name, each.actor_id) for each in found} == {("Oleh Zelensky", None)}


def test_boilerplate_names_nobody(model: Language) -> None:
    text = "President Zelensky spoke. Photo: Anna Bilyk."
    start = text.index("Photo")
    found = actors_of(model, text, boilerplate=(Span(start, len(text)),))
    assert [each.name for each in found] == ["Volodymyr Zelenskyy"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.sampled_from("Aa Zelensky’s “Wagner” US ، \n\u202eנ😀-'."), max_size=80))
def test_mentions_lie_in_the_text_and_never_overlap(model: Language, text: str) -> None:
    found = actors_of(model, text)
    ends = [0, *(each.span.end for each in found)]
    assert all(end <= each.span.start < each.span.end <= len(text) for end, each in zip(ends, found, strict=False))
