"""Spellings of one place, and names of two that look alike."""

from __future__ import annotations

import pytest

from ingest.gazetteer import Gazetteer

SAME = [
    ("Bakhmut", "Artemivsk"), ("Bakhmut", "Artyomovsk"), ("Bakhmut", "Artemovsk"), ("Bakhmut", "Bahmut"), ("Bakhmut", "Бахмут"),
    ("Bakhmut", "Артемівськ"), ("Chasiv Yar", "Chasov Yar"), ("Chasiv Yar", "Часів Яр"), ("Chasiv Yar", "chasiv-yar"),
    ("Luhansk", "Lugansk"), ("Luhansk", "Luhans'k"), ("Luhansk", "Луганськ"), ("Kostiantynivka", "Konstantinovka"),
    ("Kostiantynivka", "Kostyantynivka"), ("Kyiv", "Kiev"), ("Kyiv", "Київ"), ("Kharkiv", "Kharkov"), ("Odesa", "Odessa"),
    ("Lviv", "Lvov"), ("Mykolaiv", "Nikolaev"), ("Dnipro", "Dnipropetrovsk"), ("Dnipro", "Dnepropetrovsk"), ("Zaporizhzhia", "Zaporozhye"),
    ("Zaporizhzhia", "Zaporizhia"), ("Chernihiv", "Chernigov"), ("Izium", "Izyum"), ("Popasna", "Popasnaya"),
    ("Lysychansk", "Lisichansk"), ("Sievierodonetsk", "Severodonetsk"), ("Avdiivka", "Avdeevka"), ("Avdiivka", "Авдіївка"),
    ("Sloviansk", "Slavyansk"), ("Kupiansk", "Kupyansk"), ("Toretsk", "Dzerzhynsk"), ("Pokrovsk", "Krasnoarmiisk"),
    ("Vuhledar", "Ugledar"), ("Donbas", "Donbass"), ("Donbas", "Донбас"), ("Crimea", "Крим"), ("Bakhmutka", "Bakhmutka River"),
    ("Donetsk region", "Donetsk Oblast"), ("Donetsk Oblast", "Донецька область"), ("Bryansk region", "Bryansk Oblast"),
    ("Bakhmut district", "Bakhmut Raion"), ("Saint Petersburg", "St. Petersburg"),
    ("Wad Madani", "Wad Medani"), ("El Fasher", "Al-Fashir"), ("El Geneina", "Geneina"), ("Gezira", "Al Jazirah"),
    ("Omdurman", "Umm Durman"),
    ("Nile", "Nile River"), ("São Paulo", "Sao Paulo"), ("Köln", "Cologne"),
    ("United States", "U.S."), ("United States", "USA"), ("United Kingdom", "Britain"), ("Myanmar", "Burma"), ("Czechia", "Czech Republic"),
    ("Ivory Coast", "Côte d'Ivoire"), ("Port-au-Prince", "Port au Prince"), ("Xi'an", "Xian"), ("New York", "New York City"),
]  # fmt: skip

DIFFERENT = [
    ("Andriivka", "Avdiivka"), ("Donetsk", "Donetsk region"), ("Donetsk", "Donetsk Oblast"), ("Bakhmut", "Bakhmutske"),
    ("Pivnichne", "Pivdenne"), ("Bakhmut", "Bakhmut district"), ("Bakhmut", "Bakhmutka"), ("Luhansk", "Luhansk Oblast"),
    ("Kharkiv", "Kharkiv Oblast"), ("Kherson", "Kherson region"), ("Bryansk", "Bryansk region"), ("Kramatorsk", "Krasnohorivka"),
    ("Mykolaiv", "Mykolaivka"), ("Pokrovsk", "Pokrov"), ("Soledar", "Vuhledar"), ("Niger", "Nigeria"), ("Austria", "Australia"),
    ("Slovakia", "Slovenia"), ("Iran", "Iraq"), ("Sudan", "South Sudan"), ("Sudan", "Port Sudan"), ("Darfur", "North Darfur"),
    ("Khartoum", "Khartoum State"), ("Guinea", "Guinea-Bissau"), ("Georgia", "South Georgia and the South Sandwich Islands"),
    ("Washington", "Washington State"), ("Mexico", "Mexico City"), ("Quebec", "Quebec City"), ("Kursk", "Kurs"), ("Lyman", "Luman"),
    ("Ivanivske", "Ivankiv"), ("Orikhiv", "Orikhovo-Vasylivka"), ("Klishchiivka", "Kurdiumivka"), ("Dnipro", "Dnipro River"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_spellings_name_one_place(gazetteer: Gazetteer, one: str, other: str) -> None:
    assert gazetteer.candidates(one)[0].id == gazetteer.candidates(other)[0].id


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Seversk", "Siversk"),
        ("Leningrad", "Saint Petersburg"),
        ("Nikolaevka", "Mykolaivka"),
        ("Paris", "Paris"),
        ("Salisbury", "Harare"),
    ],
)
def test_a_name_that_others_bear_too_keeps_the_place_among_its_candidates(
    gazetteer: Gazetteer, name: str, place: str
) -> None:
    candidates = gazetteer.candidates(name)
    assert len(candidates) > 1
    assert place in {candidate.name for candidate in candidates}


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_names_that_look_alike_name_two_places(gazetteer: Gazetteer, one: str, other: str) -> None:
    ids = [[place.id for place in gazetteer.candidates(name)[:1]] for name in (one, other)]
    assert ids[0] != ids[1]


@pytest.mark.parametrize(
    ("name", "feature", "country"),
    [
        ("Bakhmutka", "river", "UA"),
        ("Black Sea", "sea", None),
        ("Donbas", "area", "UA"),
        ("Donetsk Oblast", "region", "UA"),
        ("Bakhmut Raion", "district", "UA"),
        ("Klishchiivka", "town", "UA"),
        ("Khartoum", "town", "SD"),
        ("Darfur", "area", "SD"),
        ("Port Sudan", "town", "SD"),
        ("Nyala", "town", "SD"),
        ("Ukraine", "country", "UA"),
    ],
)
def test_the_likeliest_bearer_of_a_name(gazetteer: Gazetteer, name: str, feature: str, country: str | None) -> None:
    place = gazetteer.candidates(name)[0]
    assert (place.feature, place.country) == (feature, country)
