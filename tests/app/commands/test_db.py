"""`chronotope db`, on a folder where no Neo4j runs, on the test run's, and with NEO4J_URI."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.commands.db import db_app
from graph.database import DatabaseUnavailable
from graph.local_server import LocalServer, ServerIsYours
from graph.local_server.home import ServerHome
from graph.local_server.ports import free_port
from graph.settings import DatabaseSettings

run = CliRunner().invoke


@pytest.fixture(autouse=True)
def _environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # no .env there
    monkeypatch.setenv("CHRONOTOPE_DATA", str(tmp_path / "data"))
    for name in ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE"):
        monkeypatch.delenv(name, raising=False)


def test_status_of_a_server_that_does_not_run(tmp_path: Path) -> None:
    result = run(db_app, ["status"])
    assert result.exit_code == 3
    assert result.output == f"The local Neo4j is not running; its data belongs in {tmp_path / 'data'}.\n"


def test_status_of_a_server_that_runs(
    neo4j_server: LocalServer, neo4j_settings: DatabaseSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHRONOTOPE_DATA", str(neo4j_settings.data_folder))
    result = run(db_app, ["status"])
    assert result.exit_code == 0
    assert neo4j_server.browser_url in result.output
    assert str(neo4j_server.login_path) in result.output
    assert neo4j_server.password not in result.output


def test_stop_and_wipe_of_nothing() -> None:
    assert run(db_app, ["stop"]).output == "The local Neo4j was not running.\n"
    assert run(db_app, ["wipe", "--yes"]).output == "There was nothing to wipe.\n"


def test_wipe_asks_first(tmp_path: Path) -> None:
    home = ServerHome(tmp_path / "data" / "neo4j")
    home.make()
    refused = run(db_app, ["wipe"], input="n\n")
    assert refused.exit_code == 1
    assert "Remove the whole graph in" in refused.output
    assert home.exists()
    agreed = run(db_app, ["wipe"], input="y\n")
    assert agreed.exit_code == 0
    assert not home.folder.exists()


@pytest.mark.parametrize("arguments", [["start"], ["stop"], ["wipe"], ["wipe", "--yes"]])
def test_the_server_of_neo4j_uri_is_left_alone(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://db.example:7687")
    result = run(db_app, arguments)
    assert isinstance(result.exception, ServerIsYours)
    assert "bolt://db.example:7687" in str(result.exception)


def test_status_of_the_server_of_neo4j_uri(neo4j_server: LocalServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", neo4j_server.uri)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    result = run(db_app, ["status"])
    assert result.exit_code == 0
    assert f"answers at {neo4j_server.uri}" in result.output
    monkeypatch.setenv("NEO4J_URI", f"bolt://127.0.0.1:{free_port()}")
    assert isinstance(run(db_app, ["status"]).exception, DatabaseUnavailable)
