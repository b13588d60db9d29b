"""`chronotope gazetteer`: imported, looked at, reset."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from dumps import place_row, write_dump
from typer.testing import CliRunner

from app.commands.gazetteer import gazetteer_app
from ingest.gazetteer import default_path, open_gazetteer

run = CliRunner().invoke


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Data and cache of the test's own, with the built gazetteer in the latter."""
    open_gazetteer()
    built = default_path()
    monkeypatch.chdir(tmp_path)  # no .env there
    monkeypatch.setenv("CHRONOTOPE_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("CHRONOTOPE_CACHE", str(tmp_path / "cache"))
    (tmp_path / "cache").mkdir()
    shutil.copy(built, default_path())
    return tmp_path


def test_places_are_imported_and_removed_again(folder: Path) -> None:
    dump = write_dump(folder / "UA.zip", place_row(), "not a row", place_row(latitude="north"))
    imported = run(gazetteer_app, ["import", str(dump)])
    assert imported.exit_code == 0
    assert "Places imported: 1" in imported.stdout
    assert "1 row is left out: another number of columns (the first: UA.txt, line 2)" in imported.stderr
    assert "no coordinates on Earth (the first: UA.txt, line 3)" in imported.stderr

    status = run(gazetteer_app, ["status"])
    assert "1 places (1 town) from UA.zip" in status.stdout
    assert "310,008" in status.stdout
    assert "CC BY 4.0" in status.stdout

    assert run(gazetteer_app, ["reset"]).exit_code == 0
    assert "Imported  nothing" in run(gazetteer_app, ["status"]).stdout
    assert len(list((folder / "cache").glob("gazetteer-*.bin"))) == 1


def test_a_dump_without_any_new_place_is_said_so(folder: Path) -> None:
    dump = write_dump(folder / "UA.txt", place_row(geonameid=703448, name="Kyiv"))
    refused = run(gazetteer_app, ["import", str(dump)])
    assert refused.exit_code == 1
    assert "the dump adds no place (known already: 1)" in refused.stdout
    assert run(gazetteer_app, ["import", str(folder / "nowhere.txt")]).exit_code == 2
