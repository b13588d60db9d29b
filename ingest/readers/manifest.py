"""Manifests: `manifest.jsonl` beside the files, or one named by the user, with metadata for each file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph.errors import InvalidDate
from ingest.readers.dates import parse_published
from ingest.readers.documents import Metadata, Notice, RejectedInput
from ingest.readers.lines import read_lines

MANIFEST_NAME = "manifest.jsonl"


class ManifestRecord(BaseModel):
    """One line of a manifest: each key but `file` may be absent or null. Other keys are kept apart and warned of."""

    model_config = ConfigDict(extra="allow", frozen=True, str_strip_whitespace=True)

    file: str = Field(min_length=1, description="the file, relative to the manifest's folder or to a SOURCE")
    id: str | int | None = Field(None, description="the publisher's own id of the report")
    published: str | None = Field(
        None, description="a day, month or year (EDTF), or an ISO 8601 date-time", examples=["2023-02-03"]
    )
    publisher: str | None = Field(None, description="who published it")
    title: str | None = None
    url: str | None = Field(None, description="where it was published")
    language: str | None = Field(None, description="an ISO 639 code; only English is read")
    note: str | None = Field(None, description="free text for people")
    home: str | None = Field(
        None,
        description="the place that the source writes about: an id, or a name with what contains it",
        examples=["Toledo, Ohio"],
    )

    @property
    def unknown_keys(self) -> list[str]:
        """The keys that no manifest has."""
        return sorted(self.model_extra or {})

    def metadata(self) -> Metadata:
        """The record as metadata; an empty text is unknown. Raises `InvalidDate`."""
        return Metadata(
            url=self.url or None,
            given_id=None if self.id == "" else self.id,
            publisher=self.publisher or None,
            title=self.title or None,
            language=self.language or None,
            published=parse_published(self.published) if self.published else None,
            note=self.note or None,
            home=self.home or None,
        )


KNOWN_KEYS = tuple(ManifestRecord.model_fields)


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """A record and where it stands."""

    record: ManifestRecord
    manifest: str
    line: int

    def metadata(self) -> Metadata:
        """The record's metadata. Raises `RejectedInput` for a date that is none: undated would be a silent loss."""
        try:
            return self.record.metadata()
        except InvalidDate as error:
            raise RejectedInput(
                "impossible-date", f"{self.manifest} line {self.line}: published {error}", self.line
            ) from error


@dataclass(slots=True)
class Manifests:
    """All manifests of one run: the one that the user named goes before those beside the files, the nearest of these first."""

    named: dict[str, ManifestEntry] = field(default_factory=dict)
    beside: dict[str, ManifestEntry] = field(default_factory=dict)
    folders_read: set[str] = field(default_factory=set)

    def entry(self, path: Path) -> ManifestEntry | None:
        """The entry for a file, None where no manifest names it."""
        key = str(path.absolute())
        return self.named.get(key) or self.beside.get(key)

    def add_named(self, manifest: Path, folders: Iterable[Path]) -> Iterator[Notice]:
        """Reads the manifest that the user named; its files are sought beside it and in `folders`."""
        yield from _read(manifest, str(manifest), [manifest.parent, *folders], self.named)

    def add_beside(self, folder: Path, ref: str = MANIFEST_NAME) -> Iterator[Notice]:
        """Reads the manifest of a folder, if it has one, once."""
        key = str(folder.absolute())
        if key in self.folders_read or not (folder / MANIFEST_NAME).is_file():
            return
        self.folders_read.add(key)
        found: dict[str, ManifestEntry] = {}
        yield from _read(folder / MANIFEST_NAME, ref, [folder], found)
        self.beside.update(found)


def _read(manifest: Path, ref: str, folders: list[Path], entries: dict[str, ManifestEntry]) -> Iterator[Notice]:
    """Fills `entries` by absolute path; what is wrong with a line is a notice and leaves the other lines alone."""
    try:
        with manifest.open("rb") as stream:
            for line, decoded in read_lines(stream):
                if isinstance(decoded, RejectedInput):
                    yield Notice(ref, line, f"this line of the manifest is left out: {decoded.detail}")
                    continue
                try:
                    record = ManifestRecord.model_validate(json.loads(decoded.text))
                except ValidationError as error:
                    yield Notice(ref, line, f"this line of the manifest is left out: {_sentence(error)}")
                    continue
                except (ValueError, RecursionError) as error:
                    yield Notice(ref, line, f"this line of the manifest is left out: it is not JSON ({error})")
                    continue
                yield from _place(ManifestEntry(record, ref, line), folders, entries)
    except OSError as error:
        yield Notice(ref, None, f"the manifest cannot be read: {error.strerror}")


def _place(entry: ManifestEntry, folders: list[Path], entries: dict[str, ManifestEntry]) -> Iterator[Notice]:
    record = entry.record
    if record.unknown_keys:
        yield Notice(
            entry.manifest,
            entry.line,
            f"unknown key {', '.join(map(repr, record.unknown_keys))}; known are {', '.join(KNOWN_KEYS)}",
        )
    paths = [(folder / record.file).absolute() for folder in folders]
    present = [str(path) for path in paths if path.exists()]
    if not present:
        yield Notice(entry.manifest, entry.line, f"the file {record.file!r} is not there")
    for path in dict.fromkeys(present):
        if path in entries:
            yield Notice(
                entry.manifest,
                entry.line,
                f"the file {record.file!r} has a record in line {entries[path].line} already, which is used",
            )
        else:
            entries[path] = entry


def _sentence(error: ValidationError) -> str:
    return "; ".join(
        f"{'.'.join(map(str, problem['loc'])) or 'the line'}: {problem['msg']}" for problem in error.errors()
    )
