"""Who said what about what, over HTTP."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from graph.database import Database

PATTERN = """
MATCH (who:Actor)-[:SAID]->(what:Statement)-[:ABOUT]->(:Place {name: 'Bakhmut'})
OPTIONAL MATCH (what)-[:SAID_ON]->(when:Date)
RETURN who.name, what.content, when.edtf ORDER BY what.said_end, what.id
"""


def contents(client: httpx.Client, **parameters: Any) -> list[str]:
    answer = client.get("/statements", params=parameters)
    assert answer.status_code == 200, answer.text
    return [item["content"] for item in answer.json()["items"]]


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({"about": "Bakhmut"}, ["We hold the town.", "It has fallen.", "The road is open."]),
        ({"about": "Artemivsk"}, ["We hold the town.", "It has fallen.", "The road is open."]),
        ({"about": "ARTYOMOVSK"}, ["We hold the town.", "It has fallen.", "The road is open."]),
        ({"about": "Donetsk region"}, ["Nobody knows.", "We hold the town.", "It has fallen.", "The road is open."]),
        ({"about": "Donetsk region", "within": "false"}, []),
        ({"about": ["Bakhmut", "Soledar"]}, ["The road is open."]),
        ({"about": "Bakhmut", "speaker": "Anna Kovalenko"}, ["We hold the town."]),
        ({"speaker": "Hanna Kovalenko"}, ["We hold the town."]),
        ({"speaker": "Kovalenko"}, ["We hold the town."]),
        ({"about": "Bakhmut", "since": "2023-02-04"}, ["It has fallen.", "The road is open."]),
        ({"about": "Bakhmut", "until": "2023-02-03"}, ["We hold the town."]),
        ({"about": "Bakhmut", "when": "2023-02", "dated": "told"}, ["We hold the town.", "It has fallen."]),
        ({"when": "2023-01-15"}, ["Nobody knows."]),
        ({"about": "Bakhmut", "attitude": "belief"}, ["the road matters"]),
        ({"told_to": "Ukraine"}, ["We hold the town."]),
        ({"said_at": "Soledar"}, ["We hold the town."]),
        ({"side": "ukraine"}, ["We hold the town."]),
        ({"q": "ROAD"}, ["The road is open."]),
        ({"source": "the paper", "q": "knows"}, ["Nobody knows."]),
        ({"min_confidence": "0.95"}, []),
    ],
)
def test_what_is_asked_is_answered(parameters: dict[str, Any], found: list[str], client: httpx.Client) -> None:
    assert contents(client, **parameters) == found


def test_a_statement_has_its_speaker_topics_day_report_and_evidence(client: httpx.Client) -> None:
    [item] = client.get("/statements", params={"speaker": "Anna Kovalenko"}).json()["items"]
    assert item["speaker"] == {
        "id": "actor:general", "name": "Anna Kovalenko", "kind": "Person", "as_written": "Anna Kovalenko", "role": None,
    }  # fmt: skip
    assert [each["name"] for each in item["about"]] == ["Bakhmut"]
    assert item["told_to"]["name"] == "Ukraine"
    assert item["said"] == {
        "edtf": "2023-02-03", "start": "2023-02-03", "end": "2023-02-04", "precision": "day", "basis": "explicit",
        "phrase": "2023-02-03", "rule": None,
    }  # fmt: skip
    assert item["report"]["ref"] == "one.txt"
    assert item["report"]["published"] == "2023-02-10"
    assert item["evidence"]["text"] == "Anna Kovalenko: We hold the town."
    whole = client.get(f"/statements/{item['id']}").json()
    assert whole["evidence"]["after"].strip().startswith("Ivan Petrenko: It has fallen.")


def test_a_statement_without_a_day_says_no_later_than_its_report(client: httpx.Client) -> None:
    [item] = client.get("/statements", params={"q": "open"}).json()["items"]
    assert item["said"] | {"rule": None} == {
        "edtf": None, "start": None, "end": "2023-02-11", "precision": "unknown", "basis": "publication", "phrase": None, "rule": None,
    }  # fmt: skip


def test_the_pattern_of_the_graph_model_gives_the_same_statements(client: httpx.Client, reports: Database) -> None:
    records, _, _ = reports.driver.execute_query(PATTERN, database_=reports.name)
    assert sorted(record["what.content"] for record in records) == sorted(
        contents(client, about="Bakhmut", within="false")
    )


def test_a_name_is_read_as_its_likeliest_thing_and_the_answer_says_so(client: httpx.Client) -> None:
    resolved = client.get("/statements", params={"speaker": "Petrenko"}).json()["resolved"]["speaker"]
    assert resolved["name"] == "Ivan Petrenko"
    assert [each["name"] for each in resolved["alternatives"]] == ["Petro Petrenko"]


def test_a_strict_question_wants_one_thing(client: httpx.Client) -> None:
    answer = client.get("/statements", params={"speaker": "Petrenko", "strict": "true"})
    assert answer.status_code == 409
    assert answer.json()["candidates"] == ["person:ivan-petrenko", "person:petro-petrenko"]
    assert contents(client, speaker="person:petro-petrenko", strict="true") == ["Nobody knows."]


def test_an_unknown_name_comes_with_suggestions(client: httpx.Client) -> None:
    answer = client.get("/statements", params={"about": "Bakhmt"})
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert "Bakhmut" in answer.json()["suggestions"]


@pytest.mark.parametrize(
    ("parameters", "shown"),
    [
        ({"since": "last week"}, "2023-02-03"),
        ({"when": "2023-02-30"}, "2023-02-03"),
        ({"since": "2023-03", "until": "2023-02"}, "before the start"),
        ({"cursor": "nonsense"}, "`next`"),
        ({"abuot": "Bakhmut"}, "abuot"),
        ({"limit": "0"}, "greater than or equal to 1"),
        ({"mode": "loud"}, "direct"),
    ],
)
def test_a_bad_parameter_shows_the_valid_form(parameters: dict[str, str], shown: str, client: httpx.Client) -> None:
    answer = client.get("/statements", params=parameters)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == 422
    assert shown in answer.json()["detail"]


def test_pages_follow_each_other(client: httpx.Client) -> None:
    first = client.get("/statements", params={"about": "Bakhmut", "limit": 2}).json()
    second = client.get("/statements", params={"about": "Bakhmut", "limit": 2, "cursor": first["next"]}).json()
    assert [item["content"] for item in first["items"] + second["items"]] == contents(client, about="Bakhmut")
    assert second["next"] is None


def test_no_statement_no_route(client: httpx.Client) -> None:
    assert client.get("/statements/statement:none").status_code == 404
    missing = client.get("/nowhere")
    assert (missing.status_code, missing.headers["content-type"]) == (404, "application/problem+json")
