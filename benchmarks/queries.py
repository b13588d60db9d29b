"""The main query over HTTP beside the same Cypher, names looked up too, through the driver, as the statements about one hub town grow."""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from benchmarks.synthetic import HUB, fill, hub_speaker
from graph.database import Database
from graph.repositories.names import NamesRepository
from graph.repositories.statements import StatementQuery, StatementsRepository
from graph.timespan import parse_edtf

SIZES = (10_000, 100_000, 1_000_000)
REPEATS = 60
WARM_UP = 10
START_TIMEOUT_SECONDS = 120
PERIODS = {"a day": "2023-05-05", "a month": "2023-05", "a year": "2023"}
PAGE_NUMBERS = (1, 20)
PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds of one question at one size, and the rows that it answers, over HTTP and through the driver, interleaved."""

    statements: int
    question: str
    rows: int
    http_p50: float
    http_p95: float
    driver_p50: float
    driver_p95: float


def measure(database: Database, data_folder: Path, sizes: tuple[int, ...] = SIZES) -> Iterator[Latency]:
    """Latencies at each size; the graph, of the local server in `data_folder`, must be empty but for its schema."""
    already = 0
    with _serving(data_folder) as client:
        repository = StatementsRepository(database.driver, database.name)
        names = NamesRepository(database.driver, database.name)
        for size in sizes:
            fill(database.driver, database.name, size, already)
            already = size
            for period, edtf in PERIODS.items():
                for speaker in (None, hub_speaker()):
                    for page in PAGE_NUMBERS:
                        yield _latency(client, repository, names, size, period, edtf, speaker, page)


def _latency(
    client: httpx.Client,
    repository: StatementsRepository,
    names: NamesRepository,
    size: int,
    period: str,
    edtf: str,
    speaker: str | None,
    page: int,
) -> Latency:
    query = StatementQuery(
        about=((HUB,),), speakers=(speaker,) if speaker else (), asked=parse_edtf(edtf), limit=PAGE_SIZE
    )
    cursor = None
    for _ in range(page - 1):
        cursor = repository.page(_at(query, cursor)).next or cursor
    parameters = {"about": HUB, "when": edtf, "limit": str(PAGE_SIZE), "within": "false"}
    parameters |= {"speaker": speaker} if speaker else {}
    parameters |= {"cursor": cursor} if cursor else {}

    def over_http() -> object:
        return client.get("/statements", params=parameters).raise_for_status()

    def through_driver() -> object:
        names.resolve("about", HUB, "about")
        if speaker:
            names.resolve("speaker", speaker, "speaker")
        return repository.page(_at(query, cursor))

    http_ms, driver_ms = _interleaved(over_http, through_driver)
    question = f"{period}{', one speaker' if speaker else ''}, page {page}"
    rows = len(repository.page(_at(query, cursor)).items)
    return Latency(size, question, rows, *_percentiles(http_ms), *_percentiles(driver_ms))


def _at(query: StatementQuery, cursor: str | None) -> StatementQuery:
    return StatementQuery(
        about=query.about, speakers=query.speakers, asked=query.asked, limit=query.limit, cursor=cursor
    )


def _interleaved(one: Callable[[], object], other: Callable[[], object]) -> tuple[list[float], list[float]]:
    found: tuple[list[float], list[float]] = ([], [])
    for number in range(WARM_UP + REPEATS):
        for call, milliseconds in ((one, found[0]), (other, found[1])):
            started = time.perf_counter()
            call()
            if number >= WARM_UP:
                milliseconds.append((time.perf_counter() - started) * 1000)
    return found


def _percentiles(milliseconds: list[float]) -> tuple[float, float]:
    return statistics.median(milliseconds), statistics.quantiles(milliseconds, n=20)[18]


@contextmanager
def _serving(data_folder: Path) -> Iterator[httpx.Client]:
    """A client of the service in a process of its own, as it runs for its users, on the Neo4j of `data_folder`."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {**os.environ, "CHRONOTOPE_DATA": str(data_folder)}
    environment.pop("NEO4J_URI", None)
    command = [sys.executable, "-m", "app", "serve", "--port", str(port)]
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=120) as client:
            _wait_until_ready(client, server)
            yield client
    finally:
        server.terminate()
        server.wait()


def _wait_until_ready(client: httpx.Client, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_TIMEOUT_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        try:
            if client.get("/ready").is_success:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.2)
    raise TimeoutError(f"the service was not ready within {START_TIMEOUT_SECONDS} s")
