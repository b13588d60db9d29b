"""Cursors of pages: where the page before ended, as two texts, the order's key and the id."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from typing import NamedTuple

from graph.errors import InvalidCursor


class Key(NamedTuple):
    """Where an item stands in the order of a list: its day as the indexes hold it, and its id."""

    day: str
    id: str


def page_of(keys: Sequence[Key], limit: int) -> tuple[Sequence[Key], str | None]:
    """The first `limit` keys, and the cursor of the page after, None where there are no more."""
    shown = keys[:limit]
    return shown, write_cursor(*shown[-1]) if len(keys) > limit else None


def write_cursor(key: str, id_: str) -> str:
    """The cursor of the page that follows an item."""
    return base64.urlsafe_b64encode(json.dumps([key, id_]).encode()).decode().rstrip("=")


def read_cursor(value: str | None) -> tuple[str | None, str | None]:
    """The key and id in a cursor, both None without one; raises `InvalidCursor`."""
    if value is None:
        return None, None
    try:
        decoded = json.loads(base64.b64decode(value + "=" * (-len(value) % 4), altchars=b"-_", validate=True))
    except (binascii.Error, ValueError, RecursionError) as error:
        raise InvalidCursor(value) from error
    match decoded:
        case [str(key), str(id_)] if _is_text(key) and _is_text(id_):
            return key, id_
        case _:
            raise InvalidCursor(value)


def _is_text(value: str) -> bool:
    """Whether a database can be asked for it: JSON can spell half a character."""
    return not any("\ud800" <= character <= "\udfff" for character in value)
