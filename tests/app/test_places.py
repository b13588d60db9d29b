"""The places that statements are about, over HTTP."""

from __future__ import annotations

from typing import Any

import httpx
import pytest


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({}, ["Bakhmut", "Donetsk Oblast", "Soledar", "Ukraine"]),
        ({"q": "Artemivsk"}, ["Bakhmut"]),
        ({"within": "Donetsk region"}, ["Bakhmut", "Soledar"]),
        ({"bbox": "38.05,48.6,38.1,48.7"}, ["Soledar"]),
        ({"near": "48.68,38.08,15"}, ["Soledar", "Bakhmut"]),
        ({"country": "ua", "q": "ukraine"}, ["Ukraine"]),
        ({"country": "FR"}, []),
    ],
)
def test_what_is_asked_is_answered(parameters: dict[str, Any], found: list[str], read_client: httpx.Client) -> None:
    answer = read_client.get("/places", params=parameters)
    assert answer.status_code == 200, answer.text
    assert [item["name"] for item in answer.json()["items"]] == found


def test_a_list_says_how_it_read_a_name(read_client: httpx.Client) -> None:
    resolved = read_client.get("/places", params={"within": "Donetsk region"}).json()["resolved"]
    assert resolved["within"]["name"] == "Donetsk Oblast"


@pytest.mark.parametrize("asked", ["geonames:711541", "Bakhmut", "Artyomovsk"])
def test_a_place_by_id_or_name(asked: str, read_client: httpx.Client) -> None:
    found = read_client.get(f"/places/{asked}").json()
    assert (found["name"], found["lat"], found["lon"], found["feature"]) == ("Bakhmut", 48.59, 38.0, "town")
    assert (found["precision"], found["radius_km"], found["reasons"]) == ("town", None, {})
    assert [each["name"] for each in found["lies_within"]] == ["Donetsk Oblast", "Ukraine"]
    assert found["counts"] == {"about": 4, "said_at": 0, "mentions": 0, "reports": 0, "holds": 0}
    assert read_client.get(found["links"]["statements"]).json()["resolved"]["about"]["name"] == "Bakhmut"


def test_no_place_is_a_problem(read_client: httpx.Client) -> None:
    answer = read_client.get("/places/Soledr")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert answer.json()["suggestions"] == ["Soledar"]


@pytest.mark.parametrize(
    ("parameters", "shown"),
    [
        ({"bbox": "1,2,3"}, "37.5,48.4,38.5,48.9"),
        ({"bbox": "a,b,c,d"}, "west,south,east,north"),
        ({"bbox": "0,60,1,50"}, "west,south,east,north"),
        ({"bbox": "0,0,nan,1"}, "west,south,east,north"),
        ({"bbox": ""}, "west,south,east,north"),
        ({"near": "48.59,38.0"}, "latitude,longitude,km"),
        ({"near": "91,38.0,5"}, "latitude,longitude,km"),
        ({"near": "48,38.0,0"}, "latitude,longitude,km"),
        ({"near": "48,38.0,inf"}, "latitude,longitude,km"),
        ({"country": "Ukraine"}, "country"),
    ],
)
def test_a_bad_parameter_shows_the_valid_form(
    parameters: dict[str, str], shown: str, read_client: httpx.Client
) -> None:
    answer = read_client.get("/places", params=parameters)
    assert answer.status_code == 422
    assert shown in answer.json()["detail"]
