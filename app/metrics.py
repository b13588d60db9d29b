"""What Prometheus scrapes: requests by route and status, how long they took, and whether the database answers."""

from __future__ import annotations

import time

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Where no route was reached (none of that path, refused before): one label, or anybody could make new ones without end.
NO_ROUTE = "none"
METHODS = frozenset({"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"})
# From an answer out of memory to a report that is read.
DURATION_BUCKETS_SECONDS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


class Metrics:
    """The counts of one app, apart from those of any other in the process."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "chronotope_requests", "Requests answered", ["method", "route", "status"], registry=self.registry
        )
        self.duration_seconds = Histogram(
            "chronotope_request_duration_seconds", "Time to the end of the answer", ["method", "route"],
            buckets=DURATION_BUCKETS_SECONDS, registry=self.registry,
        )  # fmt: skip
        self.database_up = Gauge("chronotope_database_up", "Whether Neo4j answers", registry=self.registry)

    def text(self, *, database_up: bool) -> bytes:
        """The text that is scraped."""
        self.database_up.set(database_up)
        return generate_latest(self.registry)


class Measured:
    """Counts what the app answers."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status = 500  # what an error becomes that nobody below has made an answer of
        started = time.perf_counter()

        async def send_noting_status(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, send_noting_status)
        finally:
            method = scope["method"] if scope["method"] in METHODS else "other"
            route = getattr(scope.get("route"), "path", NO_ROUTE)
            self._metrics.requests.labels(method, route, str(status)).inc()
            self._metrics.duration_seconds.labels(method, route).observe(time.perf_counter() - started)
