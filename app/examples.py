"""An example of each answer in OpenAPI: what the service answered about the reports in `samples/`.

`python -m app.examples http://127.0.0.1:8000` renews them.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx

EXAMPLES_FOLDER = Path(__file__).parent / "openapi_examples"


def example(name: str, **more: dict[str, Any]) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route whose example is `openapi_examples/<name>.json`; `more` are further media types."""
    found = json.loads((EXAMPLES_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return {200: {"description": "Successful Response", "content": {"application/json": {"example": found}, **more}}}


def example_text(file_name: str) -> str:
    """An answer that is no JSON of ours, as it was sent."""
    return (EXAMPLES_FOLDER / file_name).read_text(encoding="utf-8")


def renew(base_url: str) -> None:
    """Asks the questions of `questions.json` of a service that holds the reports in `samples/`, and keeps its answers.

    `{statement}` and the like stand for the id of the first item of that list.
    """
    questions: dict[str, str] = json.loads((EXAMPLES_FOLDER / "questions.json").read_text(encoding="utf-8"))
    ids: dict[str, str] = {}
    with httpx.Client(base_url=base_url, timeout=60) as client:
        for name, question in questions.items():
            answer = client.get(question.format_map(ids)).raise_for_status()
            path = EXAMPLES_FOLDER / (name if "." in name else f"{name}.json")
            if path.suffix == ".csv":
                path.write_bytes(answer.content)
            else:
                path.write_text(json.dumps(answer.json(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
            if name.endswith("s") and (items := answer.json().get("items")):
                ids[name.removesuffix("s")] = quote(items[0]["id"], safe="")


if __name__ == "__main__":
    renew(sys.argv[1])
