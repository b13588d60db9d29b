"""What a statement is about: «content», {speaker} and the names of its topics."""

from __future__ import annotations

import pytest
from spacy.language import Language

from ingest.resolution.about import find_topics
from ingest.resolution.speakers import resolve_speakers

from .examples import read_example

PLACES = {"Lutsk": "UA", "Rivne": "UA", "Kyiv": "UA", "Moscow": "RU", "~Russian": "RU", "~Ukrainian": "UA"}


def topics_of(model: Language, marked: str) -> list[set[str]]:
    example = read_example(model, marked, PLACES)
    speakers = resolve_speakers(example.doc, example.text, example.quotes, example.actors, example.toponyms)
    found = find_topics(example.doc, example.text, example.quotes, example.actors, example.toponyms, (), speakers)
    return [{topic.name for topic in topics} for topics in found]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        # named in the content
        ("{Anna Bilyk} said «that Lutsk was calm».", {"Lutsk"}),
        ("{Anna Bilyk} said «that Russian troops had left Lutsk».", {"Russia", "Lutsk"}),
        ("{Anna Bilyk} said «that Russian artillery was silent».", {"Russia"}),
        ("{Anna Bilyk} said «that the Wagner Group paid well».", {"Wagner Group"}),
        ("{Anna Bilyk} said «that Oleh Tkach had gone home».", {"Oleh Tkach"}),
        ("{Anna Bilyk} said «that a Russian blogger had called».", set()),
        ("{Anna Bilyk} said «that she was tired».", set()),
        # the speaker's own deeds
        ("{The Rapid Support Forces} said «it had agreed to a pause».", {"Rapid Support Forces"}),
        ("{The Rapid Support Forces} denied «losing vehicles».", {"Rapid Support Forces"}),
        ("{Anna Bilyk} promised «to write soon».", set()),
        ("{Oleh Tkach, a spokesman for the Wagner Group,} said «our troops were tired».", {"Wagner Group"}),
        ("{Oleh Tkach, an engineer,} said «our troops were tired».", set()),
        # taken up
        ("Oleh Tkach has left Lutsk. “«He sleeps badly»,” {Anna Bilyk} said.", {"Oleh Tkach"}),
        ("The Wagner Group took a mine. {Anna Bilyk} said «the group was tired».", {"Wagner Group"}),
        ("The only road into Lutsk is narrow. {Anna Bilyk} said «the road was open».", {"Lutsk"}),
        ("“«Nobody can say that he was told»,” {Anna Bilyk} said of Oleh Tkach.", set()),
        ("The Wagner Group left. Its spokesman, {Oleh Tkach}, wrote: “«They came early»,” and smiled.", set()),
        ("Wagner Group and the Rapid Support Forces met. {Anna Bilyk} said «shots came from both sides».", set()),
        ("{The Institute for the Study of War} wrote: “«We cannot tell»,” on Friday.", set()),
        ("Kyiv sent a bus. {Anna Bilyk} said «he had insulted the state».", set()),
        ("The Wagner Group left Lutsk. {Anna Bilyk} said «fighters had taken a mine».", {"Wagner Group"}),
        ("The Wagner Group left Lutsk. {Anna Bilyk} said «foreign fighters had taken a mine».", set()),
        ("Lutsk, the Russians say, is cold. {Anna Bilyk} predicted «that they would sleep badly».", {"Russia"}),
        ("{Washington} urged «the Wagner Group to halt its trade».", {"Wagner Group"}),
        ("Lutsk mourned Monday's attack, «which {Anna Bilyk} described as a crime».", {"Lutsk"}),
        # the place of what happens
        ("Shells fell on Lutsk all night. {Anna Bilyk} said «two people were killed».", {"Lutsk"}),
        ("Shells fell on Lutsk all night. {Anna Bilyk} said «she liked tea».", set()),
        ("Shells fell on Lutsk. {Anna Bilyk} told reporters in Kyiv «that two people were killed».", {"Lutsk"}),
        ("Shells fell on Lutsk. {Anna Bilyk} said «the missile was old».", {"Lutsk"}),
        ("Shells fell on Lutsk. {Anna Bilyk} said «missiles were costly».", set()),
        ("Shells fell on Lutsk. {Anna Bilyk} said «air defence systems were costly».", set()),
        ("Shells fell on Lutsk. {Anna Bilyk} said «every checkpoint looked alike».", set()),
        ("Shells fell on Lutsk. {Anna Bilyk} said «900 people had been killed since the war began».", set()),
        (
            "Shells fell on Lutsk. Officials in Rivne said it rained. {Anna Bilyk} said «two people were hurt».",
            {"Lutsk"},
        ),
        # the question
        ("Asked about Rivne, {Anna Bilyk} <said> «she did not know».", {"Rivne"}),
    ],
)
def test_topics_of_a_statement(model: Language, marked: str, names: set[str]) -> None:
    assert topics_of(model, marked)[-1] == names


def test_elided_content_is_about_what_the_statement_before_was_about(model: Language) -> None:
    first, second = topics_of(model, "{Moscow} said «that its guns had hit Lutsk». {Kyiv} <denied>«» it.")
    assert "Lutsk" in first
    assert second == first


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        # a figure is taken up past what lies between
        (
            "{Anna Bilyk} said «40 people had left Lutsk». {Oleh Tkach} said «Rivne was cold». {Moscow} called «the figure an invention».",
            {"Lutsk"},
        ),
        # what is pointed at
        ("{Anna Bilyk} said «the guns had left Lutsk». “«Nobody gave such an order»,” {Oleh Tkach} said.", {"Lutsk"}),
        ("{Anna Bilyk} said «the guns had left Lutsk». “«Nobody gave him tea»,” {Oleh Tkach} said.", set()),
    ],
)  # fmt: skip
def test_a_statement_that_takes_up_another_is_about_what_that_was_about(
    model: Language, marked: str, names: set[str]
) -> None:
    assert topics_of(model, marked)[-1] == names


def test_each_thing_stands_once_in_text_order(model: Language) -> None:
    example = read_example(model, "{Anna Bilyk} said «Rivne is quiet, Lutsk is quiet, and Rivne is cold».", PLACES)
    [topics] = find_topics(example.doc, example.text, example.quotes, example.actors, example.toponyms, (), (None,))
    assert [topic.name for topic in topics] == ["Rivne", "Lutsk"]
    assert all(example.text[topic.span.start : topic.span.end] == topic.name for topic in topics)
