"""The small parts of the local Neo4j, none of which needs it to run."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path
from stat import S_IMODE

import pytest

from graph.local_server import process
from graph.local_server.configuration import Memory, java_arguments
from graph.local_server.errors import ForeignFolder, LockTimeout, LoginMissing
from graph.local_server.home import ServerHome
from graph.local_server.locking import UseLock, exclusive_lock
from graph.local_server.login import Login, ensure_login, initial_password_line
from graph.local_server.ports import Ports, free_port, is_free, reserved_ports
from graph.local_server.state import ServerState, read_state, write_state


@pytest.fixture
def home(tmp_path: Path) -> ServerHome:
    made = ServerHome(tmp_path / "neo4j")
    made.make()
    return made


# --- ports


def test_the_usual_ports_are_taken_if_they_are_free() -> None:
    bolt, http = free_port(), free_port()
    with reserved_ports(bolt, http) as ports:
        assert ports == Ports(bolt, http)


@pytest.mark.parametrize("address", ["127.0.0.1", "0.0.0.0"])
def test_a_port_that_is_taken_is_replaced(address: str) -> None:
    with socket.create_server((address, 0)) as other:
        taken = other.getsockname()[1]
        http = free_port()
        assert not is_free(taken)
        with reserved_ports(taken, http) as chosen:
            assert chosen.bolt != taken
            assert chosen.http == http


def test_two_starts_at_once_get_different_ports() -> None:
    bolt, http = free_port(), free_port()
    with reserved_ports(bolt, http) as one, reserved_ports(bolt, http) as other:
        assert len({one.bolt, one.http, other.bolt, other.http}) == 4
    with reserved_ports(bolt, http) as later:
        assert later == Ports(bolt, http)


# --- the login


def test_a_login_is_made_once(home: ServerHome) -> None:
    login = ensure_login(home)
    assert ensure_login(home) == login
    assert len(login.password) >= 32
    for path in (home.login_path, home.initial_password_path):
        assert S_IMODE(path.stat().st_mode) == 0o600
    assert login.password not in home.initial_password_path.read_text()


def test_two_homes_have_two_passwords(tmp_path: Path) -> None:
    homes = [ServerHome(tmp_path / name) for name in ("one", "two")]
    assert ensure_login(homes[0]).password != ensure_login(homes[1]).password


def test_data_without_its_login_says_what_to_do(home: ServerHome) -> None:
    home.databases_folder.mkdir(parents=True)
    with pytest.raises(LoginMissing, match="put the file back, or start afresh with `chronotope db wipe`"):
        ensure_login(home)


@pytest.mark.parametrize("content", ["", "{}", "[]", "neo4j:password"])
def test_a_broken_login_says_what_to_do(home: ServerHome, content: str) -> None:
    home.login_path.write_text(content)
    with pytest.raises(LoginMissing, match=str(home.login_path)):
        ensure_login(home)


def test_the_first_password_is_hashed_as_neo4j_does() -> None:
    # what `dbms set-initial-password "a password"` of Neo4j 5.26.30 wrote, its salt given back to us
    salt = bytes.fromhex("ecfd61d645da5e1c0ecb082808c47821c6ffce6f028b8c66e734406ec9a56bc6")
    assert initial_password_line(Login("neo4j", "a password"), salt) == (
        "neo4j:SHA-256,8a4505a35adb6061b085a1320e39f82012d72de1a53270669da5acebb718ab76,"
        "ecfd61d645da5e1c0ecb082808c47821c6ffce6f028b8c66e734406ec9a56bc6,1024:\n"
    )


# --- locks


def test_a_lock_without_a_holder_is_no_obstacle(tmp_path: Path) -> None:
    lock = tmp_path / "a.lock"
    lock.write_text("left by somebody")
    with exclusive_lock(lock, 1, "somebody"):
        assert lock.exists()


def test_a_lock_that_is_held_says_by_whom(tmp_path: Path) -> None:
    with (
        exclusive_lock(tmp_path / "a.lock", 1, "somebody"),
        pytest.raises(LockTimeout, match=r"somebody holds .*a.lock .* wait for it to finish or end it, then try again"),
        exclusive_lock(tmp_path / "a.lock", 0.1, "somebody"),
    ):
        pass


def test_a_lock_goes_with_its_holder(tmp_path: Path) -> None:
    lock = tmp_path / "a.lock"
    holding = (
        "import sys; from pathlib import Path; from graph.local_server.locking import exclusive_lock\n"
        "with exclusive_lock(Path(sys.argv[1]), 1, 'x'): print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holding, str(lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(LockTimeout), exclusive_lock(lock, 0.1, "somebody"):
            pass
        holder.kill()
        holder.wait()
        with exclusive_lock(lock, 1, "somebody"):
            pass


def test_a_lock_that_its_holder_removed_is_taken_anew(tmp_path: Path) -> None:
    lock = tmp_path / "a.lock"
    with exclusive_lock(lock, 1, "somebody"):
        lock.unlink()
    with exclusive_lock(lock, 1, "somebody"):
        assert lock.exists()


def test_the_last_user_is_told_so(tmp_path: Path) -> None:
    first, second, third = (UseLock(tmp_path / "use.lock") for _ in range(3))
    assert [second.release(), first.release(), third.release()] == [False, False, True]


# --- the home


def test_other_peoples_files_stay(home: ServerHome) -> None:
    (home.folder.parent / "notes.txt").write_text("mine")
    (home.folder / "notes.txt").write_text("mine too")
    home.remove()
    assert {path.name for path in home.folder.parent.rglob("*")} == {"neo4j", "notes.txt"}


def test_a_home_without_foreign_files_goes_whole(home: ServerHome) -> None:
    home.remove()
    assert not home.folder.exists()
    home.remove()


def test_a_folder_that_somebody_else_made_is_neither_used_nor_removed(tmp_path: Path) -> None:
    theirs = ServerHome(tmp_path / "neo4j")
    (theirs.folder / "data").mkdir(parents=True)
    for act in (theirs.make, theirs.remove):
        with pytest.raises(ForeignFolder, match="left alone; move them, or set CHRONOTOPE_DATA"):
            act()
    assert [path.name for path in theirs.folder.iterdir()] == ["data"]


# --- the record and the process


def test_a_record_reads_as_it_is_written(tmp_path: Path) -> None:
    state = ServerState(12, Ports(7687, 7474), kept=True)
    write_state(tmp_path / "server.json", state)
    assert read_state(tmp_path / "server.json") == state


@pytest.mark.parametrize("content", ["", "{", "[]", '{"pid": 1}', '{"pid": 1, "ports": {"bolt": 1}, "kept": true}'])
def test_a_broken_record_is_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "server.json").write_text(content)
    assert read_state(tmp_path / "server.json") is None


def test_another_process_under_a_recorded_number_is_not_taken_for_neo4j(home: ServerHome) -> None:
    assert not process.runs(os.getpid(), home)
    assert process.find(home) is None


def test_paths_with_blanks_reach_java_whole() -> None:
    arguments = java_arguments([Path("/a folder/one.jar"), Path("/two.jar")], Memory(512, 64))
    assert '"/a folder/one.jar:/two.jar"' in arguments.splitlines()
