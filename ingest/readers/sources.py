"""Sources to documents: files, folders and standard input in a fixed order, each report once and in English."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from ingest.readers.admission import Admission
from ingest.readers.documents import Document, Item, Metadata, Notice, RejectedInput, Rejection
from ingest.readers.files import LINES_SUFFIX, READERS, read_file, read_stream, unsupported
from ingest.readers.manifest import MANIFEST_NAME, Manifests

STANDARD_INPUT = "-"

# Files that stand in a folder to speak of it; given by name they are read like any other.
ABOUT_THE_FOLDER = frozenset(
    {"readme", "license", "licence", "copying", "notice", "changelog", "contributing", "authors"}
)


def read_sources(sources: Sequence[str], manifest: Path | None = None, stdin: BinaryIO | None = None) -> Iterator[Item]:
    """Every report of the sources, in order: a document, or a rejection with its reason; notices stand before what they speak of.

    A folder is walked in the order of names, without hidden files. `-` is `stdin`. One bad report never stops the others.
    """
    manifests = Manifests()
    admission = Admission()
    if manifest is not None:
        yield from manifests.add_named(manifest, _folders(sources))
    for source in sources:
        for item in _read_source(source, manifests, stdin, manifest):
            if not isinstance(item, Document):
                yield item
                continue
            if item.unread_date is not None:
                yield Notice(
                    item.ref, None, f"published {item.unread_date!r} names no day with its year and counts as unknown"
                )
            yield admission.decide(item)


def _read_source(source: str, manifests: Manifests, stdin: BinaryIO | None, manifest: Path | None) -> Iterator[Item]:
    path = Path(source)
    if source == STANDARD_INPUT:
        if stdin is None:
            yield Rejection(source, None, "unreadable", "there is no standard input")
        else:
            yield from _caught(source, read_stream(stdin, source, Metadata()))
    elif source.lower().startswith(("http://", "https://")):
        yield Rejection(
            source, None, "unsupported-type", "an address is not read; give a file, a folder or - for standard input"
        )
    elif _is_folder(path):
        yield from _walk(path, "", manifests, manifest, frozenset())
    elif not _is_there(path):
        yield Rejection(source, None, "unreadable", "there is no such file or folder")
    elif path.name == MANIFEST_NAME and path.is_file():
        yield from manifests.add_beside(path.parent, source)
    else:
        yield from manifests.add_beside(path.parent, str(path.parent / MANIFEST_NAME))
        yield from _read_path(path, _printable(path.name), manifests)


def _walk(
    folder: Path, prefix: str, manifests: Manifests, manifest: Path | None, above: frozenset[tuple[int, int]]
) -> Iterator[Item]:
    """The files of a folder and of those in it; `prefix` is its path within the source, `above` the folders that it lies in."""
    try:
        status = folder.stat()
        here = (status.st_dev, status.st_ino)
        if here in above:
            yield Notice(
                prefix.rstrip("/"), None, "this link leads back to a folder that it lies in, and is not followed"
            )
            return
        names = sorted(entry.name for entry in os.scandir(folder) if not entry.name.startswith("."))
    except OSError as error:
        yield Rejection(
            prefix.rstrip("/") or str(folder), None, "unreadable", f"the folder cannot be read: {error.strerror}"
        )
        return
    yield from manifests.add_beside(folder, prefix + MANIFEST_NAME)
    for name in names:
        path = folder / name
        shown = _printable(prefix + name)
        if _is_folder(path):
            yield from _walk(path, f"{shown}/", manifests, manifest, above | {here})
        elif name == MANIFEST_NAME or (manifest is not None and _is_same(path, manifest)):
            continue
        elif path.stem.lower() in ABOUT_THE_FOLDER:
            yield Notice(shown, None, "it speaks of the folder and is not read as a report; given by name it would be")
        elif _is_special(path) or path.suffix.lower() not in {*READERS, LINES_SUFFIX}:
            yield unsupported(path.suffix.lower()).rejection(shown)
        else:
            yield from _read_path(path, shown, manifests)


def _read_path(path: Path, name: str, manifests: Manifests) -> Iterator[Item]:
    try:
        entry = manifests.entry(path)
        given = entry.metadata() if entry is not None else Metadata()
    except RejectedInput as error:
        yield error.rejection(name)
        return
    yield from _caught(name, read_file(path, name, given))


def _folders(sources: Sequence[str]) -> list[Path]:
    """The folders in which the files of a manifest may lie."""
    paths = [Path(source) for source in sources if source != STANDARD_INPUT]
    return [path if _is_folder(path) else path.parent for path in paths]


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _is_there(path: Path) -> bool:
    try:
        return path.exists() or path.is_symlink()
    except OSError:
        return True


def _is_special(path: Path) -> bool:
    """Whether a path is a pipe, a socket or a device, which a walk must not open."""
    try:
        return path.exists() and not path.is_file()
    except OSError:
        return False


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False


def _printable(name: str) -> str:
    """A file name with the bytes that are no UTF-8 replaced, so that it can be stored and shown."""
    return os.fsencode(name).decode("utf-8", "replace")


def _caught(name: str, items: Iterator[Item]) -> Iterator[Item]:
    try:
        yield from items
    except RejectedInput as error:
        yield error.rejection(name)
