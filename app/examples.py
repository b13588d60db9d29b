"""An example of each answer in OpenAPI: what the service answered about the reports in `samples/`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

EXAMPLES_FOLDER = Path(__file__).parent / "openapi_examples"


def example(name: str, **more: dict[str, Any]) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route whose example is `openapi_examples/<name>.json`; `more` are further media types."""
    found = json.loads((EXAMPLES_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return {200: {"description": "Successful Response", "content": {"application/json": {"example": found}, **more}}}


def example_text(file_name: str) -> str:
    """An answer that is no JSON of ours, as it was sent."""
    return (EXAMPLES_FOLDER / file_name).read_text(encoding="utf-8")
