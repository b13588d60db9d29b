"""When each quote was said: the time that goes with its cue, not the one that goes with what happened.

Sentences are marked: `<speaker>`, `{cue|lemma}`, `[content]`.
"""

from __future__ import annotations

import pytest

from graph.timespan import TimeSpan, parse_edtf
from ingest.annotations import ActorMention, Said, Span

from .marked import PUBLISHED, when_and_where

UNTOLD = Said(None, TimeSpan(None, parse_edtf(PUBLISHED).end, "unknown"), "publication")


def said(*pieces: str, published: str | None = PUBLISHED) -> list[Said]:
    return when_and_where(*pieces, published=published)[0]


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("<He> {said|say} on Monday [that the town had fallen].", "2023-03-06"),
        ("[The bridge is closed], <the mayor> {said|say} Sunday.", "2023-03-05"),
        ("<The ministry> {announced|announce} on Monday [that the bridge was closed].", "2023-03-06"),
        ("<The ministry> on Monday {announced|announce} [that the bridge was closed].", "2023-03-06"),
        ("On Monday, <the ministry> {announced|announce} [that the bridge was closed].", "2023-03-06"),
        ("<The general> {said|say} late on Saturday [that the bridge was closed].", "2023-03-04"),
        (
            "In a video released this weekend, <the general> {repeated|repeat} [his complaint about shells].",
            "2023-03-04/2023-03-05",
        ),
        (
            "In his nightly address this week, <the president> {claimed|claim} [that the enemy was weak].",
            "2023-03-06/2023-03-07",
        ),
        ("<The agency> {said|say} in its daily assessment on Sunday [that troops were short of food].", "2023-03-05"),
        ("Speaking on Friday, <the governor> {warned|warn} [that the dam would break].", "2023-03-03"),
        ("<The governor> {told|tell} reporters on Friday [that the dam would break].", "2023-03-03"),
        ("In a letter dated March 2, 2023, <the judge> {wrote|write} [that the case was closed].", "2023-03-02"),
        ("Last month, <the envoy> {said|say} [the talks were dead].", "2023-02"),
        ("This month, <the envoy> {said|say} [the talks were dead].", "2023-03-01/2023-03-07"),
        ("{According to|according to} <the agency's Friday update>, [the road is open].", "2023-03-03"),
        ("<Washington> {announced|announce} [a new package of aid on Saturday].", "2023-03-04"),
        ("<The general> {vowed|vow} [to hold the town at a news conference on Friday].", "2023-03-03"),
        ("<Both banks> {blamed|blame} [each other] on Tuesday [for the outage].", "2023-03-07"),
        ("<The agency> {urged|urge} [all sides] late on Monday [to stop].", "2023-03-06"),
        ("<Traders> {told|tell} this newspaper last week [of queues at the well].", "2023-02-27/2023-03-05"),
        ("<The clerk> {told|tell} a packed court on Friday [that the file was lost].", "2023-03-03"),
        ("<Its head>, Ann Roe, {stated|state} on Sunday evening [that guards had found money].", "2023-03-05"),
        ("<A rebel commander> reached by phone on Friday {claimed|claim} [that his men held the hill].", "2023-03-03"),
        (
            "<A rebel commander> reached by phone on Friday, who goes by the name of Tiger, {claimed|claim} [that his men held the hill].",
            "2023-03-03",
        ),
        ("Contacted by telephone on Friday, <the firm> {denied|deny} [any fault].", "2023-03-03"),
        (
            "When he closed the border on March 2, 2023, <the president> {accused|accuse} [the rebels of arson].",
            "2023-03-02",
        ),
        ("As shells fell on Sunday, <the mayor> {urged|urge} [people to leave].", "2023-03-05"),
        ("She opened the door on Sunday and {said|say} [that the house was full].", "2023-03-05"),
        ("Opening the bridge on Saturday, <the mayor> {said|say} [that it would last].", "2023-03-04"),
    ],
)
def test_time_beside_the_cue_is_when_it_was_said(sentence: str, edtf: str) -> None:
    (result,) = said(sentence)
    assert result.span_of_days.edtf == edtf
    assert result.time is not None
    assert result.basis == ("explicit" if "2, 2023" in sentence else "relative")


@pytest.mark.parametrize(
    "sentence",
    [
        "<He> {said|say} [the town had fallen on Monday].",
        "<He> {said|say} [that on Monday the town had fallen].",
        "[“We left on Monday,”] <he> {said|say}.",
        "<The nurse>, who fled the town on Monday, {said|say} [that nobody was left].",
        "After losing the town on Monday, <the general> {said|say} [that help would come].",
        "<She> {said|say} of the 2016 election [that it was lost].",
        "Since Monday <she> {has denied|deny} [the rumour].",
        "<She> {is denying|deny} [the rumour from Monday's debate].",
        "<She> {says|say} every week [that the wells are dry].",
        "<The ministry> will {announce|announce} on Friday [that the bridge is closed].",
        "<Organisers of the march that was banned on Sunday> {said|say} [that it would go ahead].",
        "<A man who was freed on Sunday> {said|say} [that he had been beaten].",
        "<The nurse>, whose ward was hit on Monday, {said|say} [that nobody came].",
        "<A driver> stopped on Monday {said|say} [that he had no papers].",
        "<The envoy> {said|say} of the deal reached on Friday [that it would not last].",
        "Because the court was closed on Monday, <the clerk> {said|say} [that the files were lost].",
        "Having lost the town on Monday, <the general> {said|say} [that help would come].",
        "<He> {accused|accuse} [the army of shelling the market the day before].",
        "<He> {told|tell} [the men who came on Monday] [to leave].",
        "ODESSA, Ukraine, March 7, 2023 — <The mayor> {said|say} [the bridge was closed].",
    ],
)
def test_other_times_are_not_when_it_was_said(sentence: str) -> None:
    assert said(sentence) == [UNTOLD]


def test_time_of_the_sentence_before_is_not_when_it_was_said() -> None:
    assert said("The town fell on Monday.", "<The general> {said|say} [that help would come].") == [UNTOLD]


@pytest.mark.parametrize(
    "further",
    [
        "[“The road is open,”] <the update> {read|read}.",
        "[“The road is open,”] <it> {continued|continue}.",
        "[“The road is open,”] <the army> {said|say}.",
        "<It> {denied|deny} [that the road was open].",
        "[“The road is open.”]",
    ],
)
def test_further_sentence_of_the_same_act_inherits_its_day(further: str) -> None:
    first, second = said("<The army> {said|say} on Monday [that it had left the hill].", further)
    assert first.basis == "relative"
    assert second == Said(first.time, first.span_of_days, "inherited")


def test_word_of_another_in_between_does_not_end_the_act() -> None:
    first, aside, further = said(
        "<The army> {said|say} on Monday [that it had left the hill],", "as <the rebels> {allege|allege} [too],",
        "and <it> {added|add} [that the road was open].",
    )  # fmt: skip
    assert (first.basis, aside.basis, further.basis) == ("relative", "publication", "inherited")


def test_act_goes_on_under_another_description() -> None:
    roe = ActorMention(Span(0, 7), "Ann Roe", "Person")
    pieces = (
        "<Ann Roe> {said|say} on Monday [that the count was fair].",
        "<The chairwoman> {did not rule out|rule out} [another vote].",
    )
    assert [each.basis for each in when_and_where(*pieces, speakers=[roe, roe])[0]] == ["relative", "inherited"]
    assert [each.basis for each in when_and_where(*pieces)[0]] == ["relative", "publication"]


def test_namesake_does_not_go_on() -> None:
    ann, paul = (ActorMention(Span(0, 7), name, "Person") for name in ("Ann Roe", "Paul Roe"))
    pieces = (
        "<Ann Roe> {said|say} on Monday [that the count was fair].",
        "<Councillor Paul Roe> {promised|promise} [another vote].",
    )
    assert [each.basis for each in when_and_where(*pieces, speakers=[ann, paul])[0]] == ["relative", "publication"]


def test_day_does_not_go_on_to_another_place() -> None:
    _, further = when_and_where(
        "<She> {said|say} in Lviv on Monday [that help would come].", "In Beni <she> {said|say} [that it had come].",
        places={"Lviv": "Lviv", "Beni": "Beni"},
    )[0]  # fmt: skip
    assert further == UNTOLD


@pytest.mark.parametrize(
    "further",
    [
        ["<The mayor> {said|say} [that the road was open]."],
        ["<The mayor> {added|add} [that the road was open]."],
        ["<He> {denied|deny} [that the road was open]."],
        ["<The generals> {have denied|deny} [that the road was open]."],
        ["A day went by.", "Dogs barked.", "Nothing moved.", "Snow fell.", "[“The road is open,”] <it> {added|add}."],
    ],
)
def test_new_act_of_speech_does_not_inherit(further: list[str]) -> None:
    _, second = said("<Generals> {said|say} on Monday [that they had left the hill].", *further)
    assert second == UNTOLD


def test_own_time_goes_before_an_inherited_one() -> None:
    _, second = said(
        "<He> {said|say} on Monday [that the hill was lost].", "On Tuesday <he> {added|add} [that the road was open]."
    )
    assert (second.span_of_days.edtf, second.basis) == ("2023-03-07", "relative")


def test_without_publication_nothing_is_known_but_the_phrase() -> None:
    first, second = said(
        "<He> {said|say} on Monday [that the town had fallen].",
        "<The mayor> {denied|deny} [that it had].",
        published=None,
    )
    assert first == Said(0, TimeSpan(None, None, "unknown"), "none")
    assert second == Said(None, TimeSpan(None, None, "unknown"), "none")


def test_one_said_for_each_quote() -> None:
    assert said("Nothing was said.") == []
