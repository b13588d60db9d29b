"""The page on which the service can be tried: Swagger UI from this service's own files, so that it works without any other host."""

from __future__ import annotations

import base64
import hashlib
import re
from importlib.resources import files
from typing import Literal, get_args

from fastapi import APIRouter, Request
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.responses import FileResponse, HTMLResponse

PAGE = "/docs"
Asset = Literal["swagger-ui-bundle.js", "swagger-ui.css", "favicon.png"]
ASSET_PATHS = frozenset(f"{PAGE}/{each}" for each in get_args(Asset))

_FOLDER = files("fastapi_offline") / "static"
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)

router = APIRouter(include_in_schema=False)


@router.get(PAGE)
def documentation(request: Request) -> HTMLResponse:
    """The page; a browser runs its one script and the bundle, and loads nothing from elsewhere."""
    page = get_swagger_ui_html(
        # Relative, so that a proxy may serve all of it under a prefix.
        openapi_url="openapi.json",
        title=f"{request.app.title} API",
        swagger_js_url="docs/swagger-ui-bundle.js",
        swagger_css_url="docs/swagger-ui.css",
        swagger_favicon_url="docs/favicon.png",
        # Else the page sends the address of the service to a validator on the network.
        swagger_ui_parameters={"validatorUrl": None},
    )
    page.headers["Content-Security-Policy"] = _policy(bytes(page.body).decode())
    return page


@router.get(f"{PAGE}/{{name}}")
def asset(name: Asset) -> FileResponse:
    """A file of Swagger UI."""
    return FileResponse(str(_FOLDER / name))


def _policy(page: str) -> str:
    """Only what this service sends, and of scripts within the page those that it has now."""
    hashes = (hashlib.sha256(each.encode()).digest() for each in _INLINE_SCRIPT.findall(page))
    scripts = " ".join(f"'sha256-{base64.b64encode(each).decode()}'" for each in hashes)
    return (
        f"default-src 'self'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
    )
