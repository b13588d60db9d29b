"""Timelines in other tools' formats, held against schemas of those formats, over reports that are out to do harm."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import httpx
import jsonschema_rs
import pytest
from batches import Said
from event_batches import Told, event_batch
from serving import serving

from app.main import create_app
from graph.database import Database
from graph.migrations import migrate
from graph.writer import Writer

NOW = "2023-02-11T00:00:00+00:00"
SCRIPT = "<script>alert(1)</script><svg onload=alert(2)>"
FORMULAS = ['=cmd|" /C calc"!A1', "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1", " =1+1", "＝1+1"]
CONTROLS = "bell\x07 null\x00 escape\x1b[31m next\x85 delete\x7f"
HARM = [SCRIPT, *FORMULAS, CONTROLS, f"{FORMULAS[0]}{SCRIPT}{CONTROLS}", 'a "quoted", cell\r\nof two lines']
PAGES = ["javascript:alert(1)", "data:text/html,<script>alert(1)</script>", 'https://news.example/"onclick="alert(1)']

# RFC 7946, sections 3.1.1 to 3.3, as far as points go; foreign members are allowed (6.1).
GEOJSON = {
    "type": "object",
    "required": ["type", "features"],
    "not": {"anyOf": [{"required": [name]} for name in ("coordinates", "geometries", "geometry", "properties", "crs")]},
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {"type": "array", "items": {"$ref": "#/$defs/feature"}},
    },
    "$defs": {
        "feature": {
            "type": "object",
            "required": ["type", "geometry", "properties"],
            "not": {"anyOf": [{"required": [name]} for name in ("coordinates", "geometries", "features")]},
            "properties": {
                "type": {"const": "Feature"},
                "id": {"type": ["string", "number"]},
                "properties": {"type": ["object", "null"]},
                "geometry": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/point"}]},
            },
        },
        "point": {
            "type": "object",
            "required": ["type", "coordinates"],
            "properties": {
                "type": {"const": "Point"},
                "coordinates": {
                    "type": "array",
                    "prefixItems": [
                        {"type": "number", "minimum": -180, "maximum": 180},
                        {"type": "number", "minimum": -90, "maximum": 90},
                    ],
                    "items": {"type": "number"},
                    "minItems": 2,
                    "maxItems": 3,
                },
            },
        },
    },
}

# The fields that Knight Lab documents for TimelineJS 3; its dates may be texts of digits too.
TIMELINEJS = {
    "type": "object",
    "required": ["events"],
    "properties": {
        "events": {"type": "array", "items": {"$ref": "#/$defs/dated"}},
        "title": {"$ref": "#/$defs/slide"},
        "eras": {"type": "array"},
        "scale": {"enum": ["human", "cosmological"]},
    },
    "$defs": {
        "slide": {
            "type": "object",
            "properties": {
                "start_date": {"$ref": "#/$defs/date"},
                "end_date": {"$ref": "#/$defs/date"},
                "text": {"$ref": "#/$defs/text"},
                "media": {"type": "object", "required": ["url"]},
                "group": {"type": "string"},
                "display_date": {"type": "string"},
                "background": {"type": "object"},
                "autolink": {"type": "boolean"},
                "unique_id": {"type": "string", "minLength": 1},
            },
            "additionalProperties": False,
        },
        "dated": {"$ref": "#/$defs/slide", "required": ["start_date"]},
        "text": {
            "type": "object",
            "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
            "additionalProperties": False,
        },
        "date": {
            "type": "object",
            "required": ["year"],
            "properties": {
                "year": {"type": "integer"},
                "month": {"type": "integer", "minimum": 1, "maximum": 12},
                "day": {"type": "integer", "minimum": 1, "maximum": 31},
                "display_date": {"type": "string"},
            },
            "dependentRequired": {"day": ["month"]},
            "additionalProperties": False,
        },
    },
}


class Html(HTMLParser):
    """The tags of a text, and its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs


@pytest.fixture(scope="module")
def client(read_database: Database) -> Iterator[httpx.Client]:
    """The service over reports whose words, speakers, titles, publishers, file names and addresses are all harmful."""
    migrate(read_database.driver, read_database.name)
    writer = Writer(read_database.driver, read_database.name)
    for number, harm in enumerate(HARM):
        told = [Told(f"{harm} shelled", said_by=f"{harm} Petrenko"), Told(harm, "2023-02", "Soledar", modes=(harm,))]
        said = [Said(f"{harm} Kovalenko", harm, ("Bakhmut", "Soledar"), "2023-02-03"), Said("Ivan Petrenko", harm)]
        found = event_batch(f"{harm}-{number}.txt", told, publisher=f"{harm} Courier {number}", said=said)
        report = replace(found.report, title=harm, url=PAGES[number % len(PAGES)])
        writer.load(replace(found, report=report), NOW)
    with serving(create_app(read_database)) as client:
        yield client


def timeline(client: httpx.Client, format_: str) -> httpx.Response:
    answer = client.get("/timeline", params={"about": "Bakhmut", "format": format_, "limit": 500})
    assert answer.status_code == 200
    assert answer.headers["x-content-type-options"] == "nosniff"
    return answer


def texts(value: Any) -> Iterator[str]:
    """Every text in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts(each)


def controls(text: str) -> set[str]:
    """The control characters in a text that are no line end and no tab."""
    return {character for character in text if unicodedata.category(character) == "Cc"} - set("\r\n\t")


def test_csv_is_one_table_without_formulas(client: httpx.Client) -> None:
    head, *lines = csv.reader(io.StringIO(timeline(client, "csv").text, newline=""), strict=True)
    assert len(lines) >= 2 * len(HARM)
    assert {len(line) for line in lines} == {len(head)}
    cells = [cell for line in lines for cell in line]
    assert [cell for cell in cells if cell.lstrip()[:1] and cell.lstrip()[0] in "=+-@＝＋－＠"] == []
    assert [cell for cell in cells if cell[:1] in "\t\r\n" and cell] == []
    assert [cell for cell in cells if controls(cell)] == []
    assert any(SCRIPT in cell for cell in cells)  # as text, which a spreadsheet shows as such


def test_geojson_is_what_the_rfc_says(client: httpx.Client) -> None:
    found = timeline(client, "geojson").json()
    jsonschema_rs.validate(GEOJSON, found)
    assert len(found["features"]) >= 2 * len(HARM)
    assert [text for text in texts(found) if controls(text)] == []


def test_timelinejs_is_what_it_reads_and_shows_no_markup_of_strangers(client: httpx.Client) -> None:
    found = timeline(client, "timelinejs").json()
    jsonschema_rs.validate(TIMELINEJS, found)
    assert len(found["events"]) >= 2 * len(HARM)
    for text in texts(found):
        assert controls(text) == set()
        html = Html(text)
        assert html.tags <= {"blockquote", "p", "a"}
        assert {name for name, _ in html.attributes} <= {"href", "rel"}
        assert all((value or "").startswith("https://") for name, value in html.attributes if name == "href")


def test_json_is_data_that_no_browser_runs(client: httpx.Client) -> None:
    answer = timeline(client, "json")
    assert answer.headers["content-type"] == "application/json"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert controls(answer.text) <= {"\x7f", "\x85"}  # the others are escaped
    assert SCRIPT in set(texts(answer.json()))


@pytest.mark.parametrize(
    ("schema", "wrong"),
    [
        (GEOJSON, {"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": None}]}),
        (
            GEOJSON,
            {
                "type": "FeatureCollection",
                "features": [
                    {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [48.6, 98.0]}}
                ],
            },
        ),
        (TIMELINEJS, {"events": [{"text": {"headline": "undated"}}]}),
        (TIMELINEJS, {"events": [{"start_date": {"year": 2023, "day": 3}}]}),
    ],
)
def test_the_schemas_refuse_what_is_wrong(schema: dict[str, Any], wrong: dict[str, Any]) -> None:
    assert not jsonschema_rs.is_valid(schema, json.loads(json.dumps(wrong)))
