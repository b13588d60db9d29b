"""No route without its scope; without keys nobody but this machine, and no page of a stranger."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from serving import serving
from submitting import LinesSubmit

from app.keys import KeysFile, Scope
from app.main import create_app
from app.security import OPEN_PATHS, scope_needed
from app.settings import ExposedHost, check_host
from graph.database import Database

REPORT = {"text": "Ivan Petrenko: It is quiet.", "file": "sent.txt", "published": "2023-02-10"}
PAGE = "https://page.example"


@pytest.fixture
def keys_file(tmp_path: Path) -> KeysFile:
    return KeysFile(tmp_path / "keys.jsonl")


@pytest.fixture
def token_by_name(keys_file: KeysFile) -> dict[str, str]:
    scopes = {
        "reader": [Scope.READ],
        "writer": [Scope.WRITE],
        "judge": [Scope.JUDGE],
        "both": [Scope.READ, Scope.WRITE],
    }
    return {name: keys_file.add(name, held) for name, held in scopes.items()} | {"wrong": "chronotope_wrong"}


@pytest.fixture
def app(reports: Database, keys_file: KeysFile, token_by_name: dict[str, str]) -> FastAPI:
    return create_app(reports, [PAGE], submit=LinesSubmit(reports), keys_file=keys_file)


@pytest.fixture
def client(app: FastAPI) -> Iterator[httpx.Client]:
    with serving(app) as client:
        yield client


def ask(app: FastAPI, method: str, path: str, host: str = "127.0.0.1", **more: Any) -> httpx.Response:
    """One request of a client at `host`."""

    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(app, client=(host, 5000))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost:8000") as client:
            return await client.request(method, path, **more)

    return asyncio.run(asked())


def is_problem(answer: httpx.Response) -> bool:
    return (
        answer.headers["content-type"] == "application/problem+json" and answer.json()["status"] == answer.status_code
    )


def routes() -> list[tuple[str, str]]:
    """Every method and path of the service, ids filled in."""
    schema = create_app(None).openapi()  # type: ignore[arg-type]
    return [
        (method.upper(), path.replace("{", "").replace("}", ""))
        for path, methods in schema["paths"].items()
        for method in methods
        if path not in OPEN_PATHS
    ]


@pytest.mark.parametrize(("method", "path"), routes())
def test_every_route_needs_its_scope(method: str, path: str, app: FastAPI, token_by_name: dict[str, str]) -> None:
    needed = scope_needed(method, path)
    assert needed == (Scope.READ if method == "GET" else Scope.WRITE)
    statuses = {}
    for name in (None, "wrong", "reader", "writer", "judge", "both"):
        headers = {"Authorization": f"Bearer {token_by_name[name]}"} if name else {}
        answer = ask(app, method, path, headers=headers)
        statuses[name] = answer.status_code
        if answer.status_code in (401, 403):
            assert is_problem(answer)
            assert answer.headers["www-authenticate"].startswith('Bearer realm="chronotope"')
    assert (statuses[None], statuses["wrong"], statuses["judge"]) == (401, 401, 403)
    assert statuses["writer" if needed == Scope.READ else "reader"] == 403
    assert statuses["reader" if needed == Scope.READ else "writer"] not in (401, 403)
    assert statuses["both"] not in (401, 403)


@pytest.mark.parametrize("path", ["/nowhere", "/statements/", "/x//statements", "/docs/x", "/health/x"])
@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "BREW"])
def test_what_is_no_route_needs_a_key_too(method: str, path: str, app: FastAPI) -> None:
    assert ask(app, method, path).status_code == 401


@pytest.mark.parametrize(
    "authorization", ["", "Bearer", "Bearer ", "Basic dXNlcjpwYXNz", "{token}", "Bearer {token}x", "bearer  {token} x"]
)
def test_what_is_no_key_opens_nothing(authorization: str, app: FastAPI, token_by_name: dict[str, str]) -> None:
    headers = {"Authorization": authorization.format(token=token_by_name["reader"])}
    assert ask(app, "GET", "/statements", headers=headers).status_code == 401


def test_a_reader_changes_nothing(client: httpx.Client, reports: Database, token_by_name: dict[str, str]) -> None:
    client.headers["Authorization"] = f"Bearer {token_by_name['reader']}"
    before = client.get("/statements").json()
    refused = client.post("/reports", json=REPORT)
    assert (refused.status_code, refused.json()["type"]) == (403, "urn:chronotope:problem:missing-scope")
    assert client.delete(f"/reports/{before['items'][0]['report']['id']}").status_code == 403
    assert client.get("/statements").json() == before


def test_a_removed_key_opens_nothing_any_more(
    client: httpx.Client, keys_file: KeysFile, token_by_name: dict[str, str]
) -> None:
    client.headers["Authorization"] = f"Bearer {token_by_name['reader']}"
    assert client.get("/statements").status_code == 200
    keys_file.remove("reader")
    assert client.get("/statements").status_code == 401


def test_keys_that_cannot_be_read_let_nobody_in(
    client: httpx.Client, keys_file: KeysFile, token_by_name: dict[str, str]
) -> None:
    keys_file.path.write_text("nonsense")
    answer = client.get("/statements", headers={"Authorization": f"Bearer {token_by_name['reader']}"})
    assert answer.status_code == 503
    assert str(keys_file.path) not in answer.text


def test_the_refusal_comes_before_the_body(app: FastAPI) -> None:
    async def body() -> Any:
        raise AssertionError("the body was read")
        yield b""

    answer = ask(app, "POST", "/reports", content=body())
    assert answer.status_code == 401


def test_with_keys_any_machine_and_any_name_is_answered(app: FastAPI, token_by_name: dict[str, str]) -> None:
    headers = {"Authorization": f"Bearer {token_by_name['reader']}", "Host": "reports.example"}
    assert ask(app, "GET", "/statements", "203.0.113.7", headers=headers).status_code == 200
    assert ask(app, "GET", "/health", "203.0.113.7").status_code == 200


def test_a_page_that_the_settings_name_may_ask_and_sees_what_went_wrong(app: FastAPI) -> None:
    preflight = {
        "Origin": PAGE,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization",
    }
    assert ask(app, "OPTIONS", "/reports", headers=preflight).headers["access-control-allow-origin"] == PAGE
    assert ask(app, "GET", "/statements", headers={"Origin": PAGE}).headers["access-control-allow-origin"] == PAGE
    stranger = ask(app, "GET", "/statements", headers={"Origin": "https://stranger.example"})
    assert "access-control-allow-origin" not in stranger.headers


class TestWithoutKeys:
    @pytest.fixture
    def app(self, reports: Database) -> FastAPI:
        return create_app(reports, [PAGE], submit=LinesSubmit(reports))

    @pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "::1"])
    def test_this_machine_reads_and_writes(self, host: str, app: FastAPI) -> None:
        assert ask(app, "GET", "/statements", host).status_code == 200
        assert ask(app, "POST", "/reports", host, json=REPORT).status_code == 201

    @pytest.mark.parametrize("host", ["203.0.113.7", "10.0.0.1", "2001:db8::1", "0.0.0.0", "nonsense"])
    @pytest.mark.parametrize("path", ["/statements", "/health", "/openapi.json"])
    def test_other_machines_do_not(self, host: str, path: str, app: FastAPI) -> None:
        answer = ask(app, "GET", path, host)
        assert (answer.status_code, is_problem(answer)) == (403, True)

    @pytest.mark.parametrize(
        ("host", "status"),
        [
            ("localhost", 200),
            ("LOCALHOST:8000", 200),
            ("127.0.0.1:8000", 200),
            ("[::1]:8000", 200),
            ("rebound.example:8000", 403),
            ("localhost.rebound.example", 403),
            ("127.0.0.1.rebound.example:8000", 403),
            ("", 403),
        ],
    )
    def test_a_foreign_name_that_points_here_is_not_answered(self, host: str, status: int, app: FastAPI) -> None:
        assert ask(app, "GET", "/statements", headers={"Host": host}).status_code == status

    @pytest.mark.parametrize(
        ("headers", "status"),
        [
            ({}, 201),
            ({"Origin": "http://localhost:8000", "Sec-Fetch-Site": "same-origin"}, 201),
            ({"Sec-Fetch-Site": "none"}, 201),
            ({"Origin": PAGE, "Sec-Fetch-Site": "cross-site"}, 201),
            ({"Origin": "https://stranger.example", "Sec-Fetch-Site": "cross-site"}, 403),
            ({"Origin": "https://stranger.example"}, 403),
            ({"Origin": "http://localhost:9000", "Sec-Fetch-Site": "same-site"}, 403),
            ({"Origin": "null"}, 403),
            ({"Sec-Fetch-Site": "cross-site"}, 403),
        ],
    )
    def test_a_page_of_a_stranger_does_not_write(self, headers: dict[str, str], status: int, app: FastAPI) -> None:
        assert ask(app, "POST", "/reports", json=REPORT, headers=headers).status_code == status
        assert ask(app, "GET", "/statements", headers=headers).status_code == 200


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "reports.example"])
def test_another_address_is_listened_on_with_keys_alone(host: str) -> None:
    assert check_host(host, with_keys=True) == host
    with pytest.raises(ExposedHost, match="CHRONOTOPE_KEYS_FILE"):
        check_host(host, with_keys=False)
    assert check_host("127.0.0.1", with_keys=False) == "127.0.0.1"


def test_no_answer_is_taken_for_a_page(client: httpx.Client) -> None:
    for path in ("/health", "/statements", "/openapi.json", "/nowhere"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
    docs = client.get("/docs").headers
    assert docs["x-frame-options"] == "DENY"
    assert "default-src 'self'" in docs["content-security-policy"]
