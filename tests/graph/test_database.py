"""The database of the settings: the local server, or the one of NEO4J_URI, which is never started for the user."""

from __future__ import annotations

import time

import pytest

from graph.database import Database, DatabaseUnavailable, open_database
from graph.local_server import LocalServer
from graph.local_server.ports import free_port
from graph.settings import DatabaseSettings


def test_a_query_runs_on_the_local_server(database: Database) -> None:
    records, summary, _ = database.driver.execute_query("RETURN 1 AS one", database_=database.name)
    assert [record["one"] for record in records] == [1]
    assert summary.database == "neo4j"
    assert database.browser_url is not None


def test_the_server_of_neo4j_uri_is_used_as_it_is(neo4j_server: LocalServer) -> None:
    settings = DatabaseSettings(
        _env_file=None, uri=neo4j_server.uri, username=neo4j_server.username, password=neo4j_server.password
    )
    with open_database(settings) as opened:
        assert opened.driver.execute_query("RETURN 1 AS one").records[0]["one"] == 1
        assert opened.browser_url is None


def test_without_a_password_the_server_lets_nobody_in(neo4j_server: LocalServer) -> None:
    for password in (None, "guessed"):
        settings = DatabaseSettings(_env_file=None, uri=neo4j_server.uri, password=password)
        with (
            pytest.raises(DatabaseUnavailable, match="refuses the login; check NEO4J_USERNAME"),
            open_database(settings),
        ):
            pass


def test_a_database_that_is_not_there(neo4j_server: LocalServer) -> None:
    settings = DatabaseSettings(
        _env_file=None, uri=neo4j_server.uri, password=neo4j_server.password, database="nowhere"
    )
    with pytest.raises(DatabaseUnavailable, match="check NEO4J_DATABASE"), open_database(settings):
        pass


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_an_absent_server_is_an_answer_within_seconds(scheme: str) -> None:
    uri = f"{scheme}://127.0.0.1:{free_port()}"
    begin = time.monotonic()
    with pytest.raises(DatabaseUnavailable, match="does not answer"), open_database(DatabaseSettings(uri=uri)):
        pass
    assert time.monotonic() - begin < 10


def test_an_absent_server_may_come_back_later() -> None:
    uri = f"bolt://127.0.0.1:{free_port()}"
    with open_database(DatabaseSettings(uri=uri), check=False) as opened:
        assert opened.name is None


@pytest.mark.parametrize("uri", ["localhost:7687", "http://127.0.0.1:7474"])
def test_an_address_that_is_none(uri: str) -> None:
    with pytest.raises(DatabaseUnavailable, match="bolt://host:7687"), open_database(DatabaseSettings(uri=uri)):
        pass
