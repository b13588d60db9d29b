"""What is too large is refused: by its own word at once, without it while it is read."""

from __future__ import annotations

import asyncio
import http.client
from collections.abc import AsyncIterator, Iterator

import httpx
import pytest
from serving import serving
from submitting import LinesSubmit

from app.limits import MAX_ADDRESS_BYTES, MAX_BODY_BYTES
from app.main import create_app
from graph.database import Database

PIECE = b"x" * 100_000
JSON = {"Content-Type": "application/json"}


@pytest.fixture
def client(reports: Database) -> Iterator[httpx.Client]:
    with serving(create_app(reports, submit=LinesSubmit(reports))) as client:
        yield client


def of_bytes(size: int) -> bytes:
    """A report whose body has this many bytes."""
    start, end = b'{"text": "Ivan Petrenko: It is quiet', b'."}'
    return start + b"!" * (size - len(start) - len(end)) + end


def test_the_largest_report_is_read(client: httpx.Client) -> None:
    answer = client.post("/reports", content=of_bytes(MAX_BODY_BYTES), headers=JSON)
    assert answer.status_code == 201


def test_a_larger_one_is_refused(client: httpx.Client) -> None:
    answer = client.post("/reports", content=of_bytes(MAX_BODY_BYTES + 1), headers=JSON)
    assert (answer.status_code, answer.headers["content-type"]) == (413, "application/problem+json")
    assert answer.json()["type"] == "urn:chronotope:problem:too-large"
    assert "10 MB" in answer.json()["detail"]


@pytest.mark.parametrize("length", ["10000001", "9" * 15])
def test_a_length_over_the_limit_is_refused_before_the_body_is_sent(length: str, client: httpx.Client) -> None:
    connection = http.client.HTTPConnection(client.base_url.host, client.base_url.port, timeout=10)
    connection.putrequest("POST", "/reports")
    connection.putheader("Content-Type", "application/json")
    connection.putheader("Content-Length", length)
    connection.endheaders()
    assert connection.getresponse().status == 413
    connection.close()


def test_a_body_without_a_length_is_refused(client: httpx.Client) -> None:
    pieces = (PIECE for _ in range(2 * MAX_BODY_BYTES // len(PIECE)))
    answer = client.post("/reports", content=pieces, headers=JSON)
    assert (answer.status_code, answer.headers["content-type"]) == (413, "application/problem+json")
    assert answer.json()["type"] == "urn:chronotope:problem:too-large"


def test_no_more_than_the_limit_is_read_of_it(reports: Database) -> None:
    read_bytes = 0

    async def pieces() -> AsyncIterator[bytes]:
        nonlocal read_bytes
        while True:
            read_bytes += len(PIECE)
            yield PIECE

    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(create_app(reports, submit=LinesSubmit(reports)))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.post("/reports", content=pieces(), headers=JSON)

    assert asyncio.run(asked()).status_code == 413
    assert read_bytes <= MAX_BODY_BYTES + 2 * len(PIECE)


def test_a_body_without_a_length_under_the_limit_is_read(client: httpx.Client) -> None:
    pieces = iter([b'{"text": "Ivan Petrenko: ', b'It is quiet."}'])
    assert client.post("/reports", content=pieces, headers=JSON).status_code == 201


@pytest.mark.parametrize("method", ["GET", "DELETE"])
def test_every_route_has_the_limit(method: str, client: httpx.Client) -> None:
    answer = client.request(method, "/reports/x", content=PIECE * 101, headers=JSON)
    assert answer.status_code == 413


def test_a_long_address_is_refused(client: httpx.Client) -> None:
    assert client.get("/statements", params={"q": "x" * 200}).status_code == 200
    for path in ("/statements?q=" + "x" * MAX_ADDRESS_BYTES, "/" + "x" * MAX_ADDRESS_BYTES):
        answer = client.get(path)
        assert (answer.status_code, answer.headers["content-type"]) == (414, "application/problem+json")
