"""Reports come and go over HTTP, and nothing in them does harm."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, unquote

import httpx
import pytest
from serving import serving
from submitting import LinesSubmit

from app.main import create_app
from app.submission import WAITING_MAXIMUM, OneAtATime, Submission, SubmissionsWait, Submitted
from graph.database import Database
from graph.fingerprint import fingerprint
from graph.model import WriteCounters

URL = "https://example.org/news?id=1&section=a/b"
REPORT = {"text": "Olha Shevchenko: Nobody came.", "url": URL, "published": "2023-02-10", "publisher": "The Gazette"}


@pytest.fixture
def client(reports: Database) -> Iterator[httpx.Client]:
    with serving(create_app(reports, submit=LinesSubmit(reports))) as client:
        yield client


def contents(client: httpx.Client, speaker: str = "Olha Shevchenko") -> list[str]:
    answer = client.get("/statements", params={"speaker": speaker})
    return [item["content"] for item in answer.json().get("items", [])]


def test_a_report_is_created_changed_and_unchanged(client: httpx.Client) -> None:
    created = client.post("/reports", json=REPORT)
    assert created.status_code == 201
    assert created.json() | {"counters": None} == {
        "id": URL, "outcome": "created", "statements": 1, "dropped": {}, "counters": None,
    }  # fmt: skip
    assert created.json()["counters"]["nodes_created"] > 0
    assert unquote(created.headers["location"]) == f"/reports/{URL}"
    assert contents(client) == ["Nobody came."]
    again = client.post("/reports", json=REPORT)
    assert (again.status_code, again.json()["outcome"]) == (200, "unchanged")
    assert set(again.json()["counters"].values()) == {0}
    edited = client.post("/reports", json=REPORT | {"text": "Olha Shevchenko: Everybody came."})
    assert (edited.status_code, edited.json()["outcome"]) == (200, "changed")
    assert contents(client) == ["Everybody came."]


def test_a_report_goes_with_what_it_said(client: httpx.Client, reports: Database) -> None:
    before = fingerprint(reports.driver, reports.name)
    client.post("/reports", json=REPORT)
    gone = client.delete(f"/reports/{quote(URL, safe='')}")
    assert (gone.status_code, gone.json()["id"], gone.json()["outcome"]) == (200, URL, "withdrawn")
    assert fingerprint(reports.driver, reports.name) == before
    again = client.delete(f"/reports/{quote(URL, safe='')}")
    assert (again.status_code, again.json()["outcome"]) == (200, "unchanged")


@pytest.mark.parametrize("erase", ["false", "true"])
def test_a_withdrawn_report_stays_out_until_it_is_restored(erase: str, client: httpx.Client) -> None:
    client.post("/reports", json=REPORT)
    client.delete(f"/reports/{quote(URL, safe='')}", params={"erase": erase})
    refused = client.post("/reports", json=REPORT)
    assert (refused.status_code, refused.headers["content-type"]) == (409, "application/problem+json")
    assert "restore=true" in refused.json()["detail"]
    assert contents(client) == []
    assert client.post("/reports", params={"restore": "true"}, json=REPORT).status_code == 201
    assert contents(client) == ["Nobody came."]


def test_an_erased_report_leaves_no_word(client: httpx.Client, reports: Database) -> None:
    client.post("/reports", json=REPORT)
    erased = client.delete(f"/reports/{quote(URL, safe='')}", params={"erase": "true"}).json()
    assert erased["outcome"] == "erased"
    assert erased["id"].startswith("erased:")
    records, _, _ = reports.driver.execute_query(
        "MATCH (node) RETURN properties(node) AS found UNION ALL MATCH ()-[link]->() RETURN properties(link) AS found",
        database_=reports.name,
    )
    text = str([record["found"] for record in records]).lower()
    assert not [word for word in ("shevchenko", "nobody came", "gazette", "example.org") if word in text]


def test_no_report_of_that_id(client: httpx.Client) -> None:
    for report_id in ("nothing", quote("https://example.org/", safe=""), "%00", "%FF"):
        missing = client.delete(f"/reports/{report_id}")
        assert (missing.status_code, missing.headers["content-type"]) == (404, "application/problem+json")


def test_what_is_no_report_is_rejected_with_the_readers_reason(client: httpx.Client) -> None:
    answer = client.post("/reports", json={"text": " \n "})
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert (answer.json()["type"], answer.json()["reason"]) == ("urn:chronotope:problem:rejected-submission", "empty")
    assert "nothing but blanks" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("body", "status", "shown"),
    [
        ({}, 422, "text"),
        ({"text": None}, 422, "text"),
        ({"text": "Ann Lee: Yes.", "titel": "Typo"}, 422, "titel"),
        ({"text": "Ann Lee: Yes.", "id": "x" * 2001}, 422, "at most 2000 characters"),
        ({"text": "Ann Lee: Yes.", "id": "0" * 2001}, 422, "at most 2000 characters"),
        ({"text": "Ann Lee: Yes.", "id": 2**53}, 422, "9007199254740991"),
        ({"text": "Ann Lee: Yes.", "id": 1.0}, 422, "id"),
        ({"text": "Ann Lee: Yes.", "url": "ї" * 1001}, 422, "more than 2000 bytes"),
        ({"text": "Ann Lee: Yes.", "title": "\x00"}, 422, "NUL"),
        ({"text": "Ann Lee: Yes.", "file": " "}, 422, "file"),
        ({"text": "Ann Lee: Yes.", "title": ["a"]}, 422, "title"),
        ([], 422, "body"),
        (b"", 422, "body"),
        (b"{", 422, "JSON"),
        (b"[" * 100_000, 400, "parsing"),
        (b'{"text": "\xff\xfe"}', 400, "parsing"),
        (b'{"text": "Ann Lee: Yes.", "title": "\\ud800"}', 422, "title"),
        (b'{"text": "Ann Lee: Yes.", "\\ud800": 1}', 422, "unicode"),
        (b"{" + b",".join(b'"k%d": 1' % number for number in range(50_000)) + b"}", 422, "k1"),
    ],
)  # fmt: skip
def test_a_body_that_is_none_shows_what_is_wrong(body: Any, status: int, shown: str, client: httpx.Client) -> None:
    if isinstance(body, bytes):
        answer = client.post("/reports", content=body, headers={"Content-Type": "application/json"})
    else:
        answer = client.post("/reports", json=body)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert shown in answer.json()["detail"]
    assert len(answer.content) < 10_000


def test_an_unknown_parameter_erases_nothing(client: httpx.Client) -> None:
    client.post("/reports", json=REPORT)
    assert client.delete(f"/reports/{quote(URL, safe='')}", params={"earse": "true"}).status_code == 422
    assert client.post("/reports", params={"restor": "true"}, json=REPORT).status_code == 422
    assert contents(client) == ["Nobody came."]


HARMFUL = [
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    '=HYPERLINK("http://attacker.example","x")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+1-1\t=1",
    "{{7*7}} ${7*7} %(x)s",
    "' OR 1=1 // MATCH (n) DETACH DELETE n",
    "bell \x07, escape \x1b[31m, delete \x7f, next line \x85",
    "line \u2028 paragraph \u2029, right to left \u202e, no \ufeff mark",
]


@pytest.mark.parametrize("words", HARMFUL)
def test_harmful_words_come_out_as_they_went_in_and_as_data(words: str, client: httpx.Client) -> None:
    sent = {"text": f"Olha Shevchenko: {words}", "file": "harm.txt", "title": words, "published": "2023-02-10"}
    assert client.post("/reports", json=sent).status_code == 201
    answer = client.get("/statements", params={"speaker": "Olha Shevchenko"})
    [item] = answer.json()["items"]
    assert (item["content"], item["evidence"]["text"]) == (words, f"Olha Shevchenko: {words}")
    assert item["report"]["title"] == words.strip()
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert not [byte for byte in answer.content if byte < 0x20]  # JSON escapes what a terminal would obey
    assert client.get("/statements").json()["items"]


def test_a_service_without_a_pipeline_says_so(reports: Database) -> None:
    with serving(create_app(reports)) as client:
        answer = client.post("/reports", json=REPORT)
        assert (answer.status_code, answer.headers["content-type"]) == (501, "application/problem+json")
        assert "chronotope ingest" in answer.json()["detail"]


def test_one_is_read_at_a_time_and_few_wait() -> None:
    running, most, go_on = 0, 0, threading.Event()

    def submit(submission: Submission, *, restore: bool) -> Submitted:
        nonlocal running, most
        running += 1
        most = max(most, running)
        go_on.wait(10)
        running -= 1
        return Submitted("id", "unchanged", 0, {}, WriteCounters())

    one_at_a_time = OneAtATime(submit)
    turned_away = []

    def send() -> None:
        try:
            one_at_a_time(Submission("text"), restore=False)
        except SubmissionsWait as error:
            turned_away.append(error)

    threads = [threading.Thread(target=send) for _ in range(WAITING_MAXIMUM + 2)]
    for thread in threads:
        thread.start()
    deadline = time.monotonic() + 10
    while len(turned_away) < 2 and time.monotonic() < deadline:
        time.sleep(0.005)
    go_on.set()
    for thread in threads:
        thread.join(20)
    assert (most, len(turned_away)) == (1, 2)


def test_the_documentation_has_a_real_example(client: httpx.Client) -> None:
    schema = client.get("/openapi.json").json()
    [example] = schema["components"]["schemas"]["ReportIn"]["examples"]
    created = client.post("/reports", json=example | {"text": "Oleksii Example: " + example["text"]})
    deleted = client.delete(f"/reports/{example['id']}")
    for answer, path, method in ((created, "/reports", "post"), (deleted, "/reports/{report_id}", "delete")):
        shown = schema["paths"][path][method]["responses"][str(answer.status_code)]["content"]["application/json"]
        assert shown["example"].keys() == answer.json().keys()
    assert schema["paths"]["/reports"]["post"]["security"] == [{"HTTPBearer": []}]
