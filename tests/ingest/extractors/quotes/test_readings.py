"""How a quote reads: act, polarity, certainty, whether it is asserted, to whom, where and through what."""

from __future__ import annotations

import pytest

from ingest.annotations import Act, CueClass, Epistemic, Span
from ingest.extractors.quotes import extract_quotes
from ingest.nlp import parse
from tests.ingest.extractors.quotes.conftest import Read


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The governor said the dam was safe.", "assert"),
        ("The governor confirmed that the dam was safe.", "confirm"),
        ("The governor denied that the dam was safe.", "deny"),
        ("The governor announced that the dam was safe.", "announce"),
        ("The governor said the dam will burst.", "predict"),
        ("The governor accused the company of negligence.", "accuse"),
        ("The governor demanded that the company pay.", "demand"),
        ("The governor rejected the offer.", "reject"),
        ("The governor threatened to close the plant.", "threaten"),
        ("The governor promised to rebuild the dam.", "promise"),
        ("The governor admitted that the dam was old.", "concede"),
        ("The governor praised the engineers.", "support"),
        ("According to the survey, the dam is safe.", "report"),
        ("The governor said two men had drowned.", "report"),
        ("The governor claimed that two men had drowned.", "assert"),
        ("The governor said the dam must be drained.", "demand"),
        ("The governor said the dam could burst.", "assess"),
        ('The governor said on Monday: "We will rebuild the dam."', "promise"),
        ('"The dam is old," the governor said.', "assess"),
        ("Brussels called the vote a sham.", "assess"),
        ("Brussels called the story a lie.", "deny"),
        ("Brussels described the raid as a war crime.", "accuse"),
        ("The ministry said it had sent two ships.", "report"),
        ("The ministry said it would send two ships.", "promise"),
        ("The ministry said its trucks would wait.", "promise"),
        ("The ministry said winter would be hard.", "predict"),
        ("The ministry claimed it had sent two ships.", "assert"),
        ("The doctor warned that people would go hungry.", "predict"),
        ("Brussels called for a new vote.", "demand"),
    ],
)
def test_act(read: Read, text: str, act: Act) -> None:
    assert [reading.quote.act for reading in read(text)] == [act]


@pytest.mark.parametrize(
    ("text", "cue_class"),
    [
        ("The mayor said the road was open.", "neutral"),
        ("The mayor claimed the road was open.", "claim"),
        ("The mayor denied that the road was open.", "deny"),
        ("The mayor suggested that the road was open.", "soft"),
        ("The mayor insisted that the road was open.", "strong"),
    ],
)
def test_cue_class(read: Read, text: str, cue_class: CueClass) -> None:
    assert [reading.quote.cue_class for reading in read(text)] == [cue_class]


@pytest.mark.parametrize(
    ("text", "epistemic"),
    [
        ("The militia claimed to have taken the bridge.", "certain_true"),
        ("The militia vowed to take the bridge.", "unknown"),
        ("The mayor said the road was open.", "certain_true"),
        ("The mayor believes that the road is open.", "probable_true"),
        ("The mayor predicted that the road would open.", "probable_true"),
        ("The mayor said the road may be open.", "unknown"),
        ("The mayor denied that the road was open.", "certain_false"),
        ("The mayor vowed to open the road.", "unknown"),
        ("The mayor did not say if the road was open.", "unknown"),
    ],
)
def test_epistemic(read: Read, text: str, epistemic: Epistemic) -> None:
    assert [reading.quote.epistemic for reading in read(text)] == [epistemic]


@pytest.mark.parametrize(
    ("text", "asserted"),
    [
        ("The spokesman said the pilot had survived.", True),
        ("The spokesman did not say if the pilot had survived.", False),
        ("The spokesman did not say when the pilot had died.", False),
        ("The officer asked whether the road was open.", False),
        ("The officer denied that the road was open.", True),
    ],
)
def test_asserted(read: Read, text: str, asserted: bool) -> None:
    assert [reading.quote.asserted for reading in read(text)] == [asserted]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The mayor confirmed that the road was open.", "positive"),
        ("The mayor denied that the road was open.", "negative"),
        ("The mayor rejected the plan.", "negative"),
    ],
)
def test_polarity(read: Read, text: str, polarity: str) -> None:
    assert [reading.quote.polarity for reading in read(text)] == [polarity]


@pytest.mark.parametrize(
    ("text", "addressee", "medium"),
    [
        ("He told CNN that the hill was lost.", "CNN", None),
        ('"We are ready," she told reporters in Lviv.', "reporters", None),
        ("He wrote on Telegram that the hill was lost.", None, "Telegram"),
        ("The company said in a statement that it would close.", None, "a statement"),
        ("She assured the council that the money was safe.", "the council", None),
        ('"Is it true?" asked a reporter.', None, None),
    ],
)
def test_circumstances(read: Read, text: str, addressee: str | None, medium: str | None) -> None:
    (reading,) = read(text)
    quote = reading.quote
    assert (reading.words(quote.addressee), reading.words(quote.medium)) == (addressee, medium)


def test_evidence_reaches_from_the_content_to_the_cue(read: Read) -> None:
    (reading,) = read('It rained. "The road is mined," the driver said. It rained on.')
    assert reading.words(reading.quote.evidence) == '"The road is mined," the driver said'


def test_confidence_ranks_plain_speech_above_loose_frames(read: Read) -> None:
    plain = read('"The road is mined," General Brown said.')
    loose = read("They hope to go.")
    assert plain[0].quote.confidence >= 0.9
    assert all(reading.quote.confidence < plain[0].quote.confidence for reading in loose)


def test_boilerplate_is_never_quoted(model: object) -> None:
    text = 'The governor said the dam was safe.\n\nOur editor said: "Subscribe today."'
    boilerplate = (Span(text.index("Our editor"), len(text)),)
    quotes = extract_quotes(parse(text, model), text, boilerplate)  # type: ignore[arg-type]
    assert [text[quote.evidence.start : quote.evidence.end] for quote in quotes] == ["said the dam was safe"]
