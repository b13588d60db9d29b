"""Reports as JSON: one object a line (.jsonl), one object or a list of them (.json)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from pydantic import AliasChoices, AliasPath, BaseModel, ConfigDict, Field, ValidationError

from graph.errors import InvalidDate
from ingest.readers.dates import UnreadDate, parse_published
from ingest.readers.decoding import Decoded
from ingest.readers.documents import Document, Item, Metadata, Notice, RejectedInput, check_text
from ingest.readers.html import plain_text
from ingest.readers.lines import read_lines

# Under these keys an object of a .json file holds its list of reports: news interfaces, JSON Feed.
LIST_KEYS = ("articles", "items", "reports")


class ReportRecord(BaseModel):
    """One report as JSON: the keys of `extract`'s input, else those of schema.org's NewsArticle, JSON Feed and news interfaces."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    text: str | None = Field(
        None, validation_alias=AliasChoices("text", "articleBody", "content_text", "content", "body")
    )
    content_html: str | None = None
    id: str | int | None = None
    published: str | None = Field(
        None, validation_alias=AliasChoices("published", "datePublished", "date_published", "publishedAt", "date")
    )
    title: str | None = Field(None, validation_alias=AliasChoices("title", "headline"))
    url: str | None = None
    publisher: str | None = Field(
        None, validation_alias=AliasChoices(AliasPath("publisher", "name"), AliasPath("source", "name"), "publisher")
    )
    language: str | None = Field(None, validation_alias=AliasChoices("language", "inLanguage"))
    note: str | None = None
    home: str | None = None

    def metadata(self) -> Metadata:
        """The record's metadata; an empty text is unknown. Raises `RejectedInput` for a date that is none."""
        published = unread_date = None
        try:
            published = parse_published(self.published) if self.published and self.published.strip() else None
        except UnreadDate as error:
            unread_date = error.value
        except InvalidDate as error:
            raise RejectedInput("impossible-date", f"published {error}") from error
        return Metadata(
            url=_known(self.url),
            given_id=None if self.id == "" else self.id,
            publisher=_known(self.publisher),
            title=_known(self.title),
            language=_known(self.language),
            published=published,
            unread_date=unread_date,
            note=_known(self.note),
            home=_known(self.home),
        )


def read_json_lines(stream: BinaryIO, name: str, shared: Metadata, first: bytes = b"") -> Iterator[Item]:
    """A document or a rejection for each line that is not blank. `shared` fills what a record does not say."""
    for line, decoded in read_lines(stream, first):
        try:
            if isinstance(decoded, RejectedInput):
                raise decoded
            document = _document(_parsed(decoded), name, line, shared)
        except RejectedInput as error:
            yield RejectedInput(error.reason, error.detail, line).rejection(f"{name}#{line}")
            continue
        if decoded.encoding == "windows-1252":
            yield Notice(document.ref, line, "this line is not UTF-8 and was read as Windows-1252")
        yield document


def read_json(decoded: Decoded, name: str, given: Metadata) -> Iterator[Item]:
    """The report of an object, or those of a list; `given` is what the manifest says of the file."""
    value = _parsed(decoded)
    if isinstance(value, dict):
        value = next((value[key] for key in LIST_KEYS if isinstance(value.get(key), list)), value)
    if not isinstance(value, list):
        record = _record(value)
        yield Document.of(name, name, check_text(_text(record)), given.or_else(record.metadata()))
        return
    for number, item in enumerate(value, 1):
        try:
            yield _document(item, name, number, given.shared())
        except RejectedInput as error:
            yield error.rejection(f"{name}#{number}")


def looks_like_records(line: str) -> bool:
    """Whether a line is one JSON object, as each line of a .jsonl file is."""
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _document(value: object, name: str, number: int, shared: Metadata) -> Document:
    record = _record(value)
    metadata = record.metadata().or_else(shared)
    ref = f"{name}#{number if metadata.given_id is None else metadata.given_id}"
    return Document.of(ref, ref, check_text(_text(record)), metadata)


def _parsed(decoded: Decoded) -> object:
    try:
        value: object = json.loads(decoded.text)
    except json.JSONDecodeError as error:
        raise RejectedInput(
            "malformed-json", f"it is not JSON: {error.msg} at column {error.colno}", error.lineno
        ) from error
    except (ValueError, RecursionError) as error:
        raise RejectedInput("malformed-json", f"it is not JSON that can be read: {error}") from error
    return value


def _record(value: object) -> ReportRecord:
    if not isinstance(value, dict):
        raise RejectedInput("malformed-json", f"a report is an object, and this is a {type(value).__name__}")
    try:
        return ReportRecord.model_validate(value)
    except ValidationError as error:
        problems = "; ".join(f"{'.'.join(map(str, problem['loc']))}: {problem['msg']}" for problem in error.errors())
        raise RejectedInput("malformed-json", f"a report's fields are not what they should be: {problems}") from error


def _text(record: ReportRecord) -> str:
    if record.text is None and record.content_html is not None:
        return plain_text(record.content_html)
    if record.text is None:
        raise RejectedInput("no-text", 'it has no "text"')
    return record.text


def _known(value: str | None) -> str | None:
    return value.strip() or None if value is not None else None
