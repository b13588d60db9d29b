"""The version of the extraction: another code, lexicon, gazetteer or model makes a report changed."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from graph.ids import digest
from ingest.gazetteer.build import gazetteer_version

_PACKAGES = (Path(__file__).parent, Path(__file__).parent.parent / "graph")
_IGNORED_SUFFIXES = {".pyc", ".md"}


@cache
def code_version() -> str:
    """A hash of the code and the data files that turn a text into a batch."""
    hashed = hashlib.sha256()
    for package in _PACKAGES:
        for path in sorted(package.rglob("*")):
            if path.is_file() and path.suffix not in _IGNORED_SUFFIXES and "cypher" not in path.parts:
                hashed.update(str(path.relative_to(package.parent)).encode())
                hashed.update(path.read_bytes())
    return hashed.hexdigest()[:16]


def extraction_version(model: str) -> str:
    """The version that reports are stamped with, for a spaCy model's name or path."""
    return digest(code_version(), gazetteer_version(), model)[:16]
