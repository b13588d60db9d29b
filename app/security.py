"""Who may ask what: by key and scope where there is a keys file, else this machine alone and none of its browsers' strangers."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import urlsplit

import structlog
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Send
from starlette.types import Scope as AsgiScope

from app.documentation import ASSET_PATHS, PAGE
from app.errors import problem
from app.keys import Key, KeysFile, KeysFileError, Scope
from app.settings import is_loopback

READING_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

# They tell nothing of any report: whether the service runs, and how it is asked.
OPEN_PATHS = frozenset({"/", "/health", "/ready", "/openapi.json", PAGE, *ASSET_PATHS})

# Routes under these first words of a path need a scope of their own, whatever their method.
SCOPE_BY_FIRST_WORD = {"cypher": Scope.CYPHER, "judgements": Scope.JUDGE}

log = structlog.get_logger()


class Access:
    """Lets a request through to the routes, or answers it with why not, before anything of its body is read.

    What a new route needs follows from its method, so that none is open by oversight.
    """

    def __init__(self, app: ASGIApp, keys_file: KeysFile | None, origins: frozenset[str]) -> None:
        self._app = app
        self._keys_file = keys_file
        self._origins = origins

    async def __call__(self, scope: AsgiScope, receive: Receive, send: Send) -> None:
        """One request."""
        answer: ASGIApp = self._app
        if scope["type"] == "http":
            answer = self._refusal(scope) or self._app
        await answer(scope, receive, send)

    def _refusal(self, scope: AsgiScope) -> Response | None:
        if self._keys_file is None:
            return self._refusal_without_keys(scope)
        if scope["path"] in OPEN_PATHS and scope["method"] in READING_METHODS:
            return None
        try:
            return _refusal_by_key(self._keys_file, scope)
        except KeysFileError as error:
            log.error("the keys file cannot be used", path=str(error.path), reason=error.reason)
            return problem(
                HTTPStatus.SERVICE_UNAVAILABLE, "keys-unavailable", "the keys cannot be read; the log says why"
            )

    def _refusal_without_keys(self, scope: AsgiScope) -> Response | None:
        headers = Headers(scope=scope)
        client = scope.get("client")
        if client is None or not is_loopback(client[0]):
            return problem(
                HTTPStatus.FORBIDDEN, "not-this-machine", "without keys the service answers its own machine alone"
            )
        host = headers.get("host", "")
        if not is_loopback(host_name(host)):
            # A page of a foreign name that was pointed at this machine: its origin would be ours.
            return problem(
                HTTPStatus.FORBIDDEN,
                "foreign-host",
                f"without keys the service answers to localhost and loopback addresses, not to {host[:100]!r}",
            )
        if scope["method"] not in READING_METHODS and not self._is_own_page(headers, host):
            return problem(
                HTTPStatus.FORBIDDEN,
                "foreign-origin",
                "without keys a page of another origin may not write; CHRONOTOPE_CORS_ORIGINS names those that may",
            )
        return None

    def _is_own_page(self, headers: Headers, host: str) -> bool:
        """Whether no browser asks, or one does for a page of this service or of an origin that the settings name."""
        origin = headers.get("origin")
        if origin is not None:
            return origin in self._origins or urlsplit(origin).netloc == host
        return headers.get("sec-fetch-site", "none") in ("same-origin", "none")


def _refusal_by_key(keys_file: KeysFile, scope: AsgiScope) -> Response | None:
    scheme, _, token = Headers(scope=scope).get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        return _unauthorized("the service asks for a key: send Authorization: Bearer and the key", "")
    key = keys_file.holder_of(token.strip())
    if key is None:
        return _unauthorized("the key is not known", ', error="invalid_token"')
    needed = scope_needed(scope["method"], scope["path"])
    if needed not in key.scopes:
        return problem(
            HTTPStatus.FORBIDDEN,
            "missing-scope",
            f"this needs a key with the scope {needed}, and that of {key.name} has {_listed(key)}",
            headers={"WWW-Authenticate": f'Bearer realm="chronotope", error="insufficient_scope", scope="{needed}"'},
        )
    scope.setdefault("state", {})["key"] = key
    return None


def scope_needed(method: str, path: str) -> Scope:
    """The scope that a request needs."""
    first_word = path.strip("/").partition("/")[0]
    return SCOPE_BY_FIRST_WORD.get(first_word) or (Scope.READ if method in READING_METHODS else Scope.WRITE)


def host_name(host: str) -> str:
    """A Host header without its port and the brackets of an IPv6 address."""
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0]


def _unauthorized(detail: str, error: str) -> Response:
    return problem(
        HTTPStatus.UNAUTHORIZED,
        "unauthorized",
        detail,
        headers={"WWW-Authenticate": f'Bearer realm="chronotope"{error}'},
    )


def _listed(key: Key) -> str:
    return ", ".join(sorted(key.scopes)) or "none"
