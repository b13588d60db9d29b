"""What OpenAPI says of the service where FastAPI alone would say it wrongly, or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from app.errors import PROBLEM_MEDIA_TYPE
from app.formats.geojson import FeatureCollection

COMPONENTS = "#/components/schemas/"
# What routes answer under media types of their own.
FURTHER_MODELS: tuple[type[BaseModel], ...] = (FeatureCollection,)

HELD_TAG = {
    "name": "If-None-Match",
    "in": "header",
    "description": "the ETag of the answer that you hold; where it is still the same there is no body",
    "schema": {"type": "string"},
}
NOT_MODIFIED = {"description": "The answer that you hold is still the same"}


class Service(FastAPI):
    """An app that documents problems as what they are sent as, further media types, and what `EntityTags` does with what is read."""

    def openapi(self) -> dict[str, Any]:
        """The document, made once."""
        if self.openapi_schema is None:
            document = super().openapi()
            document["components"]["schemas"] |= _definitions(FURTHER_MODELS)
            for path in document["paths"].values():
                for method, operation in path.items():
                    for response in operation["responses"].values():
                        _file_under_problem(response.get("content", {}))
                    if method == "get":
                        operation.setdefault("parameters", []).append(HELD_TAG)
                        operation["responses"]["304"] = NOT_MODIFIED
        return super().openapi()


def _definitions(models: Iterable[type[BaseModel]]) -> dict[str, Any]:
    _, found = models_json_schema([(each, "serialization") for each in models], ref_template=f"{COMPONENTS}{{model}}")
    definitions: dict[str, Any] = found["$defs"]
    return definitions


def _file_under_problem(content: dict[str, Any]) -> None:
    """FastAPI files every model under the media type of what the route answers."""
    if PROBLEM_MEDIA_TYPE in content and "application/json" in content:
        content[PROBLEM_MEDIA_TYPE] = content.pop("application/json")
