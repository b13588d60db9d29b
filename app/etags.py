"""Strong entity tags on what is read: who has the answer already gets a 304 without a body."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# What a 304 says too (RFC 9110, 15.4.5), besides what other layers add.
_KEPT_HEADERS = (b"etag", b"cache-control", b"content-location", b"date", b"expires", b"link", b"vary")


class EntityTags:
    """Hashes the whole body of each successful GET, and compares with `If-None-Match`."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on what is no GET."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        start: Message = {}
        body = bytearray()

        async def tagged(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
                if start["status"] != 200:
                    await send(start)
            elif start["status"] != 200 or message["type"] != "http.response.body":
                await send(message)
            else:
                body.extend(message.get("body", b""))
                if not message.get("more_body", False):
                    await _answer(send, start, bytes(body), Headers(scope=scope).getlist("if-none-match"))

        await self._app(scope, receive, tagged)


async def _answer(send: Send, start: Message, body: bytes, held: Iterable[str]) -> None:
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = MutableHeaders(raw=start["headers"])
    headers.setdefault("etag", tag)
    headers.setdefault("cache-control", "no-cache")
    if _matches(headers["etag"], held):
        kept = [(name, value) for name, value in start["headers"] if name.lower() in _KEPT_HEADERS]
        await send({"type": "http.response.start", "status": 304, "headers": kept})
        await send({"type": "http.response.body", "body": b""})
    else:
        await send(start)
        await send({"type": "http.response.body", "body": body})


def _matches(tag: str, held: Iterable[str]) -> bool:
    """Whether one of the tags that the client holds is `tag`: a weak one counts, for only a body of its own is compared."""
    tags = {each.strip().removeprefix("W/") for line in held for each in line.split(",")}
    return tag in tags or "*" in tags
