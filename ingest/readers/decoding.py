"""Bytes to text: UTF-8, UTF-16 and UTF-32 by byte order mark, Windows-1252 where that is what a file plausibly is."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from ingest.readers.documents import RejectedInput

# UTF-32's little-endian mark begins with UTF-16's: longest first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# First bytes of kinds of file that may hold no NUL byte: PDF, ZIP and office files, images, archives, programs, RTF.
_SIGNATURES = (
    b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b", b"\x7fELF", b"BZh", b"7z\xbc\xaf", b"{\\rtf"
)  # fmt: skip

# A text holds at most this share of control characters besides tab, line ends, form feed and escape.
CONTROL_SHARE_MAXIMUM = 0.01

# English in Windows-1252 has few bytes above 127: quotation marks, dashes, the letters of names.
HIGH_BYTE_SHARE_MAXIMUM = 0.2

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


class Decoded(NamedTuple):
    """A text and the encoding that it was read in."""

    text: str
    encoding: str


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of `data`, its byte order mark dropped and nothing else changed.

    `declared` is an encoding that the data itself names (HTML); a byte order mark and valid UTF-8 go before it. Raises `RejectedInput`.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_checked(_strict(data[len(mark) :], encoding)), encoding)
    if data.startswith(_SIGNATURES):
        raise RejectedInput("binary", f"it begins with {data[:5]!r}, as a binary file does")
    if b"\x00" in data:
        raise RejectedInput("binary", "it holds NUL bytes: a binary file, or UTF-16 without a byte order mark")
    try:
        return Decoded(_checked(data.decode("utf-8")), "utf-8")
    except UnicodeDecodeError as error:
        if declared is not None:
            try:
                return Decoded(_checked(data.decode(declared)), declared)
            except (UnicodeDecodeError, LookupError):
                pass
        return Decoded(_windows_1252(data, error), "windows-1252")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise RejectedInput(
            "undecodable", f"its byte order mark says {encoding}, but byte {error.start} is not: {error.reason}"
        ) from error


def _checked(text: str) -> str:
    controls = len(_CONTROLS.findall(text))
    if controls > len(text) * CONTROL_SHARE_MAXIMUM:
        raise RejectedInput("binary", f"{controls} of its {len(text)} characters are control characters")
    return text


def _windows_1252(data: bytes, error: UnicodeDecodeError) -> str:
    """Windows-1252 where no byte sequence speaks for UTF-8 and every high byte is a letter or a sign of it; else `RejectedInput`."""
    line = data.count(b"\n", 0, error.start) + 1
    broken = RejectedInput("undecodable", f"byte {error.start} is not UTF-8: {error.reason}", line)
    high = sum(byte > 127 for byte in data)
    if _MULTIBYTE.search(data) or high > len(data) * HIGH_BYTE_SHARE_MAXIMUM:
        raise broken from error
    try:
        return _checked(data.decode("windows-1252"))
    except UnicodeDecodeError:
        raise broken from error
