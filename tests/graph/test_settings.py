"""Where the settings of the database come from, and which wins."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from graph.settings import DatabaseSettings


@pytest.fixture(autouse=True)
def _nothing_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in (
        "NEO4J_URI",
        "NEO4J_USERNAME",
        "NEO4J_PASSWORD",
        "NEO4J_DATABASE",
        "CHRONOTOPE_DATA",
        "CHRONOTOPE_CACHE",
    ):
        monkeypatch.delenv(name, raising=False)


def test_nothing_set_is_the_local_server_in_the_users_folders() -> None:
    settings = DatabaseSettings()
    assert (settings.uri, settings.username, settings.password, settings.database) == (None, "neo4j", None, None)
    assert settings.data_folder.name == settings.cache_folder.name == "chronotope"
    assert settings.data_folder != settings.cache_folder


def test_the_environment_comes_before_the_env_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("NEO4J_URI=bolt://file:7687\nNEO4J_USERNAME=ann\nOTHER_TOOL=ignored\n")
    monkeypatch.setenv("NEO4J_URI", "bolt://environment:7687")
    settings = DatabaseSettings()
    assert (settings.uri, settings.username) == ("bolt://environment:7687", "ann")


def test_an_empty_value_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "")
    assert DatabaseSettings().uri is None


def test_what_is_said_in_code_comes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://environment:7687")
    assert DatabaseSettings(uri=None).uri is None


def test_a_folder_may_be_relative_or_at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CHRONOTOPE_DATA", "here")
    monkeypatch.setenv("CHRONOTOPE_CACHE", "~/there")
    settings = DatabaseSettings()
    assert settings.data_folder == tmp_path.resolve() / "here"
    assert settings.cache_folder == Path.home().resolve() / "there"


def test_a_heap_that_is_too_small_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHRONOTOPE_NEO4J_HEAP_MIB", "10")
    with pytest.raises(ValidationError, match=r"CHRONOTOPE_NEO4J_HEAP_MIB\n.*greater than or equal to 256"):
        DatabaseSettings()


def test_the_password_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "a password")
    assert "a password" not in repr(DatabaseSettings())
