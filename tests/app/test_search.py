"""Full text over HTTP."""

from __future__ import annotations

import httpx
import pytest


def test_statements_and_names_are_found(read_client: httpx.Client) -> None:
    found = read_client.get("/search", params={"q": "town"}).json()
    [hit] = found["items"]
    assert (hit["kind"], hit["statement"]["content"], hit["snippet"]["text"]) == (
        "Statement",
        "We hold the town.",
        "Anna Kovalenko: We hold the town.",
    )
    assert hit["statement"]["report"]["ref"] == "one.txt"
    assert read_client.get(hit["links"]["self"]).json()["id"] == hit["id"]
    [place] = read_client.get("/search", params={"q": "artemivsk"}).json()["items"]
    assert (place["kind"], place["name"], place["snippet"]["matches"]) == ("Place", "Bakhmut", [[0, 9]])
    assert read_client.get(place["links"]["self"]).json()["name"] == "Bakhmut"


def test_pages_follow_each_other(read_client: httpx.Client) -> None:
    whole = read_client.get("/search", params={"q": "petrenko"}).json()["items"]
    first = read_client.get("/search", params={"q": "petrenko", "limit": 1}).json()
    second = read_client.get("/search", params={"q": "petrenko", "limit": 1, "cursor": first["next"]}).json()
    assert [hit["id"] for hit in first["items"] + second["items"]] == [hit["id"] for hit in whole]
    assert second["next"] is None


@pytest.mark.parametrize("q", ["+-!(){}[]^~*?:/", '"', "river) OR (*", "*:*"])
def test_special_characters_are_no_error(q: str, read_client: httpx.Client) -> None:
    assert read_client.get("/search", params={"q": q}).json() == {"items": [], "next": None}


@pytest.mark.parametrize(
    "parameters",
    [{}, {"q": ""}, {"q": " \t"}, {"q": "x" * 201}, {"q": "x", "about": "y"}, {"q": "town", "cursor": "x"}],
)
def test_a_bad_parameter_is_a_problem(parameters: dict[str, str], read_client: httpx.Client) -> None:
    answer = read_client.get("/search", params=parameters)
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
