"""What Prometheus is told: requests by route and never by address, times, and whether the database answers."""

from __future__ import annotations

import httpx
from neo4j import GraphDatabase
from prometheus_client.parser import text_string_to_metric_families
from serving import serving

from app.main import create_app
from graph.database import Database


def samples(client: httpx.Client) -> dict[tuple[str, str, str], float]:
    """(name, route, status) to value."""
    answer = client.get("/metrics")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain; version=")
    return {
        (sample.name, sample.labels.get("route", ""), sample.labels.get("status", "")): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
        if "le" not in sample.labels
    }


def test_requests_are_counted_by_route_and_status(client: httpx.Client) -> None:
    for path in ("/statements", "/statements?limit=0", "/statements/one", "/statements/two", "/nowhere", "/no/where"):
        client.get(path)
    found = samples(client)
    assert found["chronotope_requests_total", "/statements", "200"] == 1
    assert found["chronotope_requests_total", "/statements", "422"] == 1
    assert found["chronotope_requests_total", "/statements/{statement_id}", "404"] == 2
    assert found["chronotope_requests_total", "none", "404"] == 2
    assert found["chronotope_request_duration_seconds_count", "/statements", ""] == 2
    assert found["chronotope_request_duration_seconds_sum", "/statements", ""] > 0
    assert found["chronotope_database_up", "", ""] == 1


def test_made_up_methods_make_no_labels(client: httpx.Client) -> None:
    for method in ("BREW", "STEAM"):
        client.request(method, "/statements")
    text = client.get("/metrics").text
    assert 'method="other"' in text
    assert "BREW" not in text


def test_a_database_that_is_away_is_told(reports: Database) -> None:
    with (
        GraphDatabase.driver("bolt://127.0.0.1:9", connection_timeout=1, max_transaction_retry_time=1) as driver,
        serving(create_app(Database(driver, None, None))) as client,
    ):
        assert samples(client)["chronotope_database_up", "", ""] == 0
