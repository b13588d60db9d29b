"""What the local Neo4j refuses, tried on the one of the test run."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from stat import S_IMODE

import httpx
import neo4j
import psutil
import pytest
from neo4j.exceptions import AuthError, ClientError

from graph.database import Database
from graph.local_server import LocalServer
from graph.local_server.home import ServerHome
from graph.settings import DatabaseSettings


@dataclass(frozen=True, slots=True)
class Website:
    """A server on this machine and the paths that it was asked for."""

    port: int
    asked: list[str]


@pytest.fixture
def website() -> Iterator[Website]:
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"secret\n")

        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever).start()
        yield Website(server.server_port, asked)
        server.shutdown()


def load_csv(database: Database, address: str) -> list[str]:
    """What a session that only reads gets from LOAD CSV."""
    with database.driver.session(database=database.name, default_access_mode=neo4j.READ_ACCESS) as session:
        return [
            str(record["row"]) for record in session.run("LOAD CSV FROM $address AS row RETURN row", address=address)
        ]


def test_load_csv_reads_no_file(database: Database, neo4j_settings: DatabaseSettings) -> None:
    home = ServerHome(neo4j_settings.data_folder / "neo4j")
    (home.folder / "import" / "rows.csv").write_text("secret\n")
    for address in (home.login_path.as_uri(), "file:///rows.csv", "file:///../login.json"):
        with pytest.raises(ClientError, match="allow_csv_import_from_file_urls"):
            load_csv(database, address)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]"])
def test_load_csv_asks_no_address(database: Database, website: Website, host: str) -> None:
    with pytest.raises(ClientError, match="cypher_ip_blocklist"):
        load_csv(database, f"http://{host}:{website.port}/rows.csv")
    assert website.asked == []
    httpx.get(f"http://127.0.0.1:{website.port}/rows.csv")
    assert website.asked == ["/rows.csv"]


@pytest.mark.parametrize("auth", [None, ("neo4j", "neo4j"), ("neo4j", "guessed-password")])
def test_nobody_gets_in_without_the_login(neo4j_server: LocalServer, auth: tuple[str, str] | None) -> None:
    with neo4j.GraphDatabase.driver(neo4j_server.uri, auth=auth) as driver, pytest.raises((AuthError, ClientError)):
        driver.execute_query("RETURN 1")


def test_http_needs_the_login_too(neo4j_server: LocalServer) -> None:
    query = f"http://127.0.0.1:{neo4j_server.ports.http}/db/neo4j/query/v2"
    assert httpx.post(query, json={"statement": "RETURN 1"}).status_code == 401


def test_the_browser_is_served(neo4j_server: LocalServer) -> None:
    page = httpx.get(neo4j_server.browser_url)
    assert page.status_code == 200
    assert "Neo4j Browser" in page.text


def test_it_listens_on_the_loopback_address_alone(neo4j_server: LocalServer) -> None:
    listening = [
        connection.laddr
        for connection in psutil.Process(neo4j_server.pid).net_connections()
        if connection.status == psutil.CONN_LISTEN
    ]
    assert {address.port for address in listening} == {neo4j_server.ports.bolt, neo4j_server.ports.http}
    hosts = [ip_address(address.ip) for address in listening]
    assert all((getattr(host, "ipv4_mapped", None) or host).is_loopback for host in hosts)


def test_the_login_is_its_owners_alone(neo4j_server: LocalServer) -> None:
    assert S_IMODE(neo4j_server.login_path.stat().st_mode) == 0o600
    assert S_IMODE(neo4j_server.login_path.parent.stat().st_mode) == 0o700
    assert neo4j_server.password not in repr(neo4j_server)


def test_the_password_stands_in_no_other_file_and_on_no_command_line(neo4j_server: LocalServer) -> None:
    home = neo4j_server.login_path.parent
    holders = [
        path for path in home.rglob("*") if path.is_file() and neo4j_server.password.encode() in path.read_bytes()
    ]
    assert holders == [neo4j_server.login_path]
    assert neo4j_server.password not in " ".join(psutil.Process(neo4j_server.pid).cmdline())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("dbms.usage_report.enabled", "false"),
        ("client.allow_telemetry", "false"),
        ("dbms.security.auth_enabled", "true"),
        ("server.https.enabled", "false"),
        ("db.memory.transaction.max", "256.00MiB"),
        ("server.memory.heap.max_size", "512.00MiB"),
        ("server.memory.pagecache.size", "64.00MiB"),
    ],
)
def test_neo4j_took_the_setting(database: Database, name: str, value: str) -> None:
    [record] = database.driver.execute_query("SHOW SETTINGS $name YIELD value", name=name).records
    assert record["value"] == value
