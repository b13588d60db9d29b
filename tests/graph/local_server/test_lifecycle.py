"""One local Neo4j through its life: started, shared, orphaned, adopted, kept, stopped, wiped.

The steps stand in one test because every start takes seconds; each step is what the one before left.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.local_server import (
    LocalServer,
    LocalServerError,
    local_server,
    running_server,
    start_local_server,
    stop_local_server,
    wipe_local_server,
)
from graph.local_server.errors import DataFolderInUse
from graph.local_server.home import ServerHome
from graph.local_server.ports import Ports
from graph.local_server.state import ServerState, read_state, write_state
from graph.settings import DatabaseSettings

START_SECONDS = 60  # of a test's patience; a start takes 5 to 15

USER = """
import os, sys
from graph.local_server import local_server
from graph.settings import DatabaseSettings
with local_server(DatabaseSettings(_env_file=None)) as server:
    print(server.pid, flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def settings(tmp_path: Path, neo4j_server: LocalServer) -> Iterator[DatabaseSettings]:
    """The settings of a second server; the first, of the test run, may have the usual ports."""
    made = DatabaseSettings(_env_file=None, uri=None, data_folder=tmp_path / "data", heap_mib=512, page_cache_mib=64)
    yield made
    stop_local_server(made)


def use_in_another_process(settings: DatabaseSettings) -> subprocess.Popen[str]:
    """A command that uses the server until its standard input ends; there is no program on its PATH."""
    environment = {
        "PATH": "",
        "HOME": os.environ.get("HOME", ""),
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "CHRONOTOPE_DATA": str(settings.data_folder),
        "CHRONOTOPE_CACHE": str(settings.cache_folder),
        "CHRONOTOPE_NEO4J_HEAP_MIB": str(settings.heap_mib),
        "CHRONOTOPE_NEO4J_PAGE_CACHE_MIB": str(settings.page_cache_mib),
    }
    return subprocess.Popen(
        [sys.executable, "-c", USER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    )


def pid_of_its_server(user: subprocess.Popen[str]) -> int:
    assert user.stdout is not None
    return int(user.stdout.readline())


@contextmanager
def within(seconds: float) -> Iterator[None]:
    begin = time.monotonic()
    yield
    assert time.monotonic() - begin < seconds


def test_a_server_is_shared_survives_its_owner_and_goes_with_its_last_user(settings: DatabaseSettings) -> None:
    home = ServerHome(settings.data_folder / "neo4j")
    home.make()
    home.lock_path.touch()
    write_state(home.state_path, ServerState(os.getpid(), Ports(1, 2), kept=False))  # stale: that is no Neo4j

    # two commands at once start one server
    first, second = use_in_another_process(settings), use_in_another_process(settings)
    with within(START_SECONDS):
        pid = pid_of_its_server(first)
        assert pid_of_its_server(second) == pid
    running = running_server(settings)
    assert running is not None
    assert (running.pid, running.kept) == (pid, False)

    # one is killed, the other goes on; then it is killed too, and the server is an orphan
    first.kill()
    first.wait()
    assert running_server(settings) == running
    second.kill()
    second.wait()
    assert running_server(settings) == running

    # without its record it is in the way, and the sentence says how to end it
    record = read_state(home.state_path)
    assert record is not None
    home.state_path.unlink()
    with pytest.raises(DataFolderInUse, match=f"in use by process {pid}.* end it with `chronotope db stop`"):
        start_local_server(settings)
    write_state(home.state_path, record)

    # the next command joins it, and as its last user stops it, also when it is told to end
    third = use_in_another_process(settings)
    assert pid_of_its_server(third) == pid
    third.send_signal(signal.SIGTERM)
    assert third.wait(START_SECONDS) == 128 + signal.SIGTERM
    assert running_server(settings) is None
    assert not home.state_path.exists()


def test_a_server_that_is_kept_stays_until_it_is_stopped(settings: DatabaseSettings, neo4j_server: LocalServer) -> None:
    (settings.data_folder).mkdir()
    (settings.data_folder / "notes.txt").write_text("mine")

    kept = start_local_server(settings)
    assert kept.kept
    assert kept.uri != neo4j_server.uri  # both run: ports that are taken are left to who has them
    assert kept.browser_url != neo4j_server.browser_url
    assert start_local_server(settings) == kept
    with local_server(settings) as joined:
        assert joined == kept
    assert running_server(settings) == kept

    # a login that does not fit is told, and the server is left alone
    login = kept.login_path.read_text()
    kept.login_path.write_text(json.dumps({"username": "neo4j", "password": "another"}))
    with pytest.raises(LocalServerError, match="put the file back"):
        start_local_server(settings)
    kept.login_path.write_text(login)
    assert running_server(settings) == kept

    assert wipe_local_server(settings)
    assert running_server(settings) is None
    assert [path.name for path in settings.data_folder.iterdir()] == ["notes.txt"]


def test_nothing_there_is_nothing_to_stop_or_to_wipe(tmp_path: Path) -> None:
    settings = DatabaseSettings(_env_file=None, uri=None, data_folder=tmp_path / "absent")
    assert running_server(settings) is None
    assert not stop_local_server(settings)
    assert not wipe_local_server(settings)
    assert not settings.data_folder.exists()
