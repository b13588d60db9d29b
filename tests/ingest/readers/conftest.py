"""Reading as the tests call it: sources in, documents, rejections or notices out."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.readers import Document, Item, Notice, Rejection, read_sources

Run = Callable[..., list[Item]]


@pytest.fixture
def write() -> Callable[..., None]:
    """Files by name, `_` for the dot: `write(folder, a_txt="…")`."""

    def write_files(folder: Path, **contents: str | bytes) -> None:
        for name, content in contents.items():
            stem, _, suffix = name.rpartition("_")
            (folder / f"{stem}.{suffix}").write_bytes(content if isinstance(content, bytes) else content.encode())

    return write_files


@pytest.fixture
def run() -> Run:
    """Everything that reading the sources gives."""

    def read(*sources: str | Path, stdin: bytes | None = None, manifest: Path | None = None) -> list[Item]:
        return list(
            read_sources([str(source) for source in sources], manifest, None if stdin is None else io.BytesIO(stdin))
        )

    return read


@pytest.fixture
def documents(run: Run) -> Callable[..., list[Document]]:
    return lambda *sources, **options: [item for item in run(*sources, **options) if isinstance(item, Document)]


@pytest.fixture
def rejections(run: Run) -> Callable[..., list[tuple[str, int | None, str]]]:
    """What is rejected: name, line, reason."""
    return lambda *sources, **options: [
        (item.ref, item.line, item.reason) for item in run(*sources, **options) if isinstance(item, Rejection)
    ]


@pytest.fixture
def notices(run: Run) -> Callable[..., list[Notice]]:
    return lambda *sources, **options: [item for item in run(*sources, **options) if isinstance(item, Notice)]
