"""Where an answer goes on: the addresses of this service about a thing, relative to its root."""

from __future__ import annotations

from urllib.parse import quote, urlencode


def link(route: str, path_id: str | None = None, **parameters: str) -> str:
    """`/route/id?name=value`, whatever characters the id and the values have; a parameter `from_` is written `from`."""
    path = f"/{route}" if path_id is None else f"/{route}/{quote(path_id, safe=':')}"
    query = urlencode({name.rstrip("_"): value for name, value in parameters.items()}, quote_via=quote, safe=":")
    return f"{path}?{query}" if query else path
