"""Entity tags: who has the answer already gets none again."""

from __future__ import annotations

import httpx
import pytest
from batches import Said, batch

from graph.database import Database
from graph.writer import Writer


@pytest.mark.parametrize("held", ["{tag}", 'W/{tag}, "other"', '"other", {tag}', "*"])
@pytest.mark.parametrize("route", ["/statements", "/actors", "/places/Bakhmut", "/reports"])
def test_what_is_held_already_is_not_sent_again(route: str, held: str, client: httpx.Client) -> None:
    tag = client.get(route).headers["etag"]
    assert tag.startswith('"')
    answer = client.get(route, headers={"If-None-Match": held.format(tag=tag)})
    assert (answer.status_code, answer.content, answer.headers["etag"]) == (304, b"", tag)


def test_another_answer_has_another_tag(client: httpx.Client, reports: Database) -> None:
    before = client.get("/statements").headers["etag"]
    assert client.get("/statements", headers={"If-None-Match": '"other"'}).status_code == 200
    Writer(reports.driver, reports.name).load(
        batch("new.txt", [Said("Anna Kovalenko", "Again.")]), "2023-02-11T00:00:00Z"
    )
    answer = client.get("/statements", headers={"If-None-Match": before})
    assert (answer.status_code, answer.headers["etag"] == before) == (200, False)


def test_a_problem_has_no_tag(client: httpx.Client) -> None:
    answer = client.get("/actors/nobody", headers={"If-None-Match": "*"})
    assert answer.status_code == 404
    assert "etag" not in answer.headers
