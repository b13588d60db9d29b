"""One file to its documents: the reader is chosen by the file name's ending."""

from __future__ import annotations

import io
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from ingest.readers.decoding import Decoded, decode
from ingest.readers.documents import (
    MAX_TEXT_BYTES,
    Document,
    Item,
    Metadata,
    Notice,
    RejectedInput,
    check_text,
    too_large,
)
from ingest.readers.html import read_html
from ingest.readers.records import looks_like_records, read_json, read_json_lines
from ingest.readers.xml import read_xml

# (the file's bytes, its name, what the manifest says of it) → what is in it
Reader = Callable[[bytes, str, Metadata], Iterator[Item]]


def read_plain(data: bytes, name: str, given: Metadata) -> Iterator[Item]:
    """A file that is its text."""
    decoded = decode(data)
    yield from _encoding_notice(decoded, name)
    yield Document.of(name, name, check_text(decoded.text), given)


def read_json_file(data: bytes, name: str, given: Metadata) -> Iterator[Item]:
    """A file that is one JSON value; one object a line is read too, as many tools write it under this ending."""
    decoded = decode(data)
    check_text(decoded.text)
    lines = decoded.text.strip().split("\n")
    if len(lines) > 1 and looks_like_records(lines[0]):
        yield from read_json_lines(io.BytesIO(data), name, given.shared())
        return
    yield from _encoding_notice(decoded, name)
    yield from read_json(decoded, name, given)


READERS: dict[str, Reader] = {
    ".atom": read_xml,
    ".htm": read_html,
    ".html": read_html,
    ".json": read_json_file,
    ".md": read_plain,
    ".rss": read_xml,
    ".txt": read_plain,
    ".xhtml": read_html,
    ".xml": read_xml,
}
LINES_SUFFIX = ".jsonl"


def read_file(path: Path, name: str, given: Metadata) -> Iterator[Item]:
    """What is in the file at `path`, called `name` in what is said of it. Raises `RejectedInput`."""
    suffix = path.suffix.lower()
    try:
        mode = path.stat().st_mode
        if suffix == LINES_SUFFIX:
            with path.open("rb") as stream:
                yield from _some(read_json_lines(stream, name, given.shared()))
        elif suffix == "" and not stat.S_ISDIR(mode):
            with path.open("rb") as stream:
                yield from read_stream(stream, name, given)
        elif suffix in READERS:
            yield from READERS[suffix](_bytes(path), name, given)
        else:
            raise unsupported(suffix)
    except OSError as error:
        raise RejectedInput("unreadable", f"it cannot be read: {error.strerror or error}") from error


def read_stream(stream: BinaryIO, name: str, given: Metadata) -> Iterator[Item]:
    """A stream without an ending to tell what it is: JSON, a page, XML, else one plain text."""
    first = stream.readline(MAX_TEXT_BYTES + 1)
    start = first.decode("utf-8-sig", "replace").strip()
    if looks_like_records(start):
        yield from read_json_lines(stream, name, given.shared(), first)
        return
    data = first + stream.read(MAX_TEXT_BYTES + 1 - len(first))
    if len(data) > MAX_TEXT_BYTES:
        raise too_large(None)
    text = decode(data).text if data else ""
    if text.lstrip().startswith(("{", "[{")) and any(map(looks_like_records, text.split("\n"))):
        yield from read_json_lines(io.BytesIO(data), name, given.shared())
    elif text.lstrip().startswith(('{"', "{\n", "{\r", "[{", "[\n")):
        yield from read_json(Decoded(text, "utf-8"), name, given)
    elif text.lstrip()[:15].lower().startswith(("<!doctype html", "<html")):
        yield from read_html(data, name, given)
    elif text.lstrip().startswith(("<?xml", "<rss", "<feed")):
        yield from read_xml(data, name, given)
    else:
        yield from read_plain(data, name, given)


def unsupported(suffix: str) -> RejectedInput:
    """The rejection of a file of another kind."""
    known = ", ".join(sorted([*READERS, LINES_SUFFIX]))
    return RejectedInput("unsupported-type", f"it is a {suffix or 'special'} file; read are {known}")


def _bytes(path: Path) -> bytes:
    size = path.stat().st_size
    if size > MAX_TEXT_BYTES:
        raise too_large(size)
    with path.open("rb") as stream:
        data = stream.read(MAX_TEXT_BYTES + 1)
    if len(data) > MAX_TEXT_BYTES:
        raise too_large(None)
    return data


def _some(items: Iterator[Item]) -> Iterator[Item]:
    """`items`; a file that holds none is empty, and said to be."""
    nothing = True
    for item in items:
        nothing = False
        yield item
    if nothing:
        raise RejectedInput("empty", "it holds no line")


def _encoding_notice(decoded: Decoded, name: str) -> Iterator[Notice]:
    if decoded.encoding == "windows-1252":
        yield Notice(name, None, "it is not UTF-8 and was read as Windows-1252")
