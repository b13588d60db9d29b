"""RSS and Atom feeds: each entry is a report."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping

import feedparser

from graph.errors import InvalidDate
from graph.timespan import TimeSpan
from ingest.readers.dates import parse_published
from ingest.readers.documents import Document, Item, Metadata, Notice, RejectedInput, check_text
from ingest.readers.html import own_address, plain_text

# An Atom entry need not say when it was published, only when it was last updated.
DATE_FIELDS = ("published", "created", "updated")


def read_feed(data: bytes, name: str, shared: Metadata) -> Iterator[Item]:
    """The entries of a feed that was found to be well-formed and without entities. `shared` is what the manifest says of all of them."""
    # As a stream: feedparser takes bytes for an address or a file name first.
    try:
        feed = feedparser.parse(io.BytesIO(data))
    except Exception as error:  # feedparser names no errors of its own, and one odd feed must not end a run
        raise RejectedInput("malformed-xml", f"it cannot be read as a feed: {error}") from error
    if not feed.entries:
        raise RejectedInput("empty", "the feed has no entries")
    for number, entry in enumerate(feed.entries, 1):
        place = f"{name}#{number}"
        try:
            text = _text(entry)
        except RejectedInput as error:
            yield error.rejection(place)
            continue
        published: TimeSpan | None = None
        value = next((entry[field] for field in DATE_FIELDS if entry.get(field)), None)
        if value is not None:
            try:
                published = parse_published(value)
            except InvalidDate:
                yield Notice(
                    place,
                    None,
                    f"it gives {value!r} as its date of publication, which is no date; it is read as undated",
                )
        own = Metadata(
            url=own_address(entry.get("link")),
            given_id=entry.get("id") or None,
            publisher=_publisher(entry, feed.feed),
            title=plain_text(entry.get("title", "")) or None,
            published=published,
        )
        yield Document.of(own.url or place, f"{name}#{own.given_id or number}", text, shared.or_else(own))


def _text(entry: Mapping[str, object]) -> str:
    """The text of an entry: its content, else its summary. Raises `RejectedInput` where there is neither."""
    contents = entry.get("content")
    values = [part.get("value") for part in contents] if isinstance(contents, list) else []
    for value in [*values, entry.get("summary")]:
        if isinstance(value, str) and (text := plain_text(value)):
            return check_text(text)
    raise RejectedInput("no-text", "this entry has neither content nor summary")


def _publisher(entry: Mapping[str, object], feed: Mapping[str, object]) -> str | None:
    source = entry.get("source")
    named = source.get("title") if isinstance(source, Mapping) else None
    value = named or feed.get("publisher") or feed.get("title")
    return value.strip() or None if isinstance(value, str) else None
