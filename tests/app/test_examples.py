"""Every route shows an example of its answer, and the examples are answers that it could give."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from fastapi.routing import APIRoute
from pydantic import TypeAdapter

from app.examples import EXAMPLES_FOLDER
from app.formats.geojson import FeatureCollection
from app.formats.spreadsheet import COLUMNS
from app.routers import actors, events, operations, places, reports, search, statements, timeline, walks

ROUTES = [
    route
    for group in (statements, events, actors, places, reports, timeline, search, walks, operations)
    for route in group.router.routes
    if isinstance(route, APIRoute)
]


def example_of(route: APIRoute, media_type: str = "application/json") -> Any:
    return route.responses[200]["content"][media_type]["example"]


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.path)
def test_an_example_is_an_answer_of_its_route(route: APIRoute) -> None:
    example = example_of(route)
    read = TypeAdapter(route.response_model).validate_python(example)
    written = json.loads(TypeAdapter(route.response_model).dump_json(read))
    assert written == example  # nothing is missing, and nothing is more than the route answers
    assert example.get("items", [example])  # no example of an empty list


def test_the_other_formats_of_a_timeline_have_examples() -> None:
    [route] = [each for each in ROUTES if each.path == "/timeline"]
    lines = list(csv.reader(io.StringIO(example_of(route, "text/csv"), newline="")))
    assert tuple(lines[0]) == COLUMNS
    assert len(lines) > 1
    assert FeatureCollection.model_validate_json(example_of(route, "application/geo+json")).features


def test_every_question_has_its_example() -> None:
    asked = json.loads((EXAMPLES_FOLDER / "questions.json").read_text(encoding="utf-8"))
    examples = {path.name for path in EXAMPLES_FOLDER.iterdir()}
    assert {name if "." in name else f"{name}.json" for name in asked} <= examples
