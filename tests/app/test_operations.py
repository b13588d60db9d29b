"""The service says whether it runs and whether it can answer, and survives a database that is away."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from batches import Said, batch
from neo4j import GraphDatabase, ManagedTransaction, Result
from serving import serving

from app.main import create_app
from graph import queries
from graph.database import Database
from graph.local_server import LocalServer
from graph.migrations import migrate
from graph.queries import run
from graph.writer import Writer

NOW = "2023-02-11T00:00:00+00:00"


class Relay:
    """A way to Neo4j that can be cut and mended: the database goes away and comes back."""

    def __init__(self, target_port: int) -> None:
        self._target_port = target_port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._open = True
        self._pairs: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        self._open = False
        for each in self._pairs:
            each.close()
        self._pairs.clear()

    def mend(self) -> None:
        self._open = True

    def close(self) -> None:
        self.cut()
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            if not self._open:
                near.close()
                continue
            far = socket.create_connection(("127.0.0.1", self._target_port))
            self._pairs += [near, far]
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=self._pump, args=(one, other), daemon=True).start()

    @staticmethod
    def _pump(one: socket.socket, other: socket.socket) -> None:
        try:
            while data := one.recv(65_536):
                other.sendall(data)
        except OSError:
            pass
        finally:
            for each in (one, other):
                with contextlib.suppress(OSError):
                    each.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def relay(neo4j_server: LocalServer) -> Iterator[Relay]:
    relay = Relay(int(neo4j_server.uri.rpartition(":")[2]))
    yield relay
    relay.close()


def test_it_runs_and_can_answer(client: httpx.Client) -> None:
    assert client.get("/health").json()["status"] == "ok"
    assert client.get("/ready").json() == {"status": "ready"}


@pytest.mark.parametrize("empty", [True, False])
def test_the_main_questions_are_asked_before_it_is_ready(
    empty: bool, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not empty:
        migrate(database.driver, database.name)
        Writer(database.driver, database.name).load(batch("one.txt", [Said("Ann Lee", "Yes.")]), NOW)
    asked: list[str] = []

    def recorded(runner: ManagedTransaction, name: str, /, **parameters: Any) -> Result:
        asked.append(name)
        return run(runner, name, **parameters)

    monkeypatch.setattr(queries, "run", recorded)
    with serving(create_app(database)) as client:
        assert client.get("/health").status_code == 200
        assert not asked
        assert client.get("/ready").json() == {"status": "ready"}
        assert {
            "statements/page", "statements/page_about", "statements/page_about_by_speaker", "statements/page_by_speaker",
            "events/page", "events/page_at", "events/page_of_actor", "names/find", "search/hits",
        } <= set(asked)  # fmt: skip
        asked.clear()
        assert client.get("/ready").status_code == 200
        assert asked == ["operations/ping"]


def test_a_service_that_starts_without_its_database_runs_and_is_ready_later(
    relay: Relay, neo4j_server: LocalServer, reports: Database
) -> None:
    relay.cut()
    driver = GraphDatabase.driver(
        f"bolt://127.0.0.1:{relay.port}",
        auth=(neo4j_server.username, neo4j_server.password),
        connection_acquisition_timeout=2,
        max_transaction_retry_time=1,
    )
    app = create_app(Database(driver, reports.name, None))
    app.state.readiness.begin()
    with driver, serving(app) as client:
        assert client.get("/health").status_code == 200
        assert client.get("/ready").status_code == 503
        relay.mend()
        assert client.get("/ready").status_code == 200


def test_a_database_that_is_away_is_503_until_it_is_back(
    relay: Relay, neo4j_server: LocalServer, reports: Database
) -> None:
    driver = GraphDatabase.driver(
        f"bolt://127.0.0.1:{relay.port}",
        auth=(neo4j_server.username, neo4j_server.password),
        connection_acquisition_timeout=2,
        max_transaction_retry_time=1,
    )
    with driver, serving(create_app(Database(driver, reports.name, None))) as client:
        assert client.get("/statements").status_code == 200
        relay.cut()
        for route in ("/statements", "/ready", "/statements/x"):
            away = client.get(route)
            assert (away.status_code, away.headers["content-type"]) == (503, "application/problem+json")
            assert "recovers" in away.json()["detail"]
        assert client.get("/health").status_code == 200
        relay.mend()
        assert client.get("/ready").status_code == 200
        assert client.get("/statements").json()["items"]
