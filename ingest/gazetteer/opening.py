"""Opens the gazetteer, after building its file where there is none of this version."""

from __future__ import annotations

from pathlib import Path

from ingest.gazetteer.build import build_gazetteer, pinned_version, version_with
from ingest.gazetteer.gazetteer import Gazetteer
from ingest.gazetteer.imported import Import, current_import
from ingest.gazetteer.settings import GazetteerSettings


def default_path() -> Path:
    """Where this version's file stands, with what was imported: in the cache folder."""
    return _cache_path(version_with(current_import()))


def open_gazetteer(path: Path | None = None) -> Gazetteer:
    """The gazetteer with what was imported, built where the file is absent or of another version.

    Several processes may do so at once: each builds its own and the last rename wins, with the same bytes.

    Raises:
        DamagedImport: what was imported is there no more.
        OSError: the folder cannot be written.
    """
    imported = current_import()
    return _open(path or _cache_path(version_with(imported)), imported)


def open_pinned_gazetteer() -> Gazetteer:
    """The gazetteer of the pinned sources alone, built where its file is absent.

    Raises:
        OSError: the folder cannot be written.
    """
    return _open(_cache_path(pinned_version()), None)


def remove_built_file(imported: Import) -> None:
    """Removes the file that holds an import."""
    _cache_path(version_with(imported)).unlink(missing_ok=True)


def _cache_path(version: str) -> Path:
    return GazetteerSettings().cache_folder.expanduser() / f"gazetteer-{version}.bin"


def _open(path: Path, imported: Import | None) -> Gazetteer:
    version = version_with(imported)
    if path.exists():
        gazetteer = Gazetteer(path)
        if gazetteer.version == version:
            return gazetteer
    build_gazetteer(path, imported)
    if path == _cache_path(version):
        _remove_outdated(path.parent)
    return Gazetteer(path)


def _remove_outdated(folder: Path) -> None:
    """Files of other sources or code; those of this version with another import may be another data folder's."""
    for path in folder.glob("gazetteer-*.bin"):
        if not path.name.startswith(f"gazetteer-{pinned_version()}"):
            path.unlink(missing_ok=True)
