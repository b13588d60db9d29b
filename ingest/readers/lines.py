"""Lines of a stream, one at a time, so that a file of any size is read in little memory."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from ingest.readers.decoding import Decoded, decode
from ingest.readers.documents import MAX_TEXT_BYTES, RejectedInput, too_large

# A line of JSON is longer than the text in it: escapes, metadata.
MAX_LINE_BYTES = 2 * MAX_TEXT_BYTES

_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_lines(stream: BinaryIO, first: bytes = b"") -> Iterator[tuple[int, Decoded | RejectedInput]]:
    """Line numbers from 1 with the line, or with why it cannot be read; blank lines are left out.

    `first` is what was already read of the stream. A file in UTF-16 is read at once and has the size limit of one report.
    """
    start = first or stream.readline(MAX_LINE_BYTES + 1)
    if start.startswith(_WIDE_MARKS):
        yield from _wide_lines(start, stream)
        return
    number = 0
    line = start
    while line:
        number += 1
        if not line.endswith(b"\n") and len(line) <= MAX_LINE_BYTES:
            line += stream.readline(MAX_LINE_BYTES + 1 - len(line))
        if len(line) > MAX_LINE_BYTES:
            yield number, too_large(None, "the line has")
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_LINE_BYTES)
        elif line.strip():
            yield number, _decoded(line.removeprefix(codecs.BOM_UTF8) if number == 1 else line)
        line = stream.readline(MAX_LINE_BYTES + 1)


def _decoded(line: bytes) -> Decoded | RejectedInput:
    try:
        return decode(line)
    except RejectedInput as error:
        return error


def _wide_lines(start: bytes, stream: BinaryIO) -> Iterator[tuple[int, Decoded | RejectedInput]]:
    data = start + stream.read(MAX_TEXT_BYTES)
    try:
        if len(data) > MAX_TEXT_BYTES:
            raise too_large(None)
        text, encoding = decode(data)
    except RejectedInput as error:
        yield 1, error
        return
    yield from ((number, Decoded(line, encoding)) for number, line in enumerate(text.split("\n"), 1) if line.strip())
