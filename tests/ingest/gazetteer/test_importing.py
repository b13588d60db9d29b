"""What a dump adds, what it leaves alone, and what becomes of rows that cannot be used."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import dumps
import pytest
from dumps import name_row, place_row, write_dump

from ingest.extractors.toponyms import extract_toponyms
from ingest.gazetteer import Gazetteer, default_path, open_gazetteer
from ingest.gazetteer.build import gazetteer_version
from ingest.gazetteer.dump import BadRows, NotADump, read_dump
from ingest.gazetteer.imported import DamagedImport, current_import, forget_import, import_folder, imported_drafts
from ingest.gazetteer.importing import import_dump
from ingest.gazetteer.opening import open_pinned_gazetteer
from ingest.gazetteer.sorting import sorted_lines
from ingest.nlp import load_model, parse
from ingest.version import extraction_version

ROWS = (
    place_row(),
    place_row(dumps.POND, "Paris", latitude=48.61, feature="H.LK"),
    place_row(dumps.RIVER, "Bakhmutka", latitude=48.8, feature="H.STM"),
    place_row(dumps.HILL, "Tall Wazir", alternates="Wazir Hill,تل", latitude=33.1, longitude=43.9, feature="T.HLL", country="IQ"),
    place_row(dumps.COMMUNITY, "Zelenohaisk Hromada", feature="A.ADM3", admin="05.13043.UA999"),
    place_row(dumps.NEWCOMER, "Zapadnyi Khutir", alternates="Западний", latitude=48.7, admin="05.13043.UA999", population="42"),
    place_row(dumps.KYIV, "Kyiv as the dump has it", population="1"),
    place_row(dumps.KLISHCHIIVKA_IN_GEONAMES, "Klishchiivka", latitude=48.53, longitude=37.96),
)  # fmt: skip


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory, gazetteer: Gazetteer) -> Iterator[Path]:
    """Folders of the data and the cache for this module, with the built gazetteer in the latter."""
    folder = tmp_path_factory.mktemp("import")
    with pytest.MonkeyPatch.context() as patch:
        built = default_path()
        patch.setenv("CHRONOTOPE_DATA", str(folder / "data"))
        patch.setenv("CHRONOTOPE_CACHE", str(folder / "cache"))
        (folder / "cache").mkdir()
        shutil.copy(built, default_path())
        gazetteer_version.cache_clear()
        yield folder
    gazetteer_version.cache_clear()


@pytest.fixture(scope="module")
def extended(folders: Path) -> Gazetteer:
    """The gazetteer with the rows above."""
    outcome = import_dump([write_dump(folders / "UA.txt", *ROWS)], open_pinned_gazetteer())
    assert outcome.kept is not None
    return open_gazetteer()


def test_a_village_stands_in_its_divisions(extended: Gazetteer) -> None:
    village = extended.place(f"geonames:{dumps.VILLAGE}")
    assert (village.name, village.feature, village.latitude) == ("Zelenohaisk", "town", 48.6)
    assert [place.name for place in extended.parents(village.id)] == ["Donetsk Oblast", "Donbas", "Ukraine"]


def test_a_division_of_the_third_order_holds_its_places(extended: Gazetteer) -> None:
    newcomer = extended.place(f"geonames:{dumps.NEWCOMER}")
    assert (newcomer.population, newcomer.parent) == (42, f"geonames:{dumps.COMMUNITY}")
    assert "Западний" in newcomer.aliases


def test_what_is_known_stays_as_it_is(extended: Gazetteer, gazetteer: Gazetteer) -> None:
    kyiv = f"geonames:{dumps.KYIV}"
    assert extended.place(kyiv) == gazetteer.place(kyiv)
    for known_elsewhere in (dumps.KLISHCHIIVKA_IN_GEONAMES, dumps.RIVER):
        assert known_elsewhere not in set(extended.geonameid)
    assert len(extended) == len(gazetteer) + 4


def test_all_other_places_are_found_as_before(extended: Gazetteer, gazetteer: Gazetteer) -> None:
    for index in range(0, len(gazetteer), 2003):
        assert extended.place(gazetteer.place_id(index)) == gazetteer.record(index)
    for name in ("Bakhmut", "Artemivsk", "Donetsk Oblast", "Springfield"):
        assert [place.id for place in extended.candidates(name)] == [place.id for place in gazetteer.candidates(name)]


def test_a_pond_is_no_rival_to_a_town(extended: Gazetteer) -> None:
    paris = [place.id for place in extended.candidates("Paris")]
    assert paris[0] == "geonames:2988507"
    assert f"geonames:{dumps.POND}" in paris[1:]


def test_a_report_finds_an_imported_village(extended: Gazetteer) -> None:
    text = "Shells fell on Zelenohaisk, a village near Bakhmut."
    village = extract_toponyms(parse(text, load_model()), text, extended)[0]
    assert (village.name, village.place_id) == ("Zelenohaisk", f"geonames:{dumps.VILLAGE}")


def test_an_import_makes_another_version(extended: Gazetteer, gazetteer: Gazetteer) -> None:
    imported = current_import()
    assert imported is not None
    assert extended.version == f"{gazetteer.version}-{imported.digest}"
    assert imported.files == ("UA.txt",)
    assert imported.places_by_feature == {"district": 1, "sea": 1, "town": 2}


def test_reports_are_changed_by_an_import(extended: Gazetteer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_import = extraction_version("model")
    monkeypatch.setenv("CHRONOTOPE_DATA", str(tmp_path))
    gazetteer_version.cache_clear()
    without = extraction_version("model")
    gazetteer_version.cache_clear()
    assert with_import != without


@pytest.fixture
def data(folders: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own."""
    monkeypatch.setenv("CHRONOTOPE_DATA", str(tmp_path / "data"))
    return tmp_path


def test_the_same_dump_gives_the_same_import_zipped_or_in_parts(data: Path) -> None:
    pinned = open_pinned_gazetteer()
    digests = []
    for files in (
        [write_dump(data / "UA.txt", *ROWS)],
        [write_dump(data / "UA.zip", *ROWS)],
        [write_dump(data / "a.txt", *ROWS[4:]), write_dump(data / "b.txt", *reversed(ROWS))],
    ):
        kept = import_dump(files, pinned).kept
        assert kept is not None
        digests.append(kept.digest)
    assert len(set(digests)) == 1


def test_one_import_takes_the_place_of_another(data: Path) -> None:
    pinned = open_pinned_gazetteer()
    import_dump([write_dump(data / "UA.txt", *ROWS)], pinned)
    import_dump([write_dump(data / "one.txt", ROWS[0])], pinned)
    kept = current_import()
    assert kept is not None
    assert kept.places == 1
    assert len(list(import_folder().glob("*.tsv.gz"))) == 1
    assert forget_import()
    assert (current_import(), forget_import()) == (None, False)
    assert list(import_folder().iterdir()) == []


def test_english_names_come_with_the_alternate_names(data: Path) -> None:
    names = write_dump(
        data / "alternateNamesV2.txt",
        name_row(dumps.VILLAGE, "Greengrove", preferred="1"),
        name_row(dumps.VILLAGE, "Grovetown"),
        name_row(dumps.VILLAGE, "The Grove", colloquial="1"),
        name_row(dumps.VILLAGE, "Grünhain", language="de"),
        name_row(dumps.KYIV, "Kyiv", preferred="1"),
    )
    import_dump([names, write_dump(data / "UA.txt", place_row())], open_pinned_gazetteer())
    kept = current_import()
    assert kept is not None
    (village,) = imported_drafts(kept)
    assert village.names == ["Greengrove", "Zelenohaisk", "Grovetown"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("1\ttwo\tthree", "columns"),
        ("", "columns"),
        (place_row(geonameid="x12"), "id"),
        (place_row(geonameid="0"), "id"),
        (place_row(geonameid="9" * 5000), "id"),
        (place_row(name=" "), "name"),
        (place_row(latitude="north"), "coordinates"),
        (place_row(latitude="91.0"), "coordinates"),
        (place_row(longitude="nan"), "coordinates"),
        (place_row(country="XX"), "country"),
        (place_row(country=""), "country"),
        (place_row(population="-3"), "population"),
        (place_row(population="many"), "population"),
    ],
)
def test_a_bad_row_is_counted_with_its_line(tmp_path: Path, row: str, reason: str) -> None:
    path = write_dump(tmp_path / "UA.txt", place_row(), row, place_row(dumps.NEWCOMER))
    bad_rows = BadRows()
    read = list(read_dump(path, {"P.PPL": "town"}, frozenset({"UA"}), bad_rows))
    assert len(read) == 2
    assert bad_rows == BadRows({reason: 1}, {reason: "UA.txt, line 2"})  # type: ignore[dict-item]


def test_a_row_that_is_not_utf_8_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "UA.txt"
    path.write_bytes(place_row().encode() + b"\n" + place_row(name="Zelen\xff").encode("latin-1") + b"\n")
    bad_rows = BadRows()
    assert len(list(read_dump(path, {"P.PPL": "town"}, frozenset({"UA"}), bad_rows))) == 1
    assert bad_rows.counts == {"encoding": 1}


def test_features_that_news_do_not_name_are_passed_over(tmp_path: Path) -> None:
    path = write_dump(tmp_path / "UA.txt", place_row(feature="S.SCH"), place_row(feature="P.PPLH"))
    bad_rows = BadRows()
    assert list(read_dump(path, {"P.PPL": "town"}, frozenset({"UA"}), bad_rows)) == []
    assert bad_rows.counts == {}


def test_a_file_of_another_kind_changes_nothing(data: Path) -> None:
    pinned = open_pinned_gazetteer()
    before = import_dump([write_dump(data / "UA.txt", *ROWS)], pinned).kept
    towns = data / "towns.csv"
    towns.write_text("name,latitude,longitude\nBakhmut,48.6,38.0\n")
    damaged = write_dump(data / "UA.zip", *ROWS)
    damaged.write_bytes(damaged.read_bytes()[:-40] + b"\0" * 18 + damaged.read_bytes()[-22:])
    empty = write_dump(data / "empty.txt")
    for path in (towns, damaged, empty):
        with pytest.raises(NotADump, match=path.name):
            import_dump([path], pinned)
    assert current_import() == before


def test_a_dump_of_known_places_changes_nothing(data: Path) -> None:
    outcome = import_dump([write_dump(data / "UA.txt", ROWS[-1], ROWS[-2])], open_pinned_gazetteer())
    assert (outcome.kept, outcome.known_places) == (None, 2)
    assert current_import() is None


def test_an_import_whose_extract_is_gone_says_what_to_do(data: Path) -> None:
    import_dump([write_dump(data / "UA.txt", *ROWS)], open_pinned_gazetteer())
    (extract,) = import_folder().glob("*.tsv.gz")
    extract.unlink()
    with pytest.raises(DamagedImport, match="reset"):
        open_gazetteer()


def test_lines_are_sorted_in_runs() -> None:
    lines = [f"{number * 7919 % 1000:04d}" for number in range(1000)]
    assert list(sorted_lines(lines, lines_a_run=64)) == sorted(lines)
