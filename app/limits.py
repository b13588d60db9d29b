"""How much one request may be: a longer address or body is refused, a body while it is read and not after."""

from __future__ import annotations

from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.errors import problem

# One report of the longest text that is read, see the readers.
MAX_BODY_BYTES = 10_000_000
# Longer than any question, shorter than what servers and proxies before us take.
MAX_ADDRESS_BYTES = 8_192

TOO_LARGE = f"the body is larger than {MAX_BODY_BYTES // 1_000_000} MB; `chronotope ingest` reads files of many reports"


class Limits:
    """Refuses what is too large: by its own word at once, without it as soon as the limit is passed."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        address_bytes = len(scope.get("raw_path") or scope["path"].encode()) + len(scope["query_string"])
        if address_bytes > MAX_ADDRESS_BYTES:
            detail = f"the address has {address_bytes} bytes, and {MAX_ADDRESS_BYTES} are read"
            await problem(HTTPStatus.REQUEST_URI_TOO_LONG, "uri-too-long", detail)(scope, receive, send)
            return
        declared = Headers(scope=scope).get("content-length", "")
        if declared.isdigit() and (len(declared) > 18 or int(declared) > MAX_BODY_BYTES):
            await problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too-large", TOO_LARGE)(scope, receive, send)
            return
        await self._app(scope, _Counted(receive), send)


class _Counted:
    """Hands the body on until it is larger than what is read."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._received_bytes = 0

    async def __call__(self) -> Message:
        message = await self._receive()
        self._received_bytes += len(message.get("body", b""))
        if self._received_bytes > MAX_BODY_BYTES:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, TOO_LARGE)
        return message
