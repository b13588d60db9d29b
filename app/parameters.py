"""What holds for the parameters of every route."""

from __future__ import annotations

from collections import Counter
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError


def refuse_repeated(request: Request) -> None:
    """A parameter that takes one value and is given two is an error (422): one of them would be lost in silence."""
    given = Counter(name for name, _ in request.query_params.multi_items())
    repeated = {name: count for name, count in given.items() if count > 1}
    if not repeated:
        return
    path: str = request.scope["route"].path_format
    documented = request.app.openapi()["paths"][path][request.method.lower()]["parameters"]
    single = {each["name"] for each in documented if each["in"] == "query" and not _takes_several(each["schema"])}
    errors = [
        {"loc": ("query", name), "msg": f"it is given {count} times and takes one value", "type": "repeated"}
        for name, count in repeated.items()
        if name in single
    ]
    if errors:
        raise RequestValidationError(errors)


def _takes_several(schema: dict[str, Any]) -> bool:
    return any(each.get("type") == "array" for each in [schema, *schema.get("anyOf", [])])
