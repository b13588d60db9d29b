"""Who a speaker is: «content», {speaker}, the expected name and whether the text names them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from spacy.language import Language

from ingest.annotations import ActorMention, Quote, Span
from ingest.extractors.actors import extract_actors
from ingest.nlp import parse
from ingest.registry import load_registry
from ingest.resolution.speakers import resolve_speakers

from .examples import read_example

UNNAMED = False


def speakers_of(model: Language, marked: str, places: dict[str, str] | None = None) -> list[ActorMention | None]:
    example = read_example(model, marked, places)
    return list(resolve_speakers(example.doc, example.text, example.quotes, example.actors, example.toponyms))


@pytest.mark.parametrize(
    ("marked", "name", "kind"),
    [
        ("{The update} read: «it was late».", "update", "Organization"),
        ("{The UN mission} in a statement on Thursday said «it was late».", "UN mission", "Organization"),
        ("{The mayor of Goma, a former colonel}, said «it was late».", "mayor of Goma", "Person"),
        ("{State media} said «it was late».", "State media", "Organization"),
        ("{Thousands of protesters} said «it was late».", "protesters", "Population"),
        ("{A channel close to the army, which nobody runs,} said «it was late».", "channel close to the army", "Organization"),
    ],
)  # fmt: skip
def test_a_description_is_named_without_its_occasion(model: Language, marked: str, name: str, kind: str) -> None:
    [speaker] = speakers_of(model, marked)
    assert speaker is not None
    assert (speaker.name, speaker.kind) == (name, kind)


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("{US Secretary of Defense Lloyd Austin} said «it was late».", "Lloyd Austin"),
        ("{Konrad Brezniak, a military analyst at a firm in Oslo,} said «it was late».", "Konrad Brezniak"),
        ("{The army's spokesman, Brigadier Omar Siddig,} said «it was late».", "Omar Siddig"),
        ("{The Institute for the Study of War} said «it was late».", "Institute for the Study of War"),
        ("{The office of President Volodymyr Zelensky} announced «new plans».", "Office of the President of Ukraine"),
        ("{Zelensky's office} announced «new plans».", "Office of the President of Ukraine"),
        ("{Wagner's Telegram channel} wrote «it was late».", "Wagner Group"),
        ("{RSF fighters} said «it was late».", "Rapid Support Forces"),
        ("{Kyiv} said «it was late».", "Ukraine"),
        # who puts out a text speaks in it
        ("{A statement from the Institute for the Study of War} said «it was late».", "Institute for the Study of War"),
        ("The Nordic Centre was busy. {A post by the centre} said «it was late».", "Nordic Centre"),
        # the parser takes "chief" behind "WHO" for a verb
        ("{WHO chief Marta Lindqvist Moreno} said «it was late».", "Marta Lindqvist Moreno"),
        ("{Delta Flood Tracker, which maps the river,} said «it was late».", "Delta Flood Tracker"),
        ("{Washington} warned «of delays».", "United States"),
    ],
)
def test_a_name_in_the_mention(model: Language, marked: str, name: str) -> None:
    [speaker] = speakers_of(model, marked, {"Kyiv": "UA", "Washington": "US"})
    assert speaker is not None
    assert (speaker.name, speaker.named) == (name, True)


@pytest.mark.parametrize(
    ("marked", "description"),
    [
        (
            "{An adviser to Ukrainian President Volodymyr Zelenskyy} said «it was late».",
            "adviser to Ukrainian President Volodymyr Zelenskyy",
        ),
        ("{Officials} said «it was late».", "Officials"),
        ("{A senior American official} said «it was late».", "senior American official"),
        ("{Residents of Lutsk} said «it was late».", "Residents of Lutsk"),
        ("General Ivan Petrenko left. {A soldier} said «it was late».", "soldier"),
    ],
)
def test_one_whom_the_text_does_not_name_is_an_actor_of_its_own(model: Language, marked: str, description: str) -> None:
    *_, speaker = speakers_of(model, marked)
    assert speaker is not None
    assert (speaker.name, speaker.named, speaker.actor_id) == (description, UNNAMED, None)


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        # pronouns
        ("Anna Bilyk met Oleh Tkach on Friday. {She} said «it was late».", "Anna Bilyk"),
        ("Anna Bilyk met Oleh Tkach on Friday. {He} said «it was late».", "Oleh Tkach"),
        (
            "The Institute for the Study of War published a map. {It} said «the line had moved».",
            "Institute for the Study of War",
        ),
        ("Oleh Tkach lives in Lutsk. «“I stay,”» {he} said. «“I sleep,”» {he} added.", "Oleh Tkach"),
        ("In its bulletin {Amnesty International} said «that its staff were safe».", "Amnesty International"),
        # descriptions
        ("Colonel Petro Lysak arrived on Friday. {The commander} said «it was late».", "Petro Lysak"),
        ("President Zelensky flew to Berlin. {The Ukrainian leader} said «it was late».", "Volodymyr Zelenskyy"),
        (
            "Russia's Defence Ministry published a map. {The ministry} said «it was late».",
            "Russian Ministry of Defence",
        ),
        ("Marta Lund, an economist, smiled. {The expert} said «it was late».", "Marta Lund"),
        (
            "Britain's Ministry of Defence said in a daily update that it rained. {The update} said «it was late».",
            "UK Ministry of Defence",
        ),
        ("Marta Lund of Delta Herald smiled. It was late, according to {Lund}. «It rained».", "Marta Lund"),
        ("Marta Lund of Delta Herald smiled. Later {Lund} said «it was late».", "Marta Lund"),
        ("Elders met. {One of them, Oleh Tkach,} said «it was late».", "Oleh Tkach"),
        (
            "Oleh Tkach met Ivan Bondar. “It rains,” added Petro Lysak, an engineer. {He} said «it was late».",
            "Petro Lysak",
        ),
        ("Mr Petro Lysak arrived. {Lysak} said «it was late».", "Petro Lysak"),
        # described first, named later
        (
            "{Wagner chief}: «it is over»\n\nThe founder of Wagner, Yevgeny Prigozhin, left on Friday.",
            "Yevgeny Prigozhin",
        ),
        ("{The mayor} said «it was late».\n\nIvan Bondar said the school was closed.", "Ivan Bondar"),
        ("{A soldier who gave his name as Taras} said «it was late».", "Taras"),
    ],
)
def test_the_discourse_tells(model: Language, marked: str, name: str) -> None:
    *_, speaker = speakers_of(model, marked, {"Berlin": "DE", "Lutsk": "UA"})
    assert speaker is not None
    assert (speaker.name, speaker.named) == (name, True)


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("President Zelensky flew to Berlin. {The Russian leader} said «it was late».", "Volodymyr Zelenskyy"),
        ("Marta Lund, an economist, smiled. {The surgeon} said «it was late».", "Marta Lund"),
        ("Anna Bilyk smiled. {The spokesman} said «it was late».", "Anna Bilyk"),
        ("Colonel Petro Lysak arrived. {The commander of another brigade} said «it was late».", "Petro Lysak"),
    ],
)
def test_a_description_that_does_not_fit_is_somebody_else(model: Language, marked: str, name: str) -> None:
    [speaker] = speakers_of(model, marked, {"Berlin": "DE"})
    assert speaker is not None
    assert speaker.name != name


@pytest.mark.parametrize(
    "marked",
    [
        "{Footage} showed «it was late».",
        "{Satellite images} showed «it was late».",
        "{Their positioning} suggested «it was late».",
        "{The battle} proved «it was late».",
    ],
)
def test_a_thing_that_shows_is_no_person(model: Language, marked: str) -> None:
    [speaker] = speakers_of(model, marked)
    assert speaker is not None
    assert (speaker.kind, speaker.named) == ("Organization", UNNAMED)


def test_the_first_person_inside_a_quotation_is_its_speaker(model: Language) -> None:
    text = "“I told them I was ready,” Anna Bilyk said."
    doc = parse(text, model)
    outer = quote_of(text, "“I told them I was ready,”", "Anna Bilyk")
    inner = replace(quote_of(text, "I was ready", "I"), parent=0)
    actors = extract_actors(doc, text, (), load_registry())
    speakers = resolve_speakers(doc, text, (outer, inner), actors)
    assert [speaker.name for speaker in speakers if speaker] == ["Anna Bilyk", "Anna Bilyk"]


def test_a_quote_without_a_speaker_gets_none(model: Language) -> None:
    text = "It is thought that the road is open."
    doc = parse(text, model)
    quote = replace(quote_of(text, "that the road is open", "It"), speaker=None)
    assert resolve_speakers(doc, text, (quote,), ()) == (None,)


def quote_of(text: str, content: str, speaker: str) -> Quote:
    start, end = text.index(content), text.index(content) + len(content)
    spoken = Span(text.index(speaker), text.index(speaker) + len(speaker))
    return Quote((Span(start, end),), (spoken,), spoken, "direct", Span(0, len(text)), "say")


def test_office_without_a_country_is_that_of_the_country_where_the_text_plays(model: Language) -> None:
    places = {"Nairobi": "KE", "Mombasa": "KE", "Kisumu": "KE"}
    [speaker] = speakers_of(
        model, "It rained in Nairobi, Mombasa and Kisumu. {The health ministry} said «two had died».", places
    )
    assert speaker is not None
    assert speaker.name == "Kenyan Ministry of Health"
