"""What OpenAPI documents beyond the routes' own answers."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import Any

import httpx
import pytest

from app.main import create_app
from app.security import OPEN_PATHS

OPERATIONS = {
    f"{method.upper()} {path}": operation
    for path, methods in create_app(None).openapi()["paths"].items()  # type: ignore[arg-type]
    for method, operation in methods.items()
}


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_problem_is_documented_as_one(name: str) -> None:
    responses: dict[str, Any] = OPERATIONS[name]["responses"]
    problems = {status: each["content"] for status, each in responses.items() if status >= "400"}
    assert {"403", "413", "414"} <= set(problems)
    for content in problems.values():
        assert content == {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}


@pytest.mark.parametrize("name", OPERATIONS)
def test_what_needs_a_key_says_so(name: str) -> None:
    is_open = name.partition(" ")[2] in OPEN_PATHS
    assert (OPERATIONS[name].get("security") == [{"HTTPBearer": []}]) == (not is_open)
    assert ("401" in OPERATIONS[name]["responses"]) == (not is_open)


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_answer_has_an_example(name: str) -> None:
    answers = [each for status, each in OPERATIONS[name]["responses"].items() if status.startswith("2")]
    contents = [content for answer in answers for content in answer["content"].values()]
    assert contents
    assert all("example" in content for content in contents)


def test_what_is_read_may_be_held() -> None:
    assert {name for name, operation in OPERATIONS.items() if "304" in operation["responses"]} == {
        name for name in OPERATIONS if name.startswith("GET ")
    }


def test_what_the_write_side_may_answer_besides() -> None:
    assert {"400", "409", "422", "501", "503"} <= set(OPERATIONS["POST /reports"]["responses"])
    assert {"404", "422", "503"} <= set(OPERATIONS["DELETE /reports/{report_id}"]["responses"])


@pytest.mark.parametrize(
    ("path", "methods"),
    [("/reports", "GET, POST"), ("/reports/a", "DELETE, GET"), ("/statements", "GET"), ("/health", "GET")],
)
def test_a_method_that_a_path_has_not_is_told_those_that_it_has(
    path: str, methods: str, read_client: httpx.Client
) -> None:
    answer = read_client.request("PATCH", path)
    assert (answer.status_code, answer.headers["allow"]) == (405, methods)
    assert answer.headers["content-type"] == "application/problem+json"


def test_geojson_is_described_down_to_its_properties() -> None:
    document = create_app(None).openapi()  # type: ignore[arg-type]
    [answer] = [
        content["schema"]
        for media_type, content in OPERATIONS["GET /timeline"]["responses"]["200"]["content"].items()
        if media_type == "application/geo+json"
    ]
    schemas = document["components"]["schemas"]
    assert answer == {"$ref": "#/components/schemas/FeatureCollection"}
    feature = schemas["Feature"]
    assert schemas["FeatureCollection"]["properties"]["features"]["items"] == {"$ref": "#/components/schemas/Feature"}
    assert feature["properties"]["geometry"] == {"$ref": "#/components/schemas/Point"}
    assert set(feature["properties"]["properties"]["discriminator"]["mapping"]) == {"Event", "Statement"}
    assert {"type", "coordinates"} == set(schemas["Point"]["required"])
    assert {"kind", "place", "content", "evidence"} <= set(schemas["StatementProperties"]["required"])
    named = set(re.findall(r'"#/components/schemas/(\w+)"', json.dumps(document)))
    assert named <= set(schemas)


def test_the_page_to_try_it_on_refers_to_no_other_host(read_client: httpx.Client) -> None:
    page = read_client.get("/docs")
    assert page.headers["content-type"].startswith("text/html")
    assert not re.findall(r"(?:https?:)?//[\w.-]+\.\w+", page.text)
    links = re.findall(r'(?:src|href)="([^"]+)"', page.text) + re.findall(r"url: '([^']+)'", page.text)
    assert len(links) == 4
    for link in links:
        answer = read_client.get(f"/{link}")
        assert answer.status_code == 200
        assert answer.content
    assert '"validatorUrl": null' in page.text
    assert read_client.get("/", follow_redirects=True).text == page.text
    assert read_client.get("/redoc").status_code == 404


def test_a_browser_runs_on_the_page_only_what_the_service_sends(read_client: httpx.Client) -> None:
    page = read_client.get("/docs")
    policy = page.headers["content-security-policy"]
    [script] = re.findall(r"<script>(.*?)</script>", page.text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'self' 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'self';")
    assert "http" not in policy
