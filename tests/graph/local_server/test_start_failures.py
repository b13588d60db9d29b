"""A start that fails says why, where to read on and what to do; the process is a stand-in for Neo4j."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from graph.local_server import local_server, process, server, start_local_server, stop_local_server, wipe_local_server
from graph.local_server.configuration import home_argument
from graph.local_server.errors import DataFolderInUse, ServerIsYours, StartFailed
from graph.local_server.home import ServerHome
from graph.settings import DatabaseSettings


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DatabaseSettings:
    monkeypatch.setattr(server, "fetch_jars", lambda *_, **__: ())
    monkeypatch.setattr(server, "START_TIMEOUT_SECONDS", 1)
    return DatabaseSettings(_env_file=None, uri=None, data_folder=tmp_path)


def run_instead(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Have this Python code run in Neo4j's place."""
    monkeypatch.setattr(process, "java_command", lambda home: [sys.executable, "-c", code, home_argument(home)])


def test_a_server_that_ends_at_once(settings: DatabaseSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    run_instead(monkeypatch, "print('2023-01-01 ERROR no room'); print('a trace')")
    with pytest.raises(StartFailed) as raised, local_server(settings):
        pass
    log_path = settings.data_folder / "neo4j" / "logs" / "console.log"
    assert str(raised.value) == (
        "the local Neo4j ended before it was ready, its last word: 2023-01-01 ERROR no room; "
        f"read {log_path}, then try `chronotope db start` again"
    )


def test_a_server_that_never_answers_is_ended(settings: DatabaseSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    run_instead(monkeypatch, "import time; time.sleep(60)")
    with pytest.raises(StartFailed, match="was not ready after 1 seconds"):
        start_local_server(settings)
    assert process.find(ServerHome(settings.data_folder / "neo4j")) is None


def test_data_that_a_foreign_process_has_open(settings: DatabaseSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    run_instead(monkeypatch, "print('Lock file has been locked by another process: data/databases/store_lock')")
    with pytest.raises(DataFolderInUse, match="a process that is not ours; end that process and try again"):
        start_local_server(settings)


def test_a_java_that_cannot_be_run(settings: DatabaseSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "java_command", lambda home: [str(home.folder / "no-java")])
    with pytest.raises(StartFailed, match=r"could not be run .*No such file"):
        start_local_server(settings)


@pytest.mark.parametrize(
    ("act", "action"), [(start_local_server, "start"), (stop_local_server, "stop"), (wipe_local_server, "wipe")]
)
def test_the_server_of_neo4j_uri_is_left_alone(act: object, action: str, tmp_path: Path) -> None:
    settings = DatabaseSettings(_env_file=None, uri="bolt://db.example:7687", data_folder=tmp_path / "data")
    assert callable(act)
    with pytest.raises(ServerIsYours, match=f"yours, and Chronotope does not {action} it; unset NEO4J_URI"):
        act(settings)
    assert not settings.data_folder.exists()
