"""What `serve` does with a report that is sent to it: the pipeline itself, over HTTP, into the graph."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from serving import serving

from app.commands.submit import PipelineSubmit
from app.main import create_app
from graph.database import Database
from graph.migrations import migrate
from ingest.nlp import DEFAULT_MODEL

TEXT = """KYIV, March 7, 2023 - "The town will hold," mayor Oleksii Reva said on Monday of Bakhmut.

The governor of the region said that two bridges near Soledar were closed.
"""


@pytest.fixture
def client(database: Database) -> Iterator[httpx.Client]:
    migrate(database.driver, database.name)
    with serving(create_app(database, submit=PipelineSubmit(database, DEFAULT_MODEL))) as client:
        yield client


def test_a_report_that_is_sent_is_read_and_answered(client: httpx.Client) -> None:
    sent = {"text": TEXT, "id": "report-1", "published": "2023-03-07", "publisher": "The Example Courier"}
    created = client.post("/reports", json=sent, timeout=120)
    assert (created.status_code, created.json()["id"], created.json()["outcome"]) == (201, "report-1", "created")
    assert created.json()["statements"] >= 1
    [item] = client.get("/statements", params={"q": "will hold"}).json()["items"]
    assert item["said"]["edtf"] == "2023-03-06"
    assert client.post("/reports", json=sent).json()["outcome"] == "unchanged"
    client.delete("/reports/report-1")
    assert client.post("/reports", json=sent).status_code == 409
    assert client.get("/statements").json()["items"] == []


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"text": "  "}, "empty"),
        ({"text": "a\x00b"}, "binary"),
        ({"published": "2023-02-30"}, "impossible-date"),
        ({"language": "de"}, "not-english"),
        (
            {"text": "Der Bürgermeister sagte am Montag, die Brücke über den Fluss sei wieder offen. " * 5},
            "not-english",
        ),
    ],
)
def test_what_is_no_report_is_rejected(changed: dict[str, str], reason: str, client: httpx.Client) -> None:
    answer = client.post("/reports", json={"text": TEXT, "id": "report-1"} | changed)
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert answer.json()["reason"] == reason


def test_a_name_without_end_does_no_harm(client: httpx.Client) -> None:
    for text in (TEXT.replace("Reva", "Reva" * 5000), TEXT.replace("Bakhmut", "Bakh" * 3000)):
        answer = client.post("/reports", json={"text": text, "id": "report-1"}, timeout=120)
        assert answer.status_code in (200, 201)
    assert client.get("/statements").status_code == 200
