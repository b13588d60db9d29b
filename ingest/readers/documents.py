"""What a reader hands on: a document, a rejection with its reason, or a notice."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import Literal

from graph.errors import ChronotopeError
from graph.timespan import TimeSpan

# The longest text of one report, in bytes of UTF-8; the largest file that is read at once. JSONL is read line by line, at any size.
MAX_TEXT_BYTES = 10_000_000

# Half of a pair: JSON can spell it, no encoding can store it.
_SURROGATE = re.compile("[\ud800-\udfff]")

RejectionReason = Literal[
    "binary",
    "duplicate",
    "empty",
    "impossible-date",
    "malformed-html",
    "malformed-json",
    "malformed-xml",
    "no-text",
    "not-english",
    "too-large",
    "undecodable",
    "unreadable",
    "unsupported-type",
]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a report beside its text; None is unknown.

    `given_id` is the id that a manifest, a feed or a record gives; from JSON it keeps its type, so that it can be handed back unchanged.
    `language` is the language as given, never a guess. `published` is a day, or the month or year where no more is given;
    `unread_date` is a publication date whose words name none. `home` is the place that the source writes about, by id or name.
    """

    url: str | None = None
    given_id: str | int | None = None
    publisher: str | None = None
    title: str | None = None
    language: str | None = None
    published: TimeSpan | None = None
    unread_date: str | None = None
    note: str | None = None
    home: str | None = None

    def or_else(self, other: Metadata) -> Metadata:
        """This, with what it does not know taken from `other`."""
        mine = {field.name: getattr(self, field.name) for field in fields(self)}
        return Metadata(**{name: getattr(other, name) if value is None else value for name, value in mine.items()})

    def shared(self) -> Metadata:
        """What one manifest record can say of every report of a file that holds several."""
        return Metadata(
            publisher=self.publisher, language=self.language, published=self.published, note=self.note, home=self.home
        )


@dataclass(frozen=True, slots=True)
class Document:
    """One report as read.

    `text` is exactly what was decoded: newlines as they were, without a byte order mark; every offset is a code point of it.
    `ref` names it to people: the path within its source, `file.jsonl#id` (or `#line`) for one of many, a feed entry's address.
    `relative_path` is the path relative to the SOURCE given, with `#id` or `#line` for one of many.
    """

    ref: str
    relative_path: str
    text: str
    url: str | None = None
    given_id: str | int | None = None
    publisher: str | None = None
    title: str | None = None
    language: str | None = None
    published: TimeSpan | None = None
    unread_date: str | None = None
    note: str | None = None
    home: str | None = None

    @classmethod
    def of(cls, ref: str, relative_path: str, text: str, metadata: Metadata) -> Document:
        """A document of a text and its metadata."""
        return cls(
            ref=ref,
            relative_path=relative_path,
            text=text,
            **{field.name: getattr(metadata, field.name) for field in fields(metadata)},
        )


@dataclass(frozen=True, slots=True)
class Rejection:
    """A report, or a line, that is left out; `detail` is a sentence, `line` counts from 1 and is None where no line is meant."""

    ref: str
    line: int | None
    reason: RejectionReason
    detail: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A warning about input that was read all the same."""

    ref: str
    line: int | None
    detail: str


Item = Document | Rejection | Notice


class RejectedInput(ChronotopeError):
    """Why one input is no report; becomes a `Rejection` where its name is known."""

    def __init__(self, reason: RejectionReason, detail: str, line: int | None = None) -> None:
        self.reason: RejectionReason = reason
        self.detail = detail
        self.line = line
        super().__init__(detail)

    def rejection(self, ref: str) -> Rejection:
        """The rejection of `ref` for this reason."""
        return Rejection(ref, self.line, self.reason, self.detail)


def check_text(text: str) -> str:
    """`text`, or `RejectedInput` where it is empty, too long for one report, or holds what is no text."""
    if not text.strip():
        raise RejectedInput("empty", "it holds no text" if not text else "it holds nothing but blanks")
    if len(text) > MAX_TEXT_BYTES // 4 and (size := len(text.encode("utf-8", "surrogatepass"))) > MAX_TEXT_BYTES:
        raise too_large(size, "its text has")
    if "\x00" in text:
        raise RejectedInput("binary", f"it holds a NUL character at offset {text.index(chr(0))}")
    if half := _SURROGATE.search(text):
        raise RejectedInput("undecodable", f"it holds half of a surrogate pair at offset {half.start()}")
    return text


def too_large(size: int | None, subject: str = "it has") -> RejectedInput:
    """The rejection of what is over the limit; `size` None where reading stopped at the limit."""
    megabytes = f"more than {MAX_TEXT_BYTES // 1_000_000} MB" if size is None else f"{size / 1_000_000:.1f} MB"
    return RejectedInput(
        "too-large",
        f"{subject} {megabytes}, and {MAX_TEXT_BYTES // 1_000_000} MB is the most that is read as one report; "
        "many reports go into a .jsonl file, one a line, which is read at any size",
    )
