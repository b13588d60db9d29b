"""Where each statement was said: where the text puts the speaker as he speaks, not where he works or what he speaks of.

Sentences are marked: `<speaker>`, `{cue|lemma}`, `[content]`.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from ingest.annotations import ActorMention, Span

from .marked import when_and_where

TOWNS = ("Aleppo", "Bamako", "Beni", "BENI", "Gao", "Geneva", "Lviv", "Maiduguri", "Marib", "Libya", "Tripoli", "Tunis")
PLACES = {**{name: name.title() for name in TOWNS}, "the provincial capital": "Marib", "the city": "Aleppo"}


def places_of_saying(*pieces: str, speakers: Sequence[ActorMention | None] | None = None) -> list[str | None]:
    return when_and_where(*pieces, places=PLACES, speakers=speakers)[1]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("<He> {said|say} in Beni [that the road was mined].", "Beni"),
        ("[“Nobody sleeps,”] <she> {told|tell} reporters in Aleppo.", "Aleppo"),
        ("<The governor> {told|tell} a news conference in Maiduguri on Monday [that the road was mined].", "Maiduguri"),
        ("[“Nobody will be left behind,”] <the minister> {said|say} during a visit to Beni.", "Beni"),
        ("On a trip to Marib, <the minister> {denied|deny} [that the well was dry].", "Marib"),
        ("<The envoy>, speaking in Bamako, {said|say} [that the talks would go on].", "Bamako"),
        ("Speaking at a rally in Gao, <the candidate> {promised|promise} [to open the road].", "Gao"),
        ("[“The plane is late,”] <she> {told|tell} journalists at the airport in Tripoli.", "Tripoli"),
        ("[“The plane is late,”] <she> {said|say} at Tripoli airport.", "Tripoli"),
        ("<He> {told|tell} reporters in the provincial capital [that the wells were dry].", "Marib"),
        ("After talks in Geneva, <the envoy> {said|say} [that the truce would hold].", "Geneva"),
        ("At a funeral in Beni on Sunday, <the bishop> {asked|ask} [for calm].", "Beni"),
        ("<The mayor> {said|say} in an interview in Lviv [that the power was back].", "Lviv"),
        ("<The nurse> {said|say} by telephone from Aleppo [that the ward was full].", "Aleppo"),
        ("Reached by phone in Beni, <the nurse> {said|say} [that the ward was full].", "Beni"),
        ("<The minister> {told|tell} lawmakers in Bamako [that the budget was spent].", "Bamako"),
        ("<The president>, visiting Lviv on Monday, {said|say} [that help would come].", "Lviv"),
        pytest.param(
            "Visiting Lviv on Monday, <the president> {said|say} [that help would come].",
            "Lviv",
            marks=pytest.mark.xfail(strict=True, reason="the parser takes the capitalised participle for a name"),
        ),
    ],
)
def test_place_in_the_clause_of_the_cue(sentence: str, place: str) -> None:
    assert places_of_saying(sentence) == [place]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("[“Flour has run out,”] {said|say} <a teacher in Gao>.", "Gao"),
        ("<A source at the airport in Tripoli> {told|tell} us [that no plane had landed].", "Tripoli"),
        ("<A doctor at a hospital in Beni> {said|say} [that the ward was full].", "Beni"),
        ("<A guard at a checkpoint outside Gao> {said|say} [that the road was closed].", "Gao"),
        ("<A nun at a convent in the west of the city> {claimed|claim} [that she had seen tanks].", "Aleppo"),
        ("[“Bread is dear,”] {said|say} <Amina Yusuf>, a baker in Maiduguri.", "Maiduguri"),
        ("[“Bread is dear,”] {said|say} <Omar Haddad>, 40, who lives in Aleppo.", "Aleppo"),
        ("<A woman> sheltering in Beni {said|say} [that her house was gone].", "Beni"),
        ("<A former judge of the court>, now in exile in Tunis, {told|tell} this paper [that the verdict was bought].", "Tunis"),
        ("<Her brother in Lviv> {has told|tell} her [to leave].", "Lviv"),
        ("{According to|according to} <two traders in Gao>, [flour has run out].", "Gao"),
        ("<One of the farmers in Marib> {said|say} [that the wells were dry].", "Marib"),
        ("<Officials in Bamako> {denied|deny} [the report].", "Bamako"),
    ],
)  # fmt: skip
def test_place_in_the_phrase_of_the_speaker(sentence: str, place: str) -> None:
    assert places_of_saying(sentence) == [place]


@pytest.mark.parametrize(
    "sentence",
    [
        "<The mayor of Gao> {said|say} [that the road was closed].",
        "<Residents of Aleppo> {said|say} [that the power was off].",
        "<The embassy in Bamako> {said|say} [that visas would wait].",
        "<The army in Gao> {said|say} [that the road was closed].",
        "<The council in Gao> {denied|deny} [the report].",
        "<A lecturer at the university in Bamako> {said|say} [that the vote was fair].",
        "[“The vote was fair,”] {said|say} <Jane Roe> of the Institute for Elections in Tunis.",
        "[“The vote was fair,”] {said|say} <Jane Roe>, an analyst at the Centre for Elections in Tunis.",
        "<A spokesman for the army in Beni> {said|say} [that the road was closed].",
        "<The head of its office in Beni> {said|say} [that the road was closed].",
        "<The ambassador in Tripoli> {said|say} [that the vote was fair].",
        "<A fisherman from Gao> {said|say} [that the river was low].",
        "<A soldier captured in Marib> {said|say} [that he had not been paid].",
        "<A man wounded in Beni> {said|say} [that nobody came].",
        "[“Nobody came,”] {said|say} <Ann Roe>, who fled Aleppo.",
        "[“Nobody came,”] {said|say} <Ann Roe>, who lived in Aleppo until the war.",
        "<Two people familiar with the talks in Geneva> {said|say} [that the truce would hold].",
        "<The owner of a mine in Gao> {said|say} [that the gold was gone].",
    ],
)
def test_seat_or_home_of_the_speaker_is_no_place_of_saying(sentence: str) -> None:
    assert places_of_saying(sentence) == [None]


@pytest.mark.parametrize(
    "sentence",
    [
        "<He> {said|say} [that the market in Gao was open].",
        "<He> {said|say} [that in Gao the market was open].",
        "<He> {condemned|condemn} [the killing of farmers in Gao].",
        "<He> {said|say} of the fighting in Gao [that it would end].",
        "After the fall of Marib, <the army> {said|say} [that it would return].",
        "After fleeing Beni, <the nurse> {said|say} [that nobody was left].",
        "After the strike in Beni, <the president> {said|say} [that somebody would pay].",
        "<The agency> {said|say} in a report on the famine in Marib [that wells were dry].",
        "In Marib, <everyone> {says|say} [that the truce is dead].",
        "In Marib, <both sides> {say|say} [that the truce is dead].",
        "In Gao, <a poll> {found|find} [that few would vote].",
        "<Turkey> {blamed|blame} [the raid] on Libya.",
        "<The army> {said|say} at a base of Libya [that it would stay].",
        "In Gao, <nobody> {believes|believe} [the army].",
        "BENI, Congo, March 7 (Agency) — <A trader> {said|say} [that the road was closed].",
        "<He> {said|say} in a call with Tripoli [that the truce was dead].",
        "<The family of a man killed in Beni> {said|say} [that nobody came].",
        "<He> {told|tell} a reporter from Lviv [that the power was back].",
    ],
)
def test_place_of_what_is_told_is_no_place_of_saying(sentence: str) -> None:
    assert places_of_saying(sentence) == [None]


def test_country_does_not_speak_where_its_topic_is() -> None:
    turkey = ActorMention(Span(10, 16), "Turkey", "Country", "country:TR")
    assert places_of_saying("In Libya, <Turkey> {said|say} [that it would stay].", speakers=[turkey]) == [None]


@pytest.mark.parametrize(
    ("first", "place"),
    [
        ("<The governor> {told|tell} reporters in Maiduguri on Monday [that the road was mined].", "Maiduguri"),
        ("<A teacher in Gao> {said|say} [that flour had run out].", "Gao"),
    ],
)
@pytest.mark.parametrize(
    "further",
    [
        "<He> {added|add} [that nobody slept].",
        "[“Nobody sleeps,”] <he> {said|say}.",
        "[“Nobody sleeps.”]",
        "Asked about the market, <he> {replied|reply} [that it was closed].",
    ],
)
def test_place_goes_on_with_the_act_of_speech(first: str, place: str, further: str) -> None:
    assert places_of_saying(first, further) == [place, place]


@pytest.mark.parametrize(
    ("further", "place"),
    [
        ("<The mayor> {said|say} [that the road was open].", None),
        ("On Tuesday <he> {said|say} [that the road was open].", None),
        ("<He> {has denied|deny} [the rumour].", None),
        ("<He> {said|say} in Lviv [that help would come].", "Lviv"),
    ],
)
def test_other_occasion_has_its_own_place_or_none(further: str, place: str | None) -> None:
    first = "<The governor> {told|tell} reporters in Maiduguri on Monday [that the road was mined]."
    assert places_of_saying(first, further) == ["Maiduguri", place]


@pytest.mark.parametrize(
    "further",
    [
        ["Not everybody in the hall agreed.", "[“Who pays us?”] {asked|ask} <Jean Mbeki>, a welder."],
        ["<A welder> {told|tell} the meeting [that the roof leaked]."],
        ["<Jean Mbeki>, a welder, {told|tell} the crowded hall [that the roof leaked]."],
        ["[“The roof leaks,”] <another man> in the audience {said|say}."],
    ],
)
def test_others_speak_on_the_same_occasion(further: list[str]) -> None:
    first = "<The director> {told|tell} a meeting in Beni on Monday [that the plant would close]."
    said, places = when_and_where(first, *further, places=PLACES)
    assert places == ["Beni", "Beni"]
    assert [(each.span_of_days.edtf, each.basis) for each in said] == [
        ("2023-03-06", "relative"),
        ("2023-03-06", "inherited"),
    ]


@pytest.mark.parametrize(
    "further",
    [
        "<A rival> {said|say} [that the plant was lost].",
        "<A welder> {told|tell} a meeting of his union [that the roof leaked].",
        "<The union> {said|say} [that the meeting was useless].",
        "On Tuesday <a welder> {told|tell} the council [that the roof leaked].",
    ],
)
def test_others_do_not_share_the_occasion_without_a_sign(further: str) -> None:
    first = "<The director> {told|tell} a meeting in Beni on Monday [that the plant would close]."
    said, places = when_and_where(first, further, places=PLACES)
    assert places == ["Beni", None]
    assert said[1].basis != "inherited"


@pytest.mark.parametrize(
    ("pieces", "places"),
    [
        (["In Gao, <shopkeepers> {said|say} [that flour had run out]."], ["Gao"]),
        (
            ["In Gao itself, <villagers> {spoke|speak} [of a drought].", "[“It is dry,”] {said|say} <Fanta Keita>, a teacher there."],
            ["Gao", "Gao"],
        ),
        (
            ["In Gao, <traders> {said|say} [that flour had run out].", "[“I am closing,”] {said|say} <Fanta Keita>, who sells rice."],
            ["Gao", "Gao"],
        ),
        (
            ["In Gao, <traders> {said|say} [that flour had run out].", "[“They exaggerate,”] {said|say} <Ann Roe>, an analyst in Tunis."],
            ["Gao", "Tunis"],
        ),
        (
            ["In Gao, <traders> {said|say} [that flour had run out].", "<The ministry> {denied|deny} [the report]."],
            ["Gao", None],
        ),
        (
            ["In Gao, <traders> {said|say} [that flour had run out].\n\n", "[“I am closing,”] {said|say} <Fanta Keita>, who sells rice."],
            ["Gao", None],
        ),
    ],
)  # fmt: skip
def test_scene_in_front(pieces: list[str], places: list[str | None]) -> None:
    assert places_of_saying(*pieces) == places


@pytest.mark.parametrize(
    "further",
    [
        "<He> {said|say} [that help would come].",
        "[“Help will come,”] <the president> {said|say}.",
    ],
)
def test_visit_told_before_is_where_and_when_it_was_said(further: str) -> None:
    said, places = when_and_where("The president visited Lviv on Monday.", further, places=PLACES)
    assert places == ["Lviv"]
    assert [(each.span_of_days.edtf, each.basis) for each in said] == [("2023-03-06", "inherited")]


@pytest.mark.parametrize(
    ("before", "further"),
    [
        ("The president will visit Lviv on Friday.", "<He> {said|say} [that help would come]."),
        ("The president has visited Lviv twice.", "<He> {said|say} [that help would come]."),
        ("The president visited Lviv in 2019.", "<He> {said|say} [that help would come]."),
        ("The president visited Lviv on Monday.", "<The mayor> {said|say} [that the power was back]."),
        ("The president visited Lviv on Monday.", "<He> {says|say} [that help will come]."),
        ("The president visited Lviv on Monday.", "<He> {has said|say} [that help will come]."),
        ("The president visited Lviv on Monday.\n\n", "<He> {said|say} [that help would come]."),
        ("The president bombed Lviv on Monday.", "<He> {said|say} [that more would follow]."),
    ],
)
def test_other_deeds_told_before_are_no_occasion(before: str, further: str) -> None:
    said, places = when_and_where(before, further, places=PLACES)
    assert places == [None]
    assert said[0].basis == "publication"


def test_here_is_where_the_dateline_says() -> None:
    assert places_of_saying(
        "BENI, Congo, March 7 (Agency) — <A trader> {told|tell} reporters here [that the road was closed]."
    ) == ["Beni"]
