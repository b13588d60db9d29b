from __future__ import annotations

import multiprocessing
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.gazetteer import Gazetteer, UnknownPlace, default_path, drafts, open_gazetteer
from ingest.gazetteer.folding import fold_name
from ingest.gazetteer.romanisation import romanise
from ingest.gazetteer.storage import NotAGazetteer
from ingest.gazetteer.tables import DATA, read_table


def test_a_town_lies_in_its_district_its_region_and_its_country(gazetteer: Gazetteer) -> None:
    bakhmut = gazetteer.candidates("Bakhmut")[0]
    assert [place.name for place in gazetteer.parents(bakhmut.id)] == [
        "Bakhmut Raion", "Donetsk Oblast", "Donbas", "Ukraine",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("town", "area"),
    [
        ("El Fasher", "Darfur"), ("Nyala", "Darfur"), ("El Obeid", "Kordofan"), ("Goma", "Kivu"), ("Khan Younis", "Gaza Strip"),
        ("Jenin", "West Bank"), ("Luhansk", "Donbas"), ("Mekelle", "Tigray"), ("Lashkar Gah", "Helmand"), ("Lhasa", "Tibet"),
        ("Palermo", "Sicily"), ("Sukhumi", "Abkhazia"), ("Sittwe", "Rakhine"), ("Marawi City", "Mindanao"),
    ],
)  # fmt: skip
def test_a_town_lies_in_the_area_that_reports_name(gazetteer: Gazetteer, town: str, area: str) -> None:
    place = max(
        (each for each in gazetteer.candidates(town) if each.feature == "town"), key=lambda each: each.population
    )
    named = {each.id for each in gazetteer.candidates(area)}
    assert area in {each.name for each in gazetteer.parents(place.id) if each.id in named}


@pytest.mark.parametrize(("town", "area"), [("Khartoum", "Darfur"), ("Kharkiv", "Donbas"), ("Haifa", "West Bank")])
def test_a_town_beside_an_area_does_not_lie_in_it(gazetteer: Gazetteer, town: str, area: str) -> None:
    place = max(gazetteer.candidates(town), key=lambda each: each.population)
    assert area not in {each.name for each in gazetteer.parents(place.id)}


def test_an_area_that_is_a_division_is_there_once(gazetteer: Gazetteer) -> None:
    """The overlay adds to the division of a country; a twin of its own would contain nothing."""
    overlaid = [
        each for row in read_table(DATA / "places.tsv") if row["id"].startswith("overlay:") and row["feature"] == "area"
        for each in gazetteer.candidates(row["name"])
        if each.name == row["name"] and each.country == row["country"] and each.feature == "region"
    ]  # fmt: skip
    assert {each.name for each in overlaid} <= HISTORIC_REGIONS


# Wider than the division that bears the name today.
HISTORIC_REGIONS = {"Silesia", "Pomerania", "Peloponnese"}


def test_a_place_keeps_its_spellings_within_bounds(gazetteer: Gazetteer) -> None:
    bakhmut = gazetteer.place("geonames:713174")
    assert bakhmut.name == "Bakhmut"
    assert {"Artemivsk", "Artyomovsk", "Бахмут"} <= set(bakhmut.aliases)
    assert all(len(gazetteer.record(index).aliases) <= 24 for index in range(0, len(gazetteer), 997))


def test_a_hamlet_stands_at_its_community_with_a_radius(gazetteer: Gazetteer) -> None:
    hamlet = next(place for place in gazetteer.candidates("Klishchiivka") if place.country == "UA")
    bakhmut = gazetteer.place("geonames:713174")
    assert hamlet.id.startswith("katottg:")
    assert hamlet.radius_km is not None
    assert (hamlet.latitude, hamlet.longitude) == (bakhmut.latitude, bakhmut.longitude)


@pytest.mark.parametrize(
    ("word", "country"), [("Russian", "RU"), ("Ukrainian", "UA"), ("Sudanese", "SD"), ("Dutch", "NL")]
)
def test_demonyms_have_their_country(gazetteer: Gazetteer, word: str, country: str) -> None:
    place = gazetteer.demonym(word)
    assert place is not None
    assert (place.feature, place.country) == ("country", country)


@pytest.mark.parametrize("word", ["Russians", "Ukrainians", "Western", "Kyiv", "russian"])
def test_people_and_names_are_no_demonyms(gazetteer: Gazetteer, word: str) -> None:
    assert gazetteer.demonym(word) is None


@pytest.mark.parametrize("place_id", ["geonames:1", "geonames:", "overlay:atlantis", "Bakhmut"])
def test_an_unknown_id_is_named(gazetteer: Gazetteer, place_id: str) -> None:
    with pytest.raises(UnknownPlace, match=place_id):
        gazetteer.place(place_id)


@pytest.mark.parametrize("row", list(read_table(DATA / "places.tsv")), ids=lambda row: row["id"])
def test_a_row_of_the_overlay_is_complete(gazetteer: Gazetteer, row: dict[str, str]) -> None:
    place = gazetteer.place(row["id"])
    assert row["source"]
    assert place.name == row["name"]
    if row["id"].startswith("overlay:"):
        assert place.latitude is not None
        assert place.radius_km


def test_a_row_with_a_mistyped_id_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "places.tsv").write_text(
        "id\tname\tfeature\tcountry\tlatitude\tlongitude\tradius_km\tparent\taliases\tsource\n"
        "geonames:1\tBakhmut\t\t\t\t\t\t\tArtemivsk\town\n"
    )
    monkeypatch.setattr(drafts, "DATA", tmp_path)
    paris = {"geonames:1": drafts.Draft("geonames:1", ["Paris"], "town", "FR")}
    with pytest.raises(ValueError, match="geonames:1 is Paris"):
        drafts.apply_overlay(paris, {})


def test_a_row_with_a_mistyped_parent_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "places.tsv").write_text(
        "id\tname\tfeature\tcountry\tlatitude\tlongitude\tradius_km\tparent\taliases\tsource\n"
        "geonames:1\tParis\t\t\t\t\t\toverlay:gaul\t\town\n"
    )
    monkeypatch.setattr(drafts, "DATA", tmp_path)
    paris = {"geonames:1": drafts.Draft("geonames:1", ["Paris"], "town", "FR")}
    with pytest.raises(ValueError, match="lies in overlay:gaul"):
        drafts.apply_overlay(paris, {})


def test_ids_lead_back_to_their_records(gazetteer: Gazetteer) -> None:
    for index in range(0, len(gazetteer), 1013):
        assert gazetteer.index(gazetteer.place_id(index)) == index


def test_every_place_lies_in_its_country(gazetteer: Gazetteer) -> None:
    for index in range(0, len(gazetteer), 211):
        countries = {gazetteer.country(above) for above in gazetteer.containers(index)}
        assert countries <= {gazetteer.country(index)}


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "built.bin"
    subprocess.run([sys.executable, "-m", "ingest.gazetteer", str(path)], check=True, capture_output=True)
    assert path.read_bytes() == default_path().read_bytes()
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "towns.bin"
    path.write_bytes(b"something else altogether")
    with pytest.raises(NotAGazetteer, match=r"towns\.bin"):
        open_gazetteer(path)


def _memory_growth_kib(queue: multiprocessing.Queue[int]) -> None:
    def resident() -> int:
        return int(Path("/proc/self/status").read_text().split("VmRSS:")[1].split()[0])

    before = resident()
    gazetteer = open_gazetteer()
    for name in ("Bakhmut", "Kyiv", "Paris", "Springfield"):
        gazetteer.candidates(name)
    queue.put(resident() - before)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads Linux's process table")
def test_an_open_gazetteer_takes_little_memory(gazetteer: Gazetteer) -> None:
    context = multiprocessing.get_context("spawn")
    queue: multiprocessing.Queue[int] = context.Queue()
    process = context.Process(target=_memory_growth_kib, args=(queue,))
    process.start()
    growth = queue.get(timeout=60)
    process.join()
    assert growth < 60 * 1024


@pytest.mark.parametrize(
    ("ukrainian", "latin"),
    [
        ("Часів Яр", "Chasiv Yar"), ("Авдіївка", "Avdiivka"), ("Єнакієве", "Yenakiieve"), ("Кліщіївка", "Klishchiivka"),
        ("Згурівка", "Zghurivka"), ("Мар'їнка", "Marinka"), ("Юр'ївка", "Yurivka"), ("Щастя", "Shchastia"),
    ],
)  # fmt: skip
def test_romanisation_is_the_official_one(ukrainian: str, latin: str) -> None:
    assert romanise(ukrainian) == latin


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("St. Petersburg", "st petersburg"), ("Saint-Denis", "st denis"), ("Lysychans’k", "lysychansk"), ("Xi'an", "xian"),
        ("São Tomé", "sao tome"), ("Łódź", "lodz"), ("Port-au-Prince", "port au prince"), ("U.S.", "us"), ("—", ""),
    ],
)  # fmt: skip
def test_spellings_fold_to_one_key(name: str, key: str) -> None:
    assert fold_name(name) == key


@pytest.mark.parametrize(
    ("name", "precision", "radius_km"),
    [
        ("Bakhmut", "town", None),
        ("Donetsk Oblast", "area", 109),
        ("Ukraine", "area", 600),
        ("Texas", "area", 570),
        ("Cook County", "area", 42),
        ("Bakhmutka", "area", 40),
    ],
)
def test_a_point_says_what_it_is_and_how_far_it_may_be_off(
    gazetteer: Gazetteer, name: str, precision: str, radius_km: float | None
) -> None:
    found = gazetteer.candidates(name)[0]
    assert found.precision == precision
    assert found.radius_km == (None if radius_km is None else pytest.approx(radius_km, rel=0.05))
