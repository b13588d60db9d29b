"""Which of the places that bear a name is meant, and why."""

from __future__ import annotations

import pytest

from ingest.annotations import Toponym
from ingest.extractors.toponyms import extract_toponyms
from ingest.gazetteer import Gazetteer
from ingest.gazetteer.references import place_references
from ingest.nlp import load_model, parse


def toponym(text: str, name: str, gazetteer: Gazetteer, home_country: str | None = None) -> Toponym:
    toponyms = extract_toponyms(parse(text, load_model()), text, gazetteer, home_country=home_country)
    return next(t for t in toponyms if text[t.span.start : t.span.end] == name)


@pytest.mark.parametrize(
    ("text", "name", "region"),
    [
        ("He was born in Paris, Texas.", "Paris", "Texas"),
        ("She lives in London, Ontario.", "London", "Ontario"),
        ("A fire broke out in Springfield, Ill., on Friday.", "Springfield", "Illinois"),
        ("PORTLAND, Maine (AP) - Rain fell.", "PORTLAND", "Maine"),
        ("It happened in Moscow, Idaho.", "Moscow", "Idaho"),
        ("Police in Paris and Sulphur Springs said the suspect fled towards Lamar County, Texas.", "Paris", "Texas"),
        ("Kharkiv and Izium were shelled from Belgorod.", "Izium", "Kharkiv Oblast"),
    ],
)  # fmt: skip
def test_a_town_is_in_the_division_that_the_text_speaks_of(
    text: str, name: str, region: str, gazetteer: Gazetteer
) -> None:
    found = toponym(text, name, gazetteer)
    assert found.place_id is not None
    assert region in {place.name for place in gazetteer.parents(found.place_id)}


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("Paris is the capital of France.", "Paris", "geonames:2988507"),
        ("Shells fell on three villages in Donetsk province.", "Donetsk", "geonames:709716"),
        ("Parts of the city of Donetsk burned.", "Donetsk", "geonames:709717"),
        ("The Ukrainian army held Bakhmut in the Donetsk region.", "Bakhmut", "geonames:713174"),
        ("Ukrainian troops left Artyomovsk and Soledar.", "Artyomovsk", "geonames:713174"),
        ("New York Governor Kathy Hochul spoke.", "New York", "geonames:5128638"),
        ("WASHINGTON (AP) - Congress met.", "WASHINGTON", "geonames:4140963"),
        ("Georgia and Armenia border Turkey.", "Georgia", "geonames:614540"),
        ("Voters in Georgia, Alabama and Tennessee went to the polls.", "Georgia", "geonames:4197000"),
        ("Sudanese troops shelled El Fasher and Nyala in Darfur.", "Nyala", "geonames:369004"),
        ("The army left Wad Madani in Gezira.", "Wad Madani", "geonames:364103"),
        ("Mercenaries took Soledar, Blagodatny and the settlement of Sacco and Vanzetti near Bakhmut.", "Sacco and Vanzetti",
         "katottg:UA14020090270041471"),
        ("Mercenaries stood in the village of Nikolaevka near Soledar and Bakhmut.", "Nikolaevka", "katottg:UA14020090180089222"),
    ],
)  # fmt: skip
def test_a_name_is_read_in_its_text(text: str, name: str, place: str, gazetteer: Gazetteer) -> None:
    assert toponym(text, name, gazetteer).place_id == place


@pytest.mark.parametrize(
    ("text", "name", "region"),
    [
        (
            "A Paris man was held after a chase through Honey Grove and Bonham, the Lamar County Sheriff's Office said.",
            "Paris",
            "Texas",
        ),
        (
            "Lebanon beat Watertown on Friday. The Wilson County team plays Mount Juliet and Gallatin next.",
            "Lebanon",
            "Tennessee",
        ),
        ("The Athens City Council met Monday. Residents of Decatur and Huntsville attended.", "Athens", "Alabama"),
        ("Firefighters from Rome and Cartersville fought the blaze in Floyd County.", "Rome", "Georgia"),
        ("Police in Edmonton and Enfield arrested two men.", "Edmonton", "England"),
        (
            "The Manchester fire department was called to a barn near Tullahoma in Coffee County.",
            "Manchester",
            "Tennessee",
        ),
    ],
)
def test_local_news_name_no_state(text: str, name: str, region: str, gazetteer: Gazetteer) -> None:
    found = toponym(text, name, gazetteer)
    assert found.place_id is not None
    assert region in {place.name for place in gazetteer.parents(found.place_id)}


def test_a_telephone_number_tells_the_state(gazetteer: Gazetteer) -> None:
    text = "The library in Huntington reopens on Monday. Call 304-555-0199 for hours."
    found = toponym(text, "Huntington", gazetteer)
    assert found.place_id is not None
    assert "West Virginia" in {place.name for place in gazetteer.parents(found.place_id)}


def test_a_bare_name_before_a_namesake_with_its_state_is_the_large_one(gazetteer: Gazetteer) -> None:
    text = "Moscow condemned the statement. One van was given by a church in Moscow, Idaho."
    assert [t.country for t in extract_toponyms(parse(text, load_model()), text, gazetteer) if t.name == "Moscow"] == [
        "RU",
        "US",
    ]


def test_a_village_that_its_province_does_not_list_is_no_namesake_abroad(gazetteer: Gazetteer) -> None:
    found = toponym("A mine collapsed in Wenderholm, Manitoba.", "Wenderholm", gazetteer)
    assert found.place_id is None


def test_the_country_of_the_source_speaks_for_its_own_towns(gazetteer: Gazetteer) -> None:
    text = "Firefighters were called to a house in Newcastle."
    assert toponym(text, "Newcastle", gazetteer, home_country="AU").country == "AU"
    assert toponym(text, "Newcastle", gazetteer, home_country="GB").country == "GB"


@pytest.mark.parametrize(
    ("text", "name", "metonym"),
    [
        ("Moscow claimed that the town had fallen.", "Moscow", True),
        ("Kyiv denied it.", "Kyiv", True),
        ("He held talks with London.", "London", True),
        ("Donors asked Kyiv to publish its accounts.", "Kyiv", True),
        ("Russia invaded its neighbour.", "Russia", True),
        ("Shells fell in Kyiv.", "Kyiv", False),
        ("He flew to London.", "London", False),
        ("Bakhmut has no water.", "Bakhmut", False),
        ("Ukraine is a large country.", "Ukraine", False),
    ],
)  # fmt: skip
def test_a_name_that_stands_for_a_government_is_a_metonym(
    text: str, name: str, metonym: bool, gazetteer: Gazetteer
) -> None:
    assert toponym(text, name, gazetteer).metonym is metonym


@pytest.mark.parametrize(
    ("text", "phrase", "place"),
    [
        ("Shells hit Bakhmut at dawn. The city has no water.", "The city", "Bakhmut"),
        ("Moscow denied that Izium had fallen. The town is quiet.", "The town", "Izium"),
        ("Fighting went on in Luhansk Oblast. Half of the region is lost.", "the region", "Luhansk Oblast"),
        ("Troops entered Donetsk province. Much of that province is mined.", "that province", "Donetsk Oblast"),
    ],
)  # fmt: skip
def test_a_reference_means_what_was_named(text: str, phrase: str, place: str, gazetteer: Gazetteer) -> None:
    doc = parse(text, load_model())
    references = place_references(doc, text, extract_toponyms(doc, text, gazetteer), gazetteer)
    assert [(text[r.span.start : r.span.end], r.name, r.reason) for r in references] == [(phrase, place, "reference")]


@pytest.mark.parametrize(
    "text",
    [
        "The city has no water.",
        "He flew from Sloviansk to Kramatorsk. The city was dark.",
        "The mayor spoke to the city council of Bakhmut.",
        "Shells hit the city of Bakhmut.",
    ],
)  # fmt: skip
def test_a_reference_to_none_or_to_two_is_left_out(text: str, gazetteer: Gazetteer) -> None:
    doc = parse(text, load_model())
    assert place_references(doc, text, extract_toponyms(doc, text, gazetteer), gazetteer) == ()
