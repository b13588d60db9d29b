"""Neo4j's jars come whole and as pinned, or not at all."""

from __future__ import annotations

import hashlib
import socket
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import requests

from graph.local_server import jars
from graph.local_server.errors import FolderUnusable, JarMismatch, JarsUnavailable
from graph.local_server.jars import fetch_jars, jar_folder, sha256_of
from graph.local_server.pins import Pin, parse_pin, read_pins

CONTENT = b"a jar"


def a_pin(artifact: str = "tiny", content: bytes = CONTENT) -> Pin:
    return Pin("org.example", artifact, "1.0", "", hashlib.sha256(content).hexdigest())


def deliver(pin: Pin, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / pin.file_name
    path.write_bytes(CONTENT)
    return path


def fail(pin: Pin, folder: Path) -> Path:
    raise AssertionError(f"{pin.file_name} was fetched again")


def no_network(pin: Pin, folder: Path) -> Path:
    raise requests.ConnectionError from socket.gaierror(-2, "Name or service not known")


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jars, "DOWNLOAD_ATTEMPTS", 1)


def test_the_pinned_list_names_each_file_once() -> None:
    pins = read_pins()
    names = [pin.file_name for pin in pins]
    assert len(set(names)) == len(names)
    assert {"neo4j-5.26.30.jar", "neo4j-server-5.26.30.jar", "neo4j-browser-5.24.0.jar"} <= set(names)
    assert all(len(bytes.fromhex(pin.sha256)) == 32 for pin in pins)


@pytest.mark.parametrize(
    ("line", "file_name"),
    [
        ("org.example:tiny:1.0 00ff", "tiny-1.0.jar"),
        ("org.example:tiny:1.0:linux-x86_64 00ff", "tiny-1.0-linux-x86_64.jar"),
    ],
)
def test_a_pin_reads_as_it_is_written(line: str, file_name: str) -> None:
    assert parse_pin(line).file_name == file_name
    assert parse_pin(line).line == line


def test_jars_are_fetched_once(tmp_path: Path) -> None:
    pins = [a_pin("one"), a_pin("two")]
    told: list[tuple[int, int]] = []
    paths = fetch_jars(tmp_path, pins, deliver, progress=lambda done, total: told.append((done, total)))
    assert [path.read_bytes() for path in paths] == [CONTENT, CONTENT]
    assert told == [(1, 2), (2, 2)]
    assert fetch_jars(tmp_path, pins, fail) == paths
    assert sorted(path.name for path in jar_folder(tmp_path).iterdir()) == ["one-1.0.jar", "two-1.0.jar"]


def test_only_what_is_missing_is_fetched(tmp_path: Path) -> None:
    fetch_jars(tmp_path, [a_pin("one")], deliver)
    fetched: list[str] = []

    def deliver_and_note(pin: Pin, folder: Path) -> Path:
        fetched.append(pin.artifact)
        return deliver(pin, folder)

    fetch_jars(tmp_path, [a_pin("one"), a_pin("two")], deliver_and_note)
    assert fetched == ["two"]


def test_a_fetched_jar_with_another_hash_is_thrown_away(tmp_path: Path) -> None:
    pin = a_pin(content=b"what was pinned")
    with pytest.raises(JarMismatch) as raised:
        fetch_jars(tmp_path, [pin], deliver)
    assert "tiny-1.0.jar that was fetched is not the file that is pinned" in str(raised.value)
    assert "check which repositories jgo is set to use and run `python -m graph.local_server` again" in str(
        raised.value
    )
    assert list(jar_folder(tmp_path).iterdir()) == []


def test_a_jar_that_was_changed_in_the_cache_is_named(tmp_path: Path) -> None:
    [path] = fetch_jars(tmp_path, [a_pin()], deliver)
    path.write_bytes(b"something else")
    with pytest.raises(JarMismatch) as raised:
        fetch_jars(tmp_path, [a_pin()], fail)
    assert str(raised.value).startswith(f"{path} is not the file that is pinned (SHA-256 {sha256_of(path)}")
    assert str(raised.value).endswith("delete it and run `python -m graph.local_server` to fetch it again")


def test_without_a_network_the_sentence_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(JarsUnavailable) as raised:
        fetch_jars(tmp_path, [a_pin("one"), a_pin("two")], no_network)
    assert raised.value.missing == 2
    assert str(raised.value) == (
        f"2 of Neo4j's jars are not in {tmp_path} and could not be fetched ([Errno -2] Name or service not known); "
        "connect to the network and run `python -m graph.local_server`, "
        "or set CHRONOTOPE_CACHE to a folder that holds them, or NEO4J_URI to a server of your own"
    )


def test_what_a_killed_fetch_left_is_removed(tmp_path: Path) -> None:
    leftover = jar_folder(tmp_path) / "fetching-abc" / "1"
    leftover.mkdir(parents=True)
    (leftover / "half.jar").write_bytes(b"hal")
    fetch_jars(tmp_path, [a_pin()], deliver)
    assert [path.name for path in jar_folder(tmp_path).iterdir()] == ["tiny-1.0.jar"]


def test_a_cache_that_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file")
    with pytest.raises(FolderUnusable, match=r"cannot be written to .* set CHRONOTOPE_DATA and CHRONOTOPE_CACHE"):
        fetch_jars(tmp_path / "cache", [a_pin()], deliver)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A Maven repository on this machine, the one that jgo is set to use; no program is on the PATH."""
    folder = tmp_path / "repository"
    folder.mkdir()

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments, directory=str(folder))

        def log_message(self, *arguments: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever).start()
        configuration = tmp_path / "jgo.conf"
        configuration.write_text(f"[repositories]\ncentral = http://127.0.0.1:{server.server_port}\n")
        monkeypatch.setenv("JGO_CONFIG_FILE", str(configuration))
        monkeypatch.setenv("PATH", "")
        yield folder
        server.shutdown()


def test_jgo_needs_neither_java_nor_mvn_and_heeds_its_own_settings(repository: Path, tmp_path: Path) -> None:
    published = repository / "org" / "example" / "tiny" / "1.0" / "tiny-1.0.jar"
    published.parent.mkdir(parents=True)
    published.write_bytes(CONTENT)
    [path] = fetch_jars(tmp_path / "cache", [a_pin()])
    assert path.read_bytes() == CONTENT


def test_a_repository_without_the_jar(repository: Path, tmp_path: Path) -> None:
    with pytest.raises(JarsUnavailable, match="1 of Neo4j's jars are not in"):
        fetch_jars(tmp_path / "cache", [a_pin()])
