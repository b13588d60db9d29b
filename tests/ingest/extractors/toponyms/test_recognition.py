"""Sentences with the places in them, and sentences whose names are no places."""

from __future__ import annotations

import pytest

from ingest.annotations import Span
from ingest.extractors.toponyms import extract_toponyms
from ingest.gazetteer import Gazetteer
from ingest.nlp import load_model, parse


def found(text: str, gazetteer: Gazetteer) -> list[str]:
    toponyms = extract_toponyms(parse(text, load_model()), text, gazetteer)
    assert [t.span for t in toponyms] == sorted(t.span for t in toponyms)
    return [text[t.span.start : t.span.end] for t in toponyms]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Shells hit Bakhmut and Chasiv Yar overnight.", ["Bakhmut", "Chasiv Yar"]),
        ("Fighting went on in Lisichansk, Severodonetsk and Popasnaya.", ["Lisichansk", "Severodonetsk", "Popasnaya"]),
        ("A depot burned in the Luhansk Oblast town of Rubizhne.", ["Luhansk Oblast", "Rubizhne"]),
        ("The bridge over the Bakhmutka River was blown up.", ["Bakhmutka River"]),
        ("They drove along the Izium-Sloviansk road.", ["Izium", "Sloviansk"]),
        ("He was born in Paris, Texas, and moved to Des Moines, Iowa.", ["Paris", "Texas", "Des Moines", "Iowa"]),
        ("He was arrested in Lexington, Ky., on Monday.", ["Lexington", "Ky."]),
        ("KHARTOUM (Reuters) - Gunfire was heard in Omdurman.", ["KHARTOUM", "Omdurman"]),
        ("The U.S. and the UK sent envoys to Port Sudan.", ["U.S.", "UK", "Port Sudan"]),
        ("A London-based group counted the dead in El Fasher.", ["London", "El Fasher"]),
        ("Edmonton police and the Toronto city council agreed.", ["Edmonton", "Toronto"]),
        ("Flights from Kyiv's airport were cancelled.", ["Kyiv"]),
        ("The siege of Côte d'Ivoire's second town ended.", ["Côte d'Ivoire"]),
        ("Rockets struck Vuhledar, a mining town in eastern Ukraine.", ["Vuhledar", "Ukraine"]),
        ("Refugees from Darfur reached N'Djamena.", ["Darfur", "N'Djamena"]),
        ("The deal was signed in Port-au-Prince.", ["Port-au-Prince"]),
        ("Rebels captured Popasna, and soldiers entered Lyman.", ["Popasna", "Lyman"]),
        ("The road between Sake and Umoja was shut.", ["Sake", "Umoja"]),
        ("The aid group halted its work in Baraka camp in Darfur.", ["Baraka", "Darfur"]),
        ("There was no trust between Kenya and Hamid.", ["Kenya"]),
        ("Talks between Khartoum and Hamid failed.", ["Khartoum"]),
        ("He lived in Goma and Smith agreed.", ["Goma"]),
        ("Fighters left the town of Azov, not Wagner, South Dakota.", ["Azov", "Wagner", "South Dakota"]),
    ],
)  # fmt: skip
def test_places_are_found(text: str, places: list[str], gazetteer: Gazetteer) -> None:
    assert found(text, gazetteer) == places


@pytest.mark.parametrize(
    "text",
    [
        "“We will help,” Lloyd Austin said. Austin said no more.",
        "Secretary Austin did not answer.",
        "Paris Hilton arrived late.",
        "Mr. Jordan and Mrs. London declined to comment.",
        "The Bank of England raised its rate.",
        "The Kyiv Independent reported the attack.",
        "She studied at Boston University and writes for the New York Times.",
        "The White House declined to comment.",
        "Americans and Ukrainians cheered.",
        "Nice work, they said on Monday in March.",
        "The UN and the WHO sent a mission.",
        "Hamas said the EU, NATO and Wagner knew; fighters from the Taliban did not.",
        "It costs US$5 million.",
        "He caught the Marburg virus, and she West Nile fever.",
        "He speaks French and fluent German.",
        "British Airways and Real Madrid signed a contract.",
        "President George Washington crossed the river.",
        "Queen Victoria and King George III are long dead.",
        "The Detroit Lions beat the Miami Dolphins.",
    ],
)  # fmt: skip
def test_names_of_something_else_are_no_places(text: str, gazetteer: Gazetteer) -> None:
    assert found(text, gazetteer) == []


@pytest.mark.parametrize(
    ("text", "demonym", "country"),
    [
        ("Russian forces attacked.", "Russian", "RU"),
        ("The Sudanese army denied it.", "Sudanese", "SD"),
        ("A South Korean ship sank.", "South Korean", "KR"),
        ("British and French officials met.", "British", "GB"),
        ("He is pro-Russian to the bone, a pro-Russian mayor.", "Russian", "RU"),
    ],
)  # fmt: skip
def test_adjectives_of_a_country_are_demonyms(text: str, demonym: str, country: str, gazetteer: Gazetteer) -> None:
    toponyms = extract_toponyms(parse(text, load_model()), text, gazetteer)
    first = toponyms[0]
    assert (text[first.span.start : first.span.end], first.form, first.country) == (demonym, "demonym", country)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("They fled the village of Zarechnoye Polye on foot.", "Zarechnoye Polye"),
        ("The bus stopped on Lindenwald Avenue.", "Lindenwald Avenue"),
        ("Residents of the villages of Umm Qarqur and Hajar Asal fled.", "Umm Qarqur"),
    ],
)  # fmt: skip
def test_a_place_that_no_list_knows_has_no_coordinates(text: str, place: str, gazetteer: Gazetteer) -> None:
    toponyms = extract_toponyms(parse(text, load_model()), text, gazetteer)
    unlisted = next(t for t in toponyms if text[t.span.start : t.span.end] == place)
    assert (unlisted.place_id, unlisted.geonameid, unlisted.latitude, unlisted.longitude) == (None, None, None, None)


def test_boilerplate_names_no_places(gazetteer: Gazetteer) -> None:
    text = "Shells hit Bakhmut.\n\nOur office in London sells subscriptions."
    boilerplate = [Span(text.index("Our"), len(text))]
    toponyms = extract_toponyms(parse(text, load_model()), text, gazetteer, boilerplate)
    assert [t.name for t in toponyms] == ["Bakhmut"]


def test_an_empty_text_names_none(gazetteer: Gazetteer) -> None:
    assert extract_toponyms(parse("", load_model()), "", gazetteer) == ()
