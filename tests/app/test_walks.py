"""Walks over HTTP."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from batches import Said, batch

from graph.database import Database
from graph.writer import Writer

URL = "https://news.example/2023/02?id=1&part=a"


def triples(answer: dict[str, Any]) -> set[tuple[str, str, str]]:
    names = {node["id"]: node["name"] for node in answer["nodes"]}
    return {(names[edge["from"]], edge["type"], names[edge["to"]]) for edge in answer["edges"]}


@pytest.mark.parametrize(
    ("node", "parameters", "found"),
    [
        (
            "Anna Kovalenko",
            {},
            {("Anna Kovalenko", "SAID", "We hold the town."), ("one.txt", "MENTIONS", "Anna Kovalenko")},
        ),
        ("actor:general", {"types": "SAID"}, {("Anna Kovalenko", "SAID", "We hold the town.")}),
        ("Soledar", {"types": "SAID_AT,WITHIN"}, {("We hold the town.", "SAID_AT", "Soledar"), ("Soledar", "WITHIN", "Donetsk Oblast")}),
        ("Soledar", {"types": ["ABOUT"], "when": "2023-01"}, {("Nobody knows.", "ABOUT", "Soledar")}),
        ("Petro Petrenko", {"types": "SAID", "when": "2024"}, set()),
    ],
)  # fmt: skip
def test_what_lies_around(
    node: str, parameters: dict[str, Any], found: set[tuple[str, str, str]], read_client: httpx.Client
) -> None:
    answer = read_client.get(f"/neighbours/{node}", params=parameters)
    assert answer.status_code == 200, answer.text
    assert triples(answer.json()) == found
    assert answer.json()["truncated"] is False


def test_nodes_and_edges_show_their_evidence_and_how_the_name_was_read(read_client: httpx.Client) -> None:
    answer = read_client.get("/neighbours/Kovalenko", params={"hops": 2}).json()
    assert answer["resolved"]["node_id"]["name"] == "Anna Kovalenko"
    [statement] = [node for node in answer["nodes"] if node["name"] == "We hold the town."]
    assert statement["evidence"]["text"] == "Anna Kovalenko: We hold the town."
    assert (statement["hop"], statement["day"], statement["kind"]) == (1, "2023-02-03", "Statement")
    assert read_client.get(statement["links"]["self"]).json()["report"]["id"] == statement["report"]
    assert all(edge["evidence"]["text"] for edge in answer["edges"] if edge["type"] == "MENTIONS")
    for node in answer["nodes"]:
        assert read_client.get(node["links"]["neighbours"]).json()["nodes"][0]["id"] == node["id"]


def test_a_limit_is_kept_and_said(read_client: httpx.Client) -> None:
    answer = read_client.get("/neighbours/Ivan Petrenko", params={"limit_per_hop": 1}).json()
    assert (len(answer["nodes"]), answer["truncated"], answer["nodes"][0]["truncated"]) == (2, True, True)


def test_the_shortest_ways(read_client: httpx.Client) -> None:
    answer = read_client.get("/paths", params={"from": "Anna Kovalenko", "to": "Artemivsk"}).json()
    assert (answer["hops"], answer["truncated"]) == (2, False)
    assert answer["resolved"]["to"]["name"] == "Bakhmut"
    [path] = answer["paths"]
    assert [node["name"] for node in path["nodes"]] == ["Anna Kovalenko", "We hold the town.", "Bakhmut"]
    assert path["nodes"][1]["evidence"]["text"] == "Anna Kovalenko: We hold the town."
    assert [edge["type"] for edge in path["edges"]] == ["SAID", "ABOUT"]


def test_no_way_is_no_error(read_client: httpx.Client) -> None:
    asked = {"from": "Anna Kovalenko", "to": "Petro Petrenko", "max_hops": 1}
    assert read_client.get("/paths", params=asked).json()["paths"] == []


@pytest.mark.parametrize(
    ("route", "parameters", "status", "shown"),
    [
        ("/neighbours/nobody", {}, 404, "nobody"),
        ("/neighbours/Bakhmut", {"hops": "4"}, 422, "less than or equal to 3"),
        ("/neighbours/Bakhmut", {"hops": "0"}, 422, "greater than or equal to 1"),
        ("/neighbours/Bakhmut", {"types": "SAID,KNOWS"}, 422, "MENTIONS"),
        ("/neighbours/Bakhmut", {"limit_per_hop": "201"}, 422, "200"),
        ("/neighbours/Bakhmut", {"when": "soon"}, 422, "2023-02-03"),
        ("/neighbours/Bakhmut", {"depth": "1"}, 422, "depth"),
        ("/paths", {"from": "Bakhmut"}, 422, "to"),
        ("/paths", {"from": "Bakhmut", "to": "nobody"}, 404, "nobody"),
        ("/paths", {"from": "Bakhmut", "to": "Soledar", "max_hops": "5"}, 422, "less than or equal to 4"),
    ],
)
def test_a_bad_question_is_a_problem(
    route: str, parameters: dict[str, str], status: int, shown: str, read_client: httpx.Client
) -> None:
    answer = read_client.get(route, params=parameters)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert shown in answer.json()["detail"]


@pytest.mark.parametrize("written", [quote(URL, safe=""), quote(URL, safe=":/")])
def test_the_id_of_a_node_may_be_an_address(written: str, client: httpx.Client, reports: Database) -> None:
    told = batch("three.html", [Said("Anna Kovalenko", "We hold the town.")])
    loaded = replace(told, report=replace(told.report, id=URL, url=URL))
    Writer(reports.driver, reports.name).load(loaded, "2023-02-11T00:00:00+00:00")
    answer = client.get(f"/neighbours/{written}", params={"types": "MENTIONS"}).json()
    assert [node["id"] for node in answer["nodes"]] == [URL, "actor:general"]
    assert client.get("/paths", params={"from": URL, "to": "Bakhmut"}).json()["hops"] == 2
