"""`chronotope withdraw`: by id, file name or address, and a sentence of what went."""

from __future__ import annotations

import pytest
from batches import Said, batch
from typer.testing import CliRunner

from app.cli import cli
from graph.database import Database
from graph.errors import UnknownReport
from graph.ids import erased_report_id
from graph.local_server import LocalServer
from graph.settings import DatabaseSettings
from graph.writer import Writer

NOW = "2023-02-11T00:00:00+00:00"
run = CliRunner().invoke


@pytest.fixture(autouse=True)
def _environment(neo4j_server: LocalServer, neo4j_settings: DatabaseSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHRONOTOPE_DATA", str(neo4j_settings.data_folder))
    for name in ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE"):
        monkeypatch.delenv(name, raising=False)


def test_a_report_is_withdrawn_and_then_erased(database: Database) -> None:
    loaded = batch("one.txt", [Said("Ann Lee", "Yes.")])
    Writer(database.driver, database.name).load(loaded, NOW)
    withdrawn = run(cli, ["withdraw", "one.txt"])
    assert withdrawn.exit_code == 0, withdrawn.output
    assert withdrawn.output.startswith(f"{loaded.report.id} is withdrawn; ")
    assert "--restore" in withdrawn.output
    assert "nothing changed" in run(cli, ["withdraw", loaded.report.id]).output
    erased = run(cli, ["withdraw", "one.txt", "--erase"])
    assert erased_report_id(loaded.report.id) in erased.output
    assert "nothing changed" in run(cli, ["withdraw", loaded.report.id, "--erase"]).output


def test_an_unknown_report_is_a_sentence_with_what_is_there(database: Database) -> None:
    Writer(database.driver, database.name).load(batch("one.txt", [Said("Ann Lee", "Yes.")]), NOW)
    result = run(cli, ["withdraw", "on.txt"])
    assert isinstance(result.exception, UnknownReport)
    assert "one.txt" in str(result.exception)
