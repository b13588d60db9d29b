"""Who speaks and acts, over HTTP."""

from __future__ import annotations

from typing import Any

import httpx
import pytest


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({}, ["Anna Kovalenko", "Ivan Petrenko", "Petro Petrenko", "Ukraine"]),
        ({"q": "petrenko"}, ["Ivan Petrenko", "Petro Petrenko"]),
        ({"kind": "Country"}, ["Ukraine"]),
        ({"side": "Ukraine"}, ["Anna Kovalenko", "Ukraine"]),
        ({"q": '"*~) OR ('}, []),
    ],
)
def test_what_is_asked_is_answered(parameters: dict[str, Any], found: list[str], read_client: httpx.Client) -> None:
    assert [item["name"] for item in read_client.get("/actors", params=parameters).json()["items"]] == found


@pytest.mark.parametrize("asked", ["actor:general", "Anna Kovalenko", "Hanna Kovalenko", "kovalenko"])
def test_an_actor_by_id_or_name(asked: str, read_client: httpx.Client) -> None:
    found = read_client.get(f"/actors/{asked}").json()
    assert (found["id"], found["kind"], found["aliases"]) == ("actor:general", "Person", ["Hanna Kovalenko"])
    assert found["counts"] == {"said": 1, "about": 0, "mentions": 1, "reports": 1}
    assert (found["first_day"], found["last_day"]) == ("2023-02-03", "2023-02-03")
    assert [(each["name"], each["count"]) for each in found["topics"]] == [("Bakhmut", 1)]
    [mention] = found["mentions"]
    assert mention["report"]["ref"] == "one.txt"
    assert mention["evidence"]["text"] == "Anna Kovalenko"


def test_the_links_of_an_actor_answer(read_client: httpx.Client) -> None:
    links = read_client.get("/actors/actor:general").json()["links"]
    assert [item["content"] for item in read_client.get(links["statements"]).json()["items"]] == ["We hold the town."]
    assert read_client.get(links["self"]).json()["id"] == "actor:general"


def test_what_else_carries_the_name_is_said(read_client: httpx.Client) -> None:
    assert [each["name"] for each in read_client.get("/actors/Petrenko").json()["alternatives"]] == ["Petro Petrenko"]


def test_no_actor_is_a_problem_with_suggestions(read_client: httpx.Client) -> None:
    answer = read_client.get("/actors/Ana Kovalenco")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert "Anna Kovalenko" in answer.json()["suggestions"]
    assert read_client.get("/actors/geonames:711541").status_code == 404  # a place


@pytest.mark.parametrize(
    ("parameters", "shown"),
    [({"kind": "Town"}, "ArmedGroup"), ({"limit": "501"}, "500"), ({"name": "x"}, "name"), ({"cursor": "x"}, "`next`")],
)
def test_a_bad_parameter_shows_the_valid_form(
    parameters: dict[str, str], shown: str, read_client: httpx.Client
) -> None:
    answer = read_client.get("/actors", params=parameters)
    assert answer.status_code == 422
    assert shown in answer.json()["detail"]
