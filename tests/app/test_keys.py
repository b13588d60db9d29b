"""Keys are kept as hashes, shown once, and count from the next request on."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from app.keys import KeyNameTaken, KeysFile, KeysFileError, Scope, UnknownKey, hash_of


@pytest.fixture
def keys_file(tmp_path: Path) -> KeysFile:
    return KeysFile(tmp_path / "folder" / "keys.jsonl")


def test_a_token_is_known_by_its_hash_alone(keys_file: KeysFile) -> None:
    token = keys_file.add("desk", [Scope.WRITE, Scope.READ])
    assert re.fullmatch(r"chronotope_[\w-]{43}", token)
    assert token not in keys_file.path.read_text()
    assert json.loads(keys_file.path.read_text()) == {
        "name": "desk",
        "scopes": ["read", "write"],
        "hash": hash_of(token),
    }
    assert keys_file.path.stat().st_mode & 0o777 == 0o600
    holder = keys_file.holder_of(token)
    assert holder is not None
    assert (holder.name, holder.scopes) == ("desk", {Scope.READ, Scope.WRITE})


@pytest.mark.parametrize("token", ["", "chronotope_", "sha256:", "Ωmega", "\ud800"])
def test_another_token_opens_nothing(token: str, keys_file: KeysFile) -> None:
    keys_file.add("desk", [Scope.READ])
    assert keys_file.holder_of(token) is None
    assert keys_file.holder_of(keys_file.read()[0].hash) is None


def test_a_file_that_changes_is_read_again(keys_file: KeysFile) -> None:
    first, elsewhere = keys_file.add("one", [Scope.READ]), KeysFile(keys_file.path)
    second = keys_file.add("two", [Scope.READ])
    assert [elsewhere.holder_of(token) is not None for token in (first, second)] == [True, True]
    keys_file.remove("one")
    assert [elsewhere.holder_of(token) is not None for token in (first, second)] == [False, True]
    keys_file.path.write_text("")
    assert elsewhere.holder_of(second) is None


def test_names_are_told_apart(keys_file: KeysFile) -> None:
    keys_file.add("desk", [Scope.READ])
    with pytest.raises(KeyNameTaken, match="'desk' already"):
        keys_file.add("desk", [Scope.WRITE])
    with pytest.raises(UnknownKey, match="'dusk'; there is desk"):
        keys_file.remove("dusk")


LINE = '{"name": "desk", "scopes": ["read"], "hash": "sha256:' + 64 * "0" + '"}\n'


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("nonsense\n", "line 1 is no key"),
        (LINE + "\n" + LINE.replace("read", "everything").replace("desk", "d"), "line 3 is no key.*read"),
        (LINE.replace("sha256:", ""), "hash"),
        (LINE.replace("desk", ""), "name"),
        (LINE.replace('"name"', '"owner": "x", "name"'), "owner"),
        (LINE + LINE, "line 2 is a second key named 'desk'"),
    ],
)
def test_a_file_with_a_line_that_is_no_key_lets_nobody_in(text: str, reason: str, keys_file: KeysFile) -> None:
    keys_file.path.parent.mkdir()
    keys_file.path.write_text(text)
    with pytest.raises(KeysFileError, match=reason):
        keys_file.read()


def test_a_file_that_is_not_there_lets_nobody_in(keys_file: KeysFile) -> None:
    with pytest.raises(KeysFileError, match="chronotope keys add"):
        keys_file.holder_of("x")
