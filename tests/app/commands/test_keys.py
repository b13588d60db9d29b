"""`chronotope keys`: made, listed, removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.commands.keys import NoKeysFile, keys_app
from app.keys import KeysFile, Scope

run = CliRunner().invoke


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)  # no .env there
    monkeypatch.setenv("CHRONOTOPE_KEYS_FILE", str(tmp_path / "keys.jsonl"))
    return tmp_path / "keys.jsonl"


def test_a_key_is_printed_once(path: Path) -> None:
    added = run(keys_app, ["add", "desk", "--scope", "read", "--scope", "write"])
    assert added.exit_code == 0
    token = added.output.strip()
    holder = KeysFile(path).holder_of(token)
    assert holder is not None
    assert holder.scopes == {Scope.READ, Scope.WRITE}
    listed = run(keys_app, ["list"])
    assert "desk" in listed.output
    assert "read write" in listed.output
    assert token not in listed.output


def test_a_key_without_a_scope_or_with_an_unknown_one_is_not_made(path: Path) -> None:
    assert run(keys_app, ["add", "desk"]).exit_code == 2
    refused = run(keys_app, ["add", "desk", "--scope", "everything"])
    assert refused.exit_code == 2
    assert "judge" in refused.output
    assert not path.exists()


def test_a_removed_key_is_gone(path: Path) -> None:
    token = run(keys_app, ["add", "desk", "--scope", "read"]).output.strip()
    assert run(keys_app, ["remove", "desk"]).exit_code == 0
    assert KeysFile(path).holder_of(token) is None


def test_without_a_place_for_them_there_are_no_keys(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHRONOTOPE_KEYS_FILE", "")
    for arguments in (["add", "desk", "--scope", "read"], ["list"], ["remove", "desk"]):
        result = run(keys_app, arguments)
        assert isinstance(result.exception, NoKeysFile)
        assert "CHRONOTOPE_KEYS_FILE" in str(result.exception)
