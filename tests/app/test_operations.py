"""The service says whether it runs and whether it can answer, and survives a database that is away."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator

import httpx
import pytest
from neo4j import GraphDatabase
from serving import serving

from app.main import create_app
from graph.database import Database
from graph.local_server import LocalServer


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
