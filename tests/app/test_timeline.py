"""Timelines over HTTP, in each format read by other means than they were written with."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import httpx
import pytest
from batches import Said, batch
from event_batches import Told, event_batch
from serving import serving

from app.main import create_app
from graph.database import Database
from graph.migrations import migrate
from graph.writer import Writer

NOW = "2023-02-11T00:00:00+00:00"
SCRIPT = '<script>alert("x")</script><img src=x onerror=alert(1)>'
FORMULA = '=HYPERLINK("http://bad.example","x")'
CONTROLS = "bell\x07 null\x00 escape\x1b[31m \x85 return\r\nend"


class Tags(HTMLParser):
    """The tags of a text, with their attributes, and what is written between them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture(scope="module")
def hostile(read_database: Database) -> Iterator[httpx.Client]:
    """The service over reports that are out to harm who shows them."""
    migrate(read_database.driver, read_database.name)
    writer = Writer(read_database.driver, read_database.name)
    told = [
        Said(SCRIPT, FORMULA, ("Bakhmut",), "2023-02-03"),
        Said("@speaker", SCRIPT, ("Bakhmut", "Soledar"), "2023-02-04/2023-02-06"),
        Said("Anna Kovalenko", CONTROLS, ("Anna Kovalenko", "Soledar"), "2023-02"),
        Said("Anna Kovalenko", "I stay.", ("Anna Kovalenko",), "2023-02-07"),
        Said("Anna Kovalenko", "On no day."),
    ]
    one = batch("-one.txt", told)
    url = "javascript:alert(1)"
    writer.load(replace(one, report=replace(one.report, title=SCRIPT, url=url, content_hash="1")), NOW)
    two = batch(
        "two.txt", [Said("Anna Kovalenko", "Never."), Said("Anna Kovalenko", "In 2022.", when="2022")], published=None
    )
    writer.load(replace(two, report=replace(two.report, url='https://news.example/"><script>')), NOW)
    with serving(create_app(read_database)) as client:
        yield client


def asked(client: httpx.Client, format_: str, **parameters: Any) -> httpx.Response:
    answer = client.get("/timeline", params={"format": format_, **parameters})
    assert answer.status_code == 200, answer.text
    return answer


def test_json_groups_statements(hostile: httpx.Client) -> None:
    answer = asked(hostile, "json", about="Bakhmut", by="month", when="2023")
    assert answer.headers["content-type"] == "application/json"
    found = answer.json()
    assert found["resolved"]["about"]["name"] == "Bakhmut"
    assert found["next"] is None
    [group] = found["groups"]
    assert {name: group[name] for name in ("start", "end", "edtf", "count", "more")} == {
        "start": "2023-02-01", "end": "2023-03-01", "edtf": "2023-02", "count": 3, "more": False,
    }  # fmt: skip
    assert [(item["kind"], item["content"]) for item in group["items"]] == [
        ("Statement", FORMULA),
        ("Statement", SCRIPT),
        ("Statement", "On no day."),
    ]
    assert all(item["evidence"]["text"] for item in group["items"])
    assert not any(character in answer.text for character in "\x00\x07\x1b")  # escaped, where they are


def test_what_has_no_day_stands_last(hostile: httpx.Client) -> None:
    groups = asked(hostile, "json", speaker="Anna Kovalenko").json()["groups"]
    assert [(group["edtf"], group["start"], group["count"]) for group in groups] == [
        ("2022-01-01", "2022-01-01", 1),
        ("2023-02-01", "2023-02-01", 1),
        ("2023-02-07", "2023-02-07", 1),
        ("2023-02-10", "2023-02-10", 1),
        (None, None, 1),
    ]


def test_csv_has_no_formula_and_no_control_character(hostile: httpx.Client) -> None:
    answer = asked(hostile, "csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8; header=present"
    assert answer.text.count("\r\n") == 1 + 7
    lines = list(csv.DictReader(io.StringIO(answer.text, newline=""), strict=True))
    assert len(lines) == 7
    by_content = {line["content"]: line for line in lines}
    assert f"'{FORMULA}" in by_content
    assert by_content[SCRIPT]["speaker"] == "'@speaker"
    assert by_content[SCRIPT]["report_ref"] == "'-one.txt"
    assert by_content[SCRIPT]["about"] == "Bakhmut; Soledar"
    assert (by_content["Never."]["start"], by_content["Never."]["published"]) == ("", "")
    for line in lines:
        for value in line.values():
            assert value[:1] not in set("=+-@\t\r\n＝＋－＠")
            assert not any(ord(character) < 32 and character not in "\n\t" for character in value)


def test_geojson_has_a_point_for_each_place(hostile: httpx.Client) -> None:
    answer = asked(hostile, "geojson", when="2023")
    assert answer.headers["content-type"] == "application/geo+json"
    found = answer.json()
    assert found["type"] == "FeatureCollection"
    for feature in found["features"]:  # RFC 7946, sections 3.1.2 and 3.2
        assert set(feature) == {"type", "id", "geometry", "properties"}
        assert (feature["type"], feature["geometry"]["type"]) == ("Feature", "Point")
        longitude, latitude = feature["geometry"]["coordinates"]
        assert -180 <= longitude <= 180
        assert -90 <= latitude <= 90
        assert feature["properties"]["evidence"]
    assert len({feature["id"] for feature in found["features"]}) == len(found["features"])
    assert [(each["properties"]["place"], each["geometry"]["coordinates"]) for each in found["features"]] == [
        ("Soledar", [38.08, 48.68]),
        ("Bakhmut", [38.0, 48.59]),
        ("Bakhmut", [38.0, 48.59]),
        ("Soledar", [38.08, 48.68]),
        ("Bakhmut", [38.0, 48.59]),
    ]
    assert found["unlocated"] == 1  # what is about an actor


def test_timelinejs_shows_texts_as_texts(hostile: httpx.Client) -> None:
    answer = asked(hostile, "timelinejs", about="Bakhmut")
    assert answer.headers["content-type"] == "application/json"
    found = answer.json()
    assert found["title"]["text"]["headline"] == "Bakhmut"
    assert found["undated"] == 1
    assert [(each["start_date"], each.get("end_date"), each.get("display_date")) for each in found["events"]] == [
        ({"year": 2022}, None, None),
        ({"year": 2023, "month": 2, "day": 3}, None, None),
        ({"year": 2023, "month": 2, "day": 4}, {"year": 2023, "month": 2, "day": 6}, None),
        ({"year": 2023, "month": 2, "day": 10}, None, "reported on 2023-02-10"),
    ]
    assert len({each["unique_id"] for each in found["events"]}) == 4
    for each in found["events"]:
        assert Tags(each["text"]["headline"]).tags == []
        tags = Tags(each["text"]["text"]).tags
        assert {tag for tag, _ in tags} <= {"blockquote", "p", "a"}
        assert all(set(attributes) <= {"href", "rel"} for _, attributes in tags)
    bodies = [Tags(each["text"]["text"]) for each in found["events"]]
    assert SCRIPT in bodies[2].words
    assert bodies[2].tags == [("blockquote", {}), ("p", {})]  # no link to javascript:
    assert ("a", {"href": 'https://news.example/"><script>', "rel": "noopener noreferrer"}) in bodies[0].tags


def test_control_characters_are_shown_nowhere(hostile: httpx.Client) -> None:
    for format_ in ("csv", "geojson", "timelinejs"):
        answer = asked(hostile, format_, speaker="Anna Kovalenko", when="2023-02")
        words = answer.text if format_ == "csv" else json.dumps(answer.json(), ensure_ascii=False)
        assert "bell� null� escape�" in words
        assert not any(character in words for character in "\x00\x07\x1b\x85")


@pytest.mark.parametrize("format_", ["json", "csv", "geojson", "timelinejs"])
def test_each_format_leads_to_its_next_page(format_: str, hostile: httpx.Client) -> None:
    first = asked(hostile, format_, about="Bakhmut", limit=3)
    assert 'rel="next"' in first.headers["link"]
    second = hostile.get(first.links["next"]["url"])
    assert second.status_code == 200
    assert "link" not in second.headers
    assert second.text != first.text


def test_nothing_is_a_whole_answer_in_each_format(hostile: httpx.Client) -> None:
    nothing = {"about": "Bakhmut", "when": "1999"}
    assert asked(hostile, "json", **nothing).json()["groups"] == []
    assert len(list(csv.reader(io.StringIO(asked(hostile, "csv", **nothing).text)))) == 1
    assert asked(hostile, "geojson", **nothing).json() == {"type": "FeatureCollection", "features": [], "unlocated": 0}
    assert asked(hostile, "timelinejs", **nothing).json()["events"] == []


def test_an_answer_in_any_format_is_sent_once(hostile: httpx.Client) -> None:
    for format_ in ("json", "csv", "geojson", "timelinejs"):
        tag = asked(hostile, format_).headers["etag"]
        held = hostile.get("/timeline", params={"format": format_}, headers={"If-None-Match": tag})
        assert held.status_code == 304


@pytest.mark.parametrize(
    ("parameters", "status", "shown"),
    [
        ({"by": "year"}, 422, "'day', 'week' or 'month'"),
        ({"format": "xml"}, 422, "timelinejs"),
        ({"since": "soon"}, 422, "2023-02-03"),
        ({"topic": "Bakhmut"}, 422, "topic"),
        ({"cursor": "x"}, 422, "`next`"),
        ({"about": "Nowhere at all"}, 404, "Nowhere at all"),
    ],
)
def test_a_bad_question_is_a_problem(
    parameters: dict[str, str], status: int, shown: str, hostile: httpx.Client
) -> None:
    answer = hostile.get("/timeline", params=parameters)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert shown in answer.json()["detail"]


TOLD = [
    Told(SCRIPT, "2023-02-03", actors=("Ivan Petrenko",), killed=3),
    Told(FORMULA, "2023-02-04/2023-02-05"),
    Told(CONTROLS, None, None),
    Told("They will come", "2023-02-08", modality="planned"),
]


@pytest.fixture
def happened(database: Database) -> Iterator[httpx.Client]:
    """The service over a report of events, one of which somebody speaks of."""
    migrate(database.driver, database.name)
    said = [Said("Anna Kovalenko", "I saw it.", ("Bakhmut",), "2023-02-04")]
    one = event_batch("one.txt", TOLD, said=said)
    writer = Writer(database.driver, database.name)
    writer.load(replace(one, report=replace(one.report, title=SCRIPT, url="javascript:alert(1)")), NOW)
    with serving(create_app(database)) as client:
        yield client


def test_events_are_on_the_timeline_in_each_format(happened: httpx.Client) -> None:
    groups = asked(happened, "json").json()["groups"]
    assert [[(each["kind"], each.get("summary", each.get("content"))) for each in group["items"]] for group in groups] == [
        [("Event", SCRIPT)], [("Event", FORMULA), ("Statement", "I saw it.")], [("Event", " ".join(CONTROLS.split()))],
    ]  # fmt: skip
    assert [group["count"] for group in groups] == [1, 2, 1]
    [event] = groups[0]["items"]
    assert [each["exact"] for each in event["figures"]] == [3.0]

    lines = list(csv.DictReader(io.StringIO(asked(happened, "csv").text, newline=""), strict=True))
    assert [line["kind"] for line in lines] == ["Event", "Event", "Statement", "Event"]
    assert [line["content"] for line in lines[:2]] == [SCRIPT, f"'{FORMULA}"]
    assert (lines[0]["type"], lines[0]["place"], lines[0]["lat"], lines[0]["participants"]) == (
        "ASSAULT", "Bakhmut", "48.59", "Ivan Petrenko",
    )  # fmt: skip
    assert (lines[2]["type"], lines[0]["speaker"], lines[3]["place"]) == ("", "", "")
    for line in lines:
        assert all(value[:1] not in set("=+-@\t\r\n") for value in line.values())

    found = asked(happened, "geojson").json()
    assert [(each["properties"]["kind"], each["geometry"]["coordinates"]) for each in found["features"]] == [
        ("Event", [38.0, 48.59]), ("Event", [38.0, 48.59]), ("Statement", [38.0, 48.59]),
    ]  # fmt: skip
    assert found["unlocated"] == 1

    slides = asked(happened, "timelinejs").json()
    assert slides["title"]["text"]["text"] == "<p>Events: 3, statements: 1</p>"
    assert [each["group"] for each in slides["events"]] == ["Events", "Events", "Anna Kovalenko", "Events"]
    for each in slides["events"]:
        assert Tags(each["text"]["headline"]).tags == []
        assert {tag for tag, _ in Tags(each["text"]["text"]).tags} <= {"blockquote", "p"}  # no link to javascript:


@pytest.mark.parametrize(
    ("parameters", "kinds"),
    [
        ({"kinds": "events"}, ["Event"] * 3),
        ({"kinds": "statements"}, ["Statement"]),
        ({"kinds": ["statements", "events"]}, ["Event", "Event", "Statement", "Event"]),
        ({"kinds": "events", "modality": "planned"}, ["Event"]),
        ({"about": "Bakhmut"}, ["Event", "Event", "Statement"]),
        ({"about": "Donetsk region"}, ["Event", "Event", "Statement"]),
        ({"about": "Donetsk region", "within": "false"}, []),
        ({"about": "Ivan Petrenko"}, ["Event"]),
        ({"about": ["Ivan Petrenko", "Bakhmut"]}, ["Event"]),
        ({"speaker": "Anna Kovalenko"}, ["Statement"]),
        ({"speaker": "Anna Kovalenko", "kinds": "events"}, []),
        ({"when": "2023-02-04"}, ["Event", "Statement"]),
    ],
)
def test_what_is_asked_for_is_shown(parameters: dict[str, Any], kinds: list[str], happened: httpx.Client) -> None:
    groups = asked(happened, "json", **parameters).json()["groups"]
    assert [each["kind"] for group in groups for each in group["items"]] == kinds


def test_pages_lead_over_both_kinds(happened: httpx.Client) -> None:
    answer = asked(happened, "json", limit=1, by="month")
    ids: list[str] = []
    while True:
        [group] = answer.json()["groups"]
        ids.extend(each["id"] for each in group["items"])
        assert group["count"] == 4
        if "next" not in answer.links:
            break
        answer = happened.get(answer.links["next"]["url"])
    assert ids == [each["id"] for group in asked(happened, "json").json()["groups"] for each in group["items"]]


@pytest.mark.parametrize(
    ("parameters", "shown"),
    [({"kinds": "reports"}, "'events' or 'statements'"), ({"modality": "maybe"}, "historical")],
)
def test_an_unknown_kind_is_a_problem(parameters: dict[str, str], shown: str, happened: httpx.Client) -> None:
    answer = happened.get("/timeline", params=parameters)
    assert answer.status_code == 422
    assert shown in answer.json()["detail"]
