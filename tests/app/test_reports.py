"""The news reports, over HTTP: their whole text only where the service is set to show it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from batches import Said, batch
from pydantic import ValidationError
from serving import serving

from app.commands.serve import serve
from app.keys import KeysFile, Scope
from app.main import create_app
from app.settings import FullTextWithoutKeys, ServiceSettings
from graph.database import Database
from graph.writer import Writer

URL = "https://news.example/2023/02?id=1&part=a#top"
NOW = "2023-02-11T00:00:00+00:00"


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({}, ["one.txt", "two.txt"]),
        ({"q": "TWO"}, ["two.txt"]),
        ({"source": "The Paper"}, ["one.txt", "two.txt"]),
        ({"source": "No Paper"}, []),
        ({"when": "2023-02"}, ["one.txt"]),
        ({"until": "2023-02-09"}, []),
        ({"since": "2023-02-10", "until": "2023-02-10"}, ["one.txt"]),
    ],
)
def test_what_is_asked_is_answered(parameters: dict[str, Any], found: list[str], read_client: httpx.Client) -> None:
    assert [item["ref"] for item in read_client.get("/reports", params=parameters).json()["items"]] == found


def test_a_report_has_its_day_counts_statements_and_mentions(read_client: httpx.Client) -> None:
    [listed] = read_client.get("/reports", params={"q": "one"}).json()["items"]
    found = read_client.get(listed["links"]["self"]).json()
    assert (found["published"], found["published_edtf"], found["published_basis"]) == (
        "2023-02-10",
        "2023-02-10",
        "metadata",
    )
    assert found["counts"] == {"statements": 4, "mentions": 4}
    assert [(each["name"], each["count"], each["first"]["text"]) for each in found["mentions"]] == [
        ("Anna Kovalenko", 1, "Anna Kovalenko"),
        ("Ivan Petrenko", 3, "Ivan Petrenko"),
    ]
    statements = read_client.get(found["links"]["statements"]).json()["items"]
    assert [each["content"] for each in statements] == ["We hold the town.", "It has fallen.", "The road is open."]


def test_statements_of_a_report_are_filtered_like_all(read_client: httpx.Client) -> None:
    [listed] = read_client.get("/reports", params={"q": "one"}).json()["items"]
    asked = {"report": listed["id"], "about": "Soledar", "speaker": "Ivan Petrenko", "when": "2023-02"}
    assert [each["content"] for each in read_client.get("/statements", params=asked).json()["items"]] == [
        "The road is open."
    ]
    assert read_client.get("/statements", params=asked | {"speaker": "Anna Kovalenko"}).json()["items"] == []
    first = read_client.get("/statements", params={"report": listed["id"], "limit": 2}).json()
    second = read_client.get("/statements", params={"report": listed["id"], "limit": 2, "cursor": first["next"]}).json()
    assert [each["content"] for each in second["items"]] == ["The road is open."]


def test_the_text_of_a_report_is_not_served_unless_set(read_client: httpx.Client) -> None:
    for item in read_client.get("/reports").json()["items"]:
        answer = read_client.get(item["links"]["self"])
        assert "We hold the town." not in answer.text
        assert answer.json()["text"] is None


def test_no_report_is_a_problem(read_client: httpx.Client) -> None:
    answer = read_client.get("/reports/https://news.example/none")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert "https://news.example/none" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("parameters", "shown"),
    [({"when": "soon"}, "2023-02-03"), ({"publisher": "x"}, "publisher"), ({"cursor": "WyJ4IiwgInkiXQ"}, "`next`")],
)
def test_a_bad_parameter_shows_the_valid_form(
    parameters: dict[str, str], shown: str, read_client: httpx.Client
) -> None:
    answer = read_client.get("/reports", params=parameters)
    assert answer.status_code == 422
    assert shown in answer.json()["detail"]


@pytest.mark.parametrize("written", [quote(URL, safe=""), quote(URL, safe=":/")])
def test_the_id_of_a_report_may_be_an_address(written: str, client: httpx.Client, reports: Database) -> None:
    told = batch("three.html", [Said("Anna Kovalenko", "We hold the town.")])
    Writer(reports.driver, reports.name).load(replace(told, report=replace(told.report, id=URL, url=URL)), NOW)
    found = client.get(f"/reports/{written}").json()
    assert found["id"] == URL
    assert client.get(found["links"]["self"]).json() == found


def test_the_whole_text_is_shown_only_with_the_setting_and_a_key(reports: Database, tmp_path: Path) -> None:
    keys_file = KeysFile(tmp_path / "keys.jsonl")
    headers = {"Authorization": f"Bearer {keys_file.add('reader', [Scope.READ])}"}
    texts = []
    for serve_text in ("evidence", "full"):
        with serving(create_app(reports, keys_file=keys_file, serve_text=serve_text)) as client:  # type: ignore[arg-type]
            [listed] = client.get("/reports", params={"q": "one"}, headers=headers).json()["items"]
            assert "text" not in listed
            found = client.get(listed["links"]["self"], headers=headers).json()
            texts.append(found["text"])
            assert client.get(listed["links"]["self"]).status_code == 401
    assert texts[0] is None
    first = found["mentions"][0]["first"]
    assert texts[1][first["start"] : first["end"]] == first["text"] == "Anna Kovalenko"
    assert texts[1].startswith("Anna Kovalenko: We hold the town.\n")


def test_whole_texts_without_keys_are_refused(
    reports: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with pytest.raises(FullTextWithoutKeys, match="CHRONOTOPE_KEYS_FILE"):
        create_app(reports, serve_text="full")
    monkeypatch.chdir(tmp_path)
    assert ServiceSettings().serve_text == "evidence"
    monkeypatch.setenv("CHRONOTOPE_SERVE_TEXT", "full")
    with pytest.raises(FullTextWithoutKeys):
        serve()
    monkeypatch.setenv("CHRONOTOPE_SERVE_TEXT", "everything")
    with pytest.raises(ValidationError, match="evidence"):
        serve()
