"""The main query over HTTP beside the same Cypher through the bare driver, as the statements about one hub town grow."""

from __future__ import annotations

import statistics
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpx
import uvicorn

from app.main import create_app
from benchmarks.synthetic import HUB, fill, hub_speaker
from graph.database import Database
from graph.repositories.statements import StatementQuery, StatementsRepository
from graph.timespan import parse_edtf

SIZES = (10_000, 100_000, 1_000_000)
REPEATS = 60
WARM_UP = 10
PERIODS = {"a day": "2023-05-05", "a month": "2023-05", "a year": "2023"}
PAGE_NUMBERS = (1, 20)
PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds of one question at one size, over HTTP and through the driver, interleaved."""

    statements: int
    question: str
    http_p50: float
    http_p95: float
    driver_p50: float
    driver_p95: float


def measure(database: Database, sizes: tuple[int, ...] = SIZES) -> Iterator[Latency]:
    """Latencies at each size; the graph must be empty but for its schema."""
    already = 0
    with _serving(database) as client:
        repository = StatementsRepository(database.driver, database.name)
        for size in sizes:
            fill(database.driver, database.name, size, already)
            already = size
            for period, edtf in PERIODS.items():
                for speaker in (None, hub_speaker()):
                    for page in PAGE_NUMBERS:
                        yield _latency(client, repository, size, period, edtf, speaker, page)


def _latency(
    client: httpx.Client,
    repository: StatementsRepository,
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
        return repository.page(_at(query, cursor))

    http_ms, driver_ms = _interleaved(over_http, through_driver)
    question = f"{period}{', one speaker' if speaker else ''}, page {page}"
    return Latency(size, question, *_percentiles(http_ms), *_percentiles(driver_ms))


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
def _serving(database: Database) -> Iterator[httpx.Client]:
    server = uvicorn.Server(uvicorn.Config(create_app(database), host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=120) as client:
        yield client
    server.should_exit = True
    thread.join()
