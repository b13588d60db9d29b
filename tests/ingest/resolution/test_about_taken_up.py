"""What a statement is about by what the text told just before: parties, claims and happenings, places that no list knows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from spacy.language import Language

from ingest.resolution.about import find_topics
from ingest.resolution.speakers import resolve_speakers

from .examples import read_example

PLACES = {
    "Lutsk": "UA",
    "LUTSK": "UA",
    "Rivne": "UA",
    "RIVNE": "UA",
    "Kyiv": "UA",
    "Oslo": "NO",
    "Stockholm": "SE",
    "Norway": "NO",
    "Sweden": "SE",
    "Denmark": "DK",
    "~Norwegian": "NO",
    "~Swedish": "SE",
}


def topics_of(model: Language, marked: str) -> set[str]:
    """The topics of the last statement."""
    example = read_example(model, marked, PLACES)
    speakers = resolve_speakers(example.doc, example.text, example.quotes, example.actors, example.toponyms)
    found = find_topics(example.doc, example.text, example.quotes, example.actors, example.toponyms, (), speakers)
    return {topic.name.title() if topic.name.isupper() else topic.name for topic in found[-1]}


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        # both of two parties
        (
            "Norway and Sweden met last week. {Anna Bilyk} said «both sides had sent envoys».",
            {"Norway", "Sweden"},
        ),
        ("Norway and Sweden met last week. {Anna Bilyk} said «both wanted a pause».", {"Norway", "Sweden"}),
        ("Norway and Sweden met last week. {Anna Bilyk} said «both capitals had sent envoys».", {"Norway", "Sweden"}),
        (
            "Norway and Sweden met last week. {Anna Bilyk} said «the two governments wanted a pause».",
            {"Norway", "Sweden"},
        ),
        (
            "The Wagner Group fought the Rapid Support Forces. {Anna Bilyk} urged «all parties to stop».",
            {"Wagner Group", "Rapid Support Forces"},
        ),
        ("Norway and Sweden met last week. {Anna Bilyk} said «both of her brothers were tired».", set()),
        ("Norway and Sweden met last week. {Anna Bilyk} said «she both reads and writes».", set()),
        ("Norway and Sweden met last week. {Anna Bilyk} said «political parties were dull».", set()),
        ("Norway and Sweden met last week. {Anna Bilyk} said «fire came from both banks».", set()),
        # they, them: the parties of the statement just before
        (
            "Norway and Sweden met last week. {Anna Bilyk} said «both sides wanted a pause». "
            "“«I wrote to them»,” {she} said.",
            {"Norway", "Sweden"},
        ),
        (
            "Norway and Sweden met. {Anna Bilyk} doubts «that both sides want a pause». "
            "“«They count votes»,” said {Oleh Tkach}.",
            {"Norway", "Sweden"},
        ),
        ("{Anna Bilyk} said «that Lutsk was calm». “«They sleep badly»,” {Oleh Tkach} said of his sons.", set()),
        (
            "Norway and Sweden met. {Denmark} <urged> «both sides to wait» and <said> {it} «had written to them».",
            {"Norway", "Sweden"},
        ),
        # it, accused
        ("The Wagner Group left a mine. {Anna Bilyk} <accused> «it of theft».", {"Wagner Group"}),
        ("The Wagner Group left a mine. {Anna Bilyk} said «it was likely to rain».", set()),
        # the rebels, the fighters, the troops
        ("The Wagner Group took a mine. {Anna Bilyk} praised «the fighters».", {"Wagner Group"}),
        ("The Wagner Group took a mine. {Anna Bilyk} said «the rebels were tired».", {"Wagner Group"}),
        (
            "Norway and Sweden met. Denmark is near. Norway urged Sweden to wait. "
            "{Anna Bilyk} said «both wanted a pause».",
            {"Norway", "Sweden"},
        ),
        ("Norway met the Wagner Group. {Sweden} <urged> «both sides to wait».", {"Norway", "Wagner Group"}),
    ],
)  # fmt: skip
def test_parties_spoken_of_just_before(model: Language, marked: str, names: set[str]) -> None:
    assert topics_of(model, marked) == names


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        (
            "{Oleh Tkach, a commander of the Wagner Group,} said «his men knew the way».",
            {"Wagner Group"},
        ),
        ("{Oleh Tkach, a commander of the Wagner Group,} said «his fighters liked tea».", {"Wagner Group"}),
        ("{Oleh Tkach, a spokesman for the Wagner Group,} said «fighters had left by dawn».", {"Wagner Group"}),
        ("{Oleh Tkach, a commander of the Wagner Group,} said «his sister could wait».", set()),
        ("{Oleh Tkach, a commander of the Wagner Group,} said «his men’s boots were wet».", {"Wagner Group"}),
        ("{Oleh Tkach, an engineer,} said «his men were tired».", set()),
        ("{Oleh Tkach, an engineer,} said «soldiers had left by dawn».", set()),
        ("{Oleh Tkach, a spokesman for the Wagner Group,} said «foreign soldiers had left by dawn».", set()),
        ("{The Wagner Group} said «its fighters had left by dawn».", {"Wagner Group"}),
        ("{The Wagner Group} said «its cooks had been sent home».", {"Wagner Group"}),
    ],
)
def test_own_forces_stand_for_whom_the_speaker_speaks_for(model: Language, marked: str, names: set[str]) -> None:
    assert topics_of(model, marked) == names


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        # a claim taken up by its noun, past what lies between
        (
            "{Anna Bilyk} accused «Norway of spying on Rivne». {She} said «tea was cheap». "
            "{Stockholm} shrugged at «the rebuke».",
            {"Norway", "Rivne"},
        ),
        (
            "{Anna Bilyk} demanded «that Norway leave Lutsk». {Oleh Tkach} said «it rained». "
            "{Stockholm} rejected «the request at once».",
            {"Norway", "Lutsk"},
        ),
        ("{Anna Bilyk} said «that Lutsk was calm». Oleh Tkach was late. {He} rejected «the demand».", set()),
        (
            "{Anna Bilyk} said «it promised to leave Lutsk». {Oleh Tkach} said «it rained». "
            "{She} denied «such a promise».",
            {"Lutsk"},
        ),
        (
            "{Anna Bilyk} said «forty people had died in Rivne». {Oleh Tkach} doubted «the tally».",
            {"Rivne"},
        ),
        ("{Anna Bilyk} said «that Rivne was calm». {Oleh Tkach} doubted «the tally».", set()),
        # a happening that the text itself told
        (
            "Norway and Sweden are to meet in Lutsk on Monday. It rained in Rivne. "
            "{Anna Bilyk} hailed «the summit».",
            {"Norway", "Sweden", "Lutsk"},
        ),
        ("It rained in Rivne. {Anna Bilyk} hailed «the summit».", set()),
        (
            "Ships were attacked near Lutsk at noon. Tea is sold in Rivne. {Anna Bilyk} recalled «the incident».",
            {"Lutsk"},
        ),
        (
            "The Wagner Group signed a pact in Rivne. {Anna Bilyk} doubts «that any pact exists».",
            {"Wagner Group", "Rivne"},
        ),
        ("{Anna Bilyk} doubts «that any pact exists».", set()),
        ("It rained in Lutsk. {Anna Bilyk} said «she had made a promise to her son».", set()),
        # a road taken up though a town is named as well
        (
            "The road between Lutsk and Rivne is open. {Anna Bilyk} said «the mayor wants this route and the one to Kyiv».",
            {"Lutsk", "Rivne", "Kyiv"},
        ),
        ("The road between Lutsk and Rivne is open. {Anna Bilyk} said «a road leads to Kyiv».", {"Kyiv"}),
    ],
)  # fmt: skip
def test_a_noun_that_points_back_brings_what_it_was_about(model: Language, marked: str, names: set[str]) -> None:
    assert topics_of(model, marked) == names


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        # where the speaker is
        ("Shells fell on Lutsk. {A doctor in Rivne} said «two people were killed».", {"Rivne"}),
        ("Shells fell on Lutsk. {Residents of Rivne} complained of «raids».", {"Rivne"}),
        ("Shells fell on Lutsk. {Residents of Rivne} said «tea was cheap».", set()),
        ("Shells fell on Lutsk. {Officials in Kyiv} said «two people were killed».", {"Lutsk"}),
        # a place that no list knows is nearer
        ("Shells fell on Lutsk. A market in Qosh burned. {Anna Bilyk} said «two people were killed».", {"Qosh"}),
        ("Shells fell on Lutsk. {Anna Bilyk} said «two people were killed in April».", {"Lutsk"}),
        ("Shells fell on Lutsk. {Anna Bilyk} said «two people were killed by Wagner».", {"Lutsk", "Wagner Group"}),
        # there
        (
            "Shells fell on Lutsk twice. Lutsk burned. Trains left for Rivne. "
            "{Anna Bilyk} said «two people died there».",
            {"Rivne"},
        ),
        # a rule, not a happening
        ("Shells fell on Lutsk. {Anna Bilyk} said «villages at a border may burn».", set()),
        ("{Anna Bilyk} said «Lutsk had burned». {She} said «villages at a border may burn».", set()),
        ("Shells fell on Lutsk. {Anna Bilyk} said «the town’s market may burn».", {"Lutsk"}),
    ],
)  # fmt: skip
def test_where_it_happened(model: Language, marked: str, names: set[str]) -> None:
    assert topics_of(model, marked) == names


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("LUTSK. It rained.\n\nRIVNE. {Anna Bilyk} said «two people were killed».", {"Rivne"}),
        (
            "Shells fell on Lutsk. Lutsk burned. Lutsk smoked.\n\nRivne:\n\n{Anna Bilyk} said «two people were killed».",
            {"Rivne"},
        ),
        (
            "Shells fell on Lutsk. Lutsk burned. Lutsk smoked.\n\nRIVNE\n\n{Anna Bilyk} said «two people were killed».",
            {"Rivne"},
        ),
        ("RIVNE. It rained.\n\nAID. {Anna Bilyk} said «two people were killed».", set()),
        ("RIVNE. Shells fell on Lutsk at noon. {Anna Bilyk} said «two people were killed».", {"Lutsk"}),
        ("RIVNE. It rained.\n\nTea is dear. {Anna Bilyk} said «two people were killed».", {"Rivne"}),
    ],
)  # fmt: skip
def test_a_heading_sets_the_place_of_its_section(model: Language, marked: str, names: set[str]) -> None:
    assert topics_of(model, marked) == names


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("Shells fell on Lutsk. {Anna Bilyk} said «two people were killed in Qosh».", {"Qosh"}),
        ("Shells fell on Lutsk. {Anna Bilyk} said «two buses had gone towards Qosh and Zelm».", {"Qosh", "Zelm"}),
        ("Shells fell on Lutsk. {Anna Bilyk} said «a fire ruined Qosh's market».", {"Qosh"}),
        ("Shells fell on Lutsk. {Anna Bilyk} said «two people were killed in April».", {"Lutsk"}),
        ("Shells fell on Lutsk. {Anna Bilyk} said «two people were killed by Qosh».", {"Lutsk", "Qosh"}),
        ("Shells fell on Lutsk. {Anna Bilyk} said «a shell hit a house in Ramadan».", {"Lutsk"}),
        ("Shells fell on Lutsk. {Anna Bilyk} said «she was trained in English».", set()),
    ],
)
def test_what_happens_at_a_place_that_no_list_has_happens_in_no_other_town(
    model: Language, marked: str, names: set[str]
) -> None:
    assert topics_of(model, marked) == names


def test_what_is_demanded_of_a_party_happens_nowhere_yet(model: Language) -> None:
    example = read_example(
        model, "Shells fell on Lutsk. {Anna Bilyk} urged «the Wagner Group to stop the fighting».", PLACES
    )
    demand = replace(example.quotes[0], act="demand")
    [topics] = find_topics(example.doc, example.text, (demand,), example.actors, example.toponyms, (), (None,))
    assert {topic.name for topic in topics} == {"Wagner Group"}
