"""When each quote was said: the time that goes with its cue, not the one that goes with what happened.

Sentences are marked: `<speaker>`, `{cue|lemma}`, `[content]`.
"""

from __future__ import annotations

import re

import pytest

from graph.timespan import TimeSpan, parse_edtf
from ingest.annotations import Mode, Quote, Said, Span
from ingest.extractors.times import extract_times
from ingest.nlp import load_model, parse
from ingest.resolution.said import when_said

PUBLISHED = "2023-03-07"  # a Tuesday
UNTOLD = Said(None, TimeSpan(None, parse_edtf(PUBLISHED).end, "unknown"), "publication")

MARK = re.compile(r"<(?P<speaker>[^>]+)>|\{(?P<cue>[^|}]+)\|(?P<lemma>[^}]+)\}|\[(?P<content>[^]]+)\]")


def read(marked: str) -> tuple[str, Quote | None]:
    """The plain text of one marked sentence, and its quote."""
    text, spans, lemma, position = "", {}, "", 0
    for match in MARK.finditer(marked):
        text += marked[position : match.start()]
        name = next(name for name in ("speaker", "cue", "content") if match[name])
        spans[name] = Span(len(text), len(text) + len(match[name]))
        text, lemma, position = text + match[name], match["lemma"] or lemma, match.end()
    text += marked[position:]
    if "content" not in spans:
        return text, None
    cue, content = tuple(span for name, span in spans.items() if name == "cue"), (spans["content"],)
    mode: Mode = "direct" if "“" in text else "indirect"
    return text, Quote(content, cue, spans.get("speaker"), mode, Span(0, len(text)), lemma)


def moved(quote: Quote, by: int) -> Quote:
    def shift(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    return Quote(
        tuple(map(shift, quote.content)), tuple(map(shift, quote.cue)), shift(quote.speaker) if quote.speaker else None,
        quote.mode, shift(quote.evidence), quote.cue_lemma,
    )  # fmt: skip


def said(*sentences: str, published: str | None = PUBLISHED) -> list[Said]:
    text, quotes = "", []
    for sentence in sentences:
        plain, quote = read(sentence)
        if quote is not None:
            quotes.append(moved(quote, len(text)))
        text += plain + " "
    day = parse_edtf(published) if published else None
    doc = parse(text, load_model())
    return list(when_said(doc, text, quotes, extract_times(text, day, doc), day))


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
