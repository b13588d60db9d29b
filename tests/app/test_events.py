"""What happened, over HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from event_batches import Told, event_batch
from serving import serving

from app.main import create_app
from graph.database import Database
from graph.migrations import migrate
from graph.writer import Writer

NOW = "2023-02-11T00:00:00+00:00"

TOLD = [
    Told("Shells hit the town, killing 3", actors=("Ivan Petrenko",), recipients=("Ukraine",), modes=("heavy-weapons",), killed=3),
    Told("They left", "2023-02-05", "Soledar", type="RETREAT", modes=("withdraw",), said_by="Anna Kovalenko", stance="denies"),
    Told("They fired", None, "Soledar"),
    Told("They will return", "2023-03", modality="planned"),
]  # fmt: skip


@pytest.fixture(scope="module")
def client(read_database: Database) -> Iterator[httpx.Client]:
    migrate(read_database.driver, read_database.name)
    writer = Writer(read_database.driver, read_database.name)
    writer.load(event_batch("one.txt", TOLD), NOW)
    writer.load(event_batch("two.txt", [Told("A barrage killed 5", killed=5)], "2023-02-11", "The Other"), NOW)
    with serving(create_app(read_database)) as client:
        yield client


def summaries(client: httpx.Client, **parameters: Any) -> list[str]:
    answer = client.get("/events", params=parameters)
    assert answer.status_code == 200, answer.text
    return [item["summary"] for item in answer.json()["items"]]


HIT, LEFT, FIRED, RETURN = (each.what for each in TOLD)


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({}, [HIT, LEFT, FIRED]),
        ({"type": "RETREAT"}, [LEFT]),
        ({"type": ["RETREAT", "ASSAULT"], "place": "Soledar"}, [LEFT, FIRED]),
        ({"place": "Artyomovsk"}, [HIT]),
        ({"place": "Donetsk region"}, [HIT, LEFT, FIRED]),
        ({"place": "Donetsk region", "within": "false"}, []),
        ({"actor": "Petrenko"}, [HIT]),
        ({"actor": "Ukraine", "place": "Bakhmut"}, [HIT]),
        ({"actor": "Ukraine", "place": "Soledar"}, []),
        ({"when": "2023-02-05"}, [LEFT]),
        ({"since": "2023-02-04"}, [LEFT, FIRED]),
        ({"since": "2023-02-04", "dated": "told"}, [LEFT]),
        ({"until": "2023-02-03"}, [HIT]),
        ({"when": "0001"}, []),
        ({"bbox": "38.05,48.6,38.1,48.7"}, [LEFT, FIRED]),
        ({"near": "48.59,38.0,5"}, [HIT]),
        ({"modality": "planned"}, [RETURN]),
        ({"modality": ["planned", "actual"], "place": "Bakhmut"}, [HIT, RETURN]),
        ({"modality": "negated"}, []),
    ],
)
def test_what_is_asked_is_answered(parameters: dict[str, Any], found: list[str], client: httpx.Client) -> None:
    assert summaries(client, **parameters) == found


def test_an_event_has_its_day_place_participants_reports_and_figures(client: httpx.Client) -> None:
    [item] = client.get("/events", params={"place": "Bakhmut"}).json()["items"]
    assert (item["type"], item["modes"], item["control_change"], item["modality"]) == (
        "ASSAULT",
        ["heavy-weapons"],
        "none",
        "actual",
    )
    assert item["when"] == {
        "edtf": "2023-02-03", "start": "2023-02-03", "end": "2023-02-04", "precision": "day", "basis": "explicit",
    }  # fmt: skip
    assert item["place"] == {
        "id": "geonames:711541", "name": "Bakhmut", "lat": 48.59, "lon": 38.0, "precision": "town", "radius_km": None,
    }  # fmt: skip
    assert [(each["name"], each["role"]) for each in item["participants"]] == [
        ("Ivan Petrenko", "actor"),
        ("Ukraine", "recipient"),
    ]
    assert [(each["exact"], each["metric"], each["giver"]["name"]) for each in item["figures"]] == [
        (3.0, "killed", "The Paper"), (5.0, "killed", "The Other"),
    ]  # fmt: skip
    assert [(each["report"]["ref"], each["evidence"]["text"], each["when"]["phrase"]) for each in item["mentions"]] == [
        ("one.txt", HIT, "2023-02-03"), ("two.txt", "A barrage killed 5", "2023-02-03"),
    ]  # fmt: skip
    assert client.get(item["links"]["self"]).json() == item


def test_what_somebody_says_happened_leads_to_who_says_so(client: httpx.Client) -> None:
    [item] = client.get("/events", params={"type": "RETREAT"}).json()["items"]
    [mention] = item["mentions"]
    assert mention["stance"] == "denies"
    assert client.get(f"/statements/{mention['statement']}").json()["speaker"]["name"] == "Anna Kovalenko"


def test_without_a_day_it_happened_before_its_report(client: httpx.Client) -> None:
    [item] = client.get("/events", params={"place": "Soledar", "type": "ASSAULT"}).json()["items"]
    assert item["when"] == {
        "edtf": None, "start": None, "end": "2023-02-11", "precision": "unknown", "basis": "publication",
    }  # fmt: skip


def test_statements_are_as_they_were(client: httpx.Client) -> None:
    answer = client.get("/statements", params={"about": "Soledar"}).json()
    assert [item["content"] for item in answer["items"]] == [LEFT]
    assert [each["name"] for each in answer["items"][0]["about"]] == ["Soledar"]


def test_a_list_says_how_it_read_each_name(client: httpx.Client) -> None:
    resolved = client.get("/events", params={"actor": "Petrenko", "place": "Artemivsk"}).json()["resolved"]
    assert (resolved["actor"]["name"], resolved["place"]["name"]) == ("Ivan Petrenko", "Bakhmut")


@pytest.mark.parametrize(("parameter", "value"), [("place", "Bakhmt"), ("actor", "Ivan Petrenk")])
def test_an_unknown_name_comes_with_suggestions(parameter: str, value: str, client: httpx.Client) -> None:
    answer = client.get("/events", params={parameter: value})
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert answer.json()["suggestions"]


@pytest.mark.parametrize(
    ("parameters", "shown"),
    [
        ({"plase": "Bakhmut"}, "plase"),
        ({"type": "WAR"}, "ASSAULT"),
        ({"modality": "maybe"}, "historical"),
        ({"since": "2023-03", "until": "2023-02"}, "before the start"),
        ({"when": "yesterday"}, "2023-02-03"),
        ({"bbox": "1,2,3"}, "west,south,east,north"),
        ({"bbox": ""}, "west,south,east,north"),
        ({"near": ""}, "latitude,longitude,km"),
        ({"near": "48.59,38.0"}, "latitude,longitude,km"),
        ({"limit": "501"}, "less than or equal to 500"),
        ({"cursor": "nonsense"}, "`next`"),
    ],
)
def test_a_bad_parameter_shows_the_valid_form(parameters: dict[str, str], shown: str, client: httpx.Client) -> None:
    answer = client.get("/events", params=parameters)
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert shown in answer.json()["detail"]


def test_pages_follow_each_other(client: httpx.Client) -> None:
    first = client.get("/events", params={"limit": 2}).json()
    second = client.get("/events", params={"limit": 2, "cursor": first["next"]}).json()
    assert [item["summary"] for item in first["items"] + second["items"]] == summaries(client)
    assert second["next"] is None


def test_no_event_is_a_problem(client: httpx.Client) -> None:
    answer = client.get("/events/event:none")
    assert (answer.status_code, answer.json()["type"]) == (404, "urn:chronotope:problem:unknown-event")
