"""What becomes of the events and figures found in a text: ids, days, participants, and who claims them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graph.model import Actor, GraphBatch, Place
from graph.timespan import TimeSpan, day_span, parse_edtf
from ingest.annotations import (
    ActorMention,
    Annotations,
    Attribution,
    EventMention,
    Figure,
    Participant,
    Quote,
    Said,
    Span,
    TimeExpression,
    Toponym,
)
from ingest.assemble import KnownThings, assemble
from ingest.readers import Document

TEXT = 'Shells hit Lyman on Friday. "Raiders shelled Lyman, killing 3," Anna Koval said. Some 40 left.'
PUBLISHED = day_span(date(2023, 2, 10))
LYMAN = Place("geonames:1", "Lyman", (), "town", "UA", 49.0, 37.8)
KNOWN = KnownThings(actor=lambda id_: Actor(id_, "Person", id_), places=lambda _: [LYMAN])


def span(words: str, start: int = 0) -> Span:
    found = TEXT.index(words, start)
    return Span(found, found + len(words))


def toponym(words: str, start: int = 0) -> Toponym:
    return Toponym(span(words, start), "name", "Lyman", LYMAN.id, 1, 49.0, 37.8, "UA")


FRIDAY = TimeExpression(
    span("Friday"), "DATE", "2023-02-03", "2023-02-03", parse_edtf("2023-02-03"), "relative", "weekday"
)
KOVAL = ActorMention(span("Anna Koval"), "Anna Koval", "Person")
RAIDERS = ActorMention(span("Raiders"), "Raiders", "ArmedGroup", "actor:raiders")
SENTENCES = (
    span("Shells hit Lyman on Friday."),
    span('"Raiders shelled Lyman, killing 3," Anna Koval said.'),
    span("Some 40 left."),
)
HIT = EventMention(
    span("Shells hit Lyman on Friday"), span("hit"), "ASSAULT", ("heavy-weapons",), "none", "actual", 0, FRIDAY.span_of_days,
    toponym("Lyman"), (Participant(span("Shells"), "instrument"),),
)  # fmt: skip
SHELLED = EventMention(
    span("Raiders shelled Lyman, killing 3"), span("shelled"), "ASSAULT", (), "none", "actual", None, None, toponym("Lyman", 30),
    (Participant(span("Raiders"), "actor", "Raiders", "actor:raiders"), Participant(span("3"), "recipient")),
)  # fmt: skip
KILLED = Figure(span("3"), "killed", None, None, 3.0, "person", event=1, attribution=0)
LEFT = Figure(span("40"), "displaced", None, None, 40.0, "person")


def attribution(**quote: Any) -> Attribution:
    content = (span("Raiders shelled Lyman, killing 3"),)
    said = Quote(content, (span("said"),), KOVAL.span, "direct", SENTENCES[1], "say", **quote)
    return Attribution(
        said, KOVAL, None, (toponym("Lyman", 30),), Said(None, TimeSpan(None, PUBLISHED.end, "unknown"), "publication")
    )


def loaded(
    events: tuple[EventMention, ...] = (HIT, SHELLED),
    figures: tuple[Figure, ...] = (KILLED, LEFT),
    published: TimeSpan | None = PUBLISHED,
    text: str = TEXT,
    **quote: Any,
) -> GraphBatch:
    found = Annotations(
        published, "metadata" if published else "none", (), (FRIDAY,), (toponym("Lyman"),), (RAIDERS, KOVAL), (attribution(**quote),),
        events, figures, SENTENCES,
    )  # fmt: skip
    document = Document(ref="one.txt", relative_path="one.txt", text=text, published=published)
    return assemble(document, found, KNOWN, "1")


def test_a_mention_has_its_characters_day_place_and_those_who_are_named() -> None:
    hit, shelled = loaded().event_mentions
    assert (hit.evidence, hit.trigger, hit.when, hit.when_basis, hit.when_phrase) == (
        "Shells hit Lyman on Friday", "hit", day_span(date(2023, 2, 3)), "relative", "Friday",
    )  # fmt: skip
    assert (hit.place_id, hit.participations, hit.statement_id) == (LYMAN.id, (), None)
    assert [(part.actor_id, part.role) for part in shelled.participations] == [("actor:raiders", "actor")]
    for each in (hit, shelled):
        assert TEXT[each.evidence_start : each.evidence_end] == each.evidence


def test_without_a_day_it_happened_before_its_report_was_out() -> None:
    shelled = loaded().event_mentions[1]
    assert (shelled.when, shelled.when_basis) == (TimeSpan(None, date(2023, 2, 11), "unknown"), "publication")
    assert (shelled.clock_start, shelled.clock_end) == ("2023-02-10", "2023-02-10")
    unknown = loaded(published=None).event_mentions[1]
    assert (unknown.when, unknown.when_basis, unknown.clock_start) == (TimeSpan(None, None, "unknown"), "none", None)


@pytest.mark.parametrize(
    ("modality", "edtf"), [("actual", "2023-02-06/2023-02-10"), ("planned", "2023-02-06/2023-02-12")]
)
def test_what_has_happened_is_cut_at_the_publication(modality: Any, edtf: str) -> None:
    week = EventMention(
        HIT.span, HIT.trigger, "ASSAULT", (), "none", modality, 0, parse_edtf("2023-02-06/2023-02-12"), None, ()
    )
    assert loaded((week,), ()).event_mentions[0].when.edtf == edtf


def test_a_mention_keeps_its_id_when_its_sentence_moves() -> None:
    before = loaded().event_mentions
    assert len({each.id for each in before}) == 2
    again = loaded((HIT, HIT), ()).event_mentions
    assert again[0].id == before[0].id != again[1].id


def test_what_stands_in_a_statement_is_claimed_and_given_by_its_speaker() -> None:
    batch = loaded()
    [statement] = batch.statements
    assert [each.statement_id for each in batch.event_mentions] == [None, statement.id]
    killed, left = batch.figures
    assert (killed.statement_id, killed.mention_id, killed.about_ids) == (statement.id, batch.event_mentions[1].id, ())
    assert (left.statement_id, left.mention_id, left.about_ids) == (None, None, ())
    assert [TEXT[each.start : each.end] for each in batch.figures] == ["3", "40"]


def test_a_figure_of_a_statement_alone_is_about_what_the_statement_is() -> None:
    [figure] = loaded((), (Figure(KILLED.span, "killed", None, None, 3.0, "person"),)).figures
    assert (figure.mention_id, figure.about_ids) == (None, (LYMAN.id,))


@pytest.mark.parametrize(
    ("quote", "stance"),
    [
        ({}, "asserts"),
        ({"act": "confirm", "epistemic": "certain_true"}, "asserts"),
        ({"act": "deny", "polarity": "negative", "epistemic": "certain_false"}, "denies"),
        ({"act": "deny", "epistemic": "certain_false", "asserted": False}, None),
        ({"act": "reject", "polarity": "negative"}, "denies"),
        ({"polarity": "negative", "asserted": False}, None),
        ({"epistemic": "probable_false"}, "doubts"),
        ({"act": "predict"}, "predicts"),
        ({"act": "promise"}, "predicts"),
        ({"attitude": "plan"}, "predicts"),
    ],
)
def test_how_the_speaker_stands_to_it(quote: dict[str, Any], stance: str | None) -> None:
    assert loaded(**quote).event_mentions[1].stance == stance


@pytest.mark.parametrize(
    ("modality", "stance"), [("planned", "predicts"), ("predicted", "predicts"), ("negated", "denies")]
)
def test_how_it_is_told_counts_too(modality: Any, stance: str) -> None:
    told = EventMention(SHELLED.span, SHELLED.trigger, "ASSAULT", (), "none", modality, None, None, None, ())
    assert loaded((told,), ()).event_mentions[0].stance == stance
