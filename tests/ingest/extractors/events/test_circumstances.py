"""Who takes part in an event, with which modality and control of a place, when and where."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from graph.timespan import TimeSpan
from ingest.annotations import ActorMention, EventMention, Span, TimeExpression, Toponym
from ingest.extractors.events import extract_events
from ingest.nlp import parse


def main_event(model: Language, text: str) -> EventMention:
    return extract_events(parse(text, model), text, (), (), ())[0]


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def toponym(text: str, name: str) -> Toponym:
    return Toponym(span_of(text, name), "name", name, None, None, None, None, None)


PARTIES = [
    ("Russian forces shelled the town.", {("actor", "Russian forces"), ("recipient", "town")}),
    ("The convoy was attacked by gunmen.", {("actor", "gunmen"), ("recipient", "convoy")}),
    (
        "Shells fired by Russian forces hit the market.",
        {
            ("actor", "Russian forces"),
            ("recipient", "market"),
            ("instrument", "Shells fired by Russian forces"),
        },
    ),
    ("The market was hit by shells.", {("recipient", "market"), ("instrument", "shells")}),
    ("Norway said it was attacked in the northern region.", {("recipient", "Norway")}),
    ("Chad said it shelled the camp.", {("actor", "Chad"), ("recipient", "camp")}),
    ("Kenya and Chad signed a treaty.", {("actor", "Kenya"), ("actor", "Chad")}),
    ("Kenyan and Chadian officials met.", {("actor", "Kenyan"), ("actor", "Chadian officials")}),
    ("Rebels clashed with government troops.", {("actor", "Rebels"), ("actor", "government troops")}),
    ("Norway sent Sudan food.", {("actor", "Norway"), ("recipient", "Sudan")}),
    ("Moldova accused Russia of lying.", {("actor", "Moldova"), ("recipient", "Russia")}),
    ("Poland demanded that Belarus release the journalists.", {("actor", "Poland"), ("recipient", "Belarus")}),
    ("Kenya said Chad must open the border.", {("actor", "Kenya"), ("recipient", "Chad")}),
    ("Denmark said it would train Moldovan pilots.", {("actor", "Denmark"), ("recipient", "Moldovan pilots")}),
    ("The militia, which captured Goma, released 12 soldiers.", {("actor", "militia"), ("recipient", "12 soldiers")}),
    ("Russian drones hit the port.", {("actor", "Russian"), ("recipient", "port"), ("instrument", "Russian drones")}),
    ("Bhutan vetoed a Nepali motion.", {("actor", "Bhutan"), ("recipient", "Nepali")}),
    ("Israeli troops withdrew from Lebanon.", {("actor", "Israeli troops"), ("recipient", "Lebanon")}),
    # who attacked stands with the attack in which it was done, or with the verb beside
    ("Ten people were killed in Russian shelling.", {("actor", "Russian"), ("recipient", "Ten people")}),
    (
        "A nurse was killed and five men were wounded on Monday by a Syrian strike.",
        {("actor", "Syrian"), ("recipient", "nurse")},
    ),
    ("Two guards killed in raid", {("recipient", "Two guards")}),
    (
        "Norwegian rebels advancing on the town shelled a bridge.",
        {("actor", "Norwegian rebels"), ("recipient", "bridge")},
    ),
    ("Several shells were fired.", set()),
    # a place that only says where the target lies is none
    ("Rebels shelled a base 10 km west of Mosul.", {("actor", "Rebels"), ("recipient", "base 10 km west of Mosul")}),
]


@pytest.mark.parametrize(("text", "expected"), PARTIES)
def test_parties_stand_in_their_roles(model: Language, text: str, expected: set[tuple[str, str]]) -> None:
    found = main_event(model, text).participants
    assert {(each.role, text[each.span.start : each.span.end]) for each in found} == expected


MODALITIES = [
    ("The rebels attacked the airport.", "actual"),
    ("The rebels did not attack the airport.", "negated"),
    ("Moscow denied that its troops had shelled the town.", "negated"),
    ("No fighting was reported in Homs.", "negated"),
    ("The army denied allegations that it had shelled the town.", "negated"),
    ("The rebels plan to attack the airport.", "planned"),
    ("The navy will deploy warships in the gulf.", "planned"),
    ("Analysts said Russia would attack Odesa.", "predicted"),
    ("Analysts expect the rebels to attack Homs.", "predicted"),
    ("The rebels could attack the airport.", "hypothetical"),
    ("If the rebels attack the airport, the talks end.", "hypothetical"),
    ("The bridge is out of reach for troops hoping to capture the town.", "planned"),
    ("Spain agreed to send tanks.", "actual"),
]


@pytest.mark.parametrize(("text", "expected"), MODALITIES)
def test_modality_is_read_from_the_parse(model: Language, text: str, expected: str) -> None:
    assert main_event(model, text).modality == expected


CONTROL = [
    ("Rebels captured the town of Goma.", "captured"),
    ("The town of Goma fell to the rebels.", "captured"),
    ("The army retook the village on Sunday.", "recaptured"),
    ("Government troops took back the city of Mosul.", "recaptured"),
    ("The junta lost the town of Lashio.", "lost"),
    ("The army withdrew from the city of Lyman.", "withdrawn_from"),
    ("The rebels pulled their troops out of the town.", "withdrawn_from"),
    ("The army surrounded the city.", "encircled"),
    ("The two armies are fighting for the town.", "contested"),
    ("The rebels tried to capture the airport.", "contested"),
    ("Government forces hold the village.", "held"),
    ("The police captured the thief.", "none"),
    ("The photograph captured the attention of the jury.", None),
    ("Rebels shelled the town.", "none"),
]


@pytest.mark.parametrize(("text", "expected"), CONTROL)
def test_control_of_a_place_changes(model: Language, text: str, expected: str | None) -> None:
    found = extract_events(parse(text, model), text, (), (), ())
    assert [each.control_change for each in found[:1]] == ([] if expected is None else [expected])


def test_a_party_has_the_name_of_the_actor_at_its_head(model: Language) -> None:
    text = "Kyiv's troops left the town of Lyman."
    actor = ActorMention(span_of(text, "Kyiv"), "Ukraine", "Country", "country:UA")
    (event,) = extract_events(parse(text, model), text, (), (), (actor,))
    assert [(each.name, each.actor_id) for each in event.participants if each.role == "actor"] == [
        ("Ukraine", "country:UA")
    ]


def test_the_place_is_what_was_taken_before_where_the_speaker_stands(model: Language) -> None:
    text = "Rebels captured Sake in North Kivu."
    places = (toponym(text, "Sake"), toponym(text, "North Kivu"))
    (event,) = extract_events(parse(text, model), text, (), places, ())
    assert event.place == places[0]


def test_the_time_of_saying_is_not_the_time_of_the_event(model: Language) -> None:
    text = "Officials said on Tuesday that rebels attacked Homs on Sunday."
    times = tuple(
        TimeExpression(span_of(text, words), "DATE", None, None, TimeSpan(day, None, "day"), "relative", "test")
        for words, day in (("Tuesday", date(2023, 3, 7)), ("Sunday", date(2023, 3, 5)))
    )
    (event,) = extract_events(parse(text, model), text, times, (), ())
    assert event.time == 1
    assert event.span_of_days == times[1].span_of_days


def test_further_clauses_are_further_events(model: Language) -> None:
    text = "The rebels released the hostages after the army bombed their camp."
    found = extract_events(parse(text, model), text, (), (), ())
    assert [each.type for each in found] == ["RETREAT", "ASSAULT"]


def test_an_attack_told_in_two_verbs_is_one_event(model: Language) -> None:
    text = "Gunmen attacked a bus, killing nine people and wounding two."
    assert len(extract_events(parse(text, model), text, (), (), ())) == 1


def test_the_day_of_a_second_verb_is_the_events_where_it_has_none(model: Language) -> None:
    text = "Rebels shelled the town and killed nine soldiers on Tuesday."
    day = TimeSpan(date(2023, 3, 7), date(2023, 3, 8), "day")
    time = TimeExpression(span_of(text, "Tuesday"), "DATE", "2023-03-07", "2023-03-07", day, "relative", "weekday")
    [event] = extract_events(parse(text, model), text, (time,), (), ())
    assert event.span_of_days == day


def test_nothing_in_boilerplate_is_an_event(model: Language) -> None:
    text = "Rebels captured the town."
    assert extract_events(parse(text, model), text, (), (), (), boilerplate=[Span(0, 5)]) == ()


def test_every_span_lies_inside_the_text(model: Language) -> None:
    text = "“Rebels have taken the town,” he said.\n\nThe army – 40 men strong – withdrew from the town’s centre."
    for event in extract_events(parse(text, model), text, (), (), ()):
        for span in (event.span, event.trigger, *(each.span for each in event.participants)):
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end].strip() == text[span.start : span.end]


def test_a_text_without_words_has_no_events(model: Language) -> None:
    for text in ("", "\n\n", "..."):
        assert extract_events(parse(text, model), text, (), (), ()) == ()


# Sentences of our own in the manner of newswire and of headlines, who did what to whom where set down before they were run.
NEWS = [json.loads(line) for line in Path(__file__).with_name("parties.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("sentence", NEWS, ids=lambda sentence: sentence["text"])
def test_type_parties_and_place_of_news(model: Language, sentence: dict[str, Any]) -> None:
    text = sentence["text"]
    places = (toponym(text, sentence["place"]),) if sentence["place"] is not None else ()
    event = extract_events(parse(text, model), text, (), places, ())[0]
    by_role = {
        role: sorted(text[each.span.start : each.span.end] for each in event.participants if each.role == role)
        for role in ("actor", "recipient")
    }
    assert event.type == sentence["type"]
    assert by_role == {"actor": sentence["actors"], "recipient": sentence["recipients"]}
    assert (event.place.name if event.place is not None else None) == sentence["place"]


def test_a_source_named_first_gives_neither_party_nor_place(model: Language) -> None:
    text = "According to the ministry in Baku, rebels and soldiers clashed near Goma."
    places = (toponym(text, "Baku"), toponym(text, "Goma"))
    (event,) = extract_events(parse(text, model), text, (), places, ())
    assert [text[each.span.start : each.span.end] for each in event.participants] == ["rebels", "soldiers"]
    assert event.place == places[1]


def test_what_others_say_to_an_event_does_not_hide_it(model: Language) -> None:
    text = "The killing of two reporters drew condemnation."
    found = extract_events(parse(text, model), text, (), (), ())
    assert [each.type for each in found] == ["ACCUSE", "ASSAULT"]
