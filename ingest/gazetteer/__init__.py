"""The gazetteer: places of the world by any spelling, in one file that all processes map."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

from ingest.gazetteer.build import build_gazetteer, gazetteer_version
from ingest.gazetteer.gazetteer import Gazetteer, UnknownPlace
from ingest.gazetteer.records import Feature, PlaceRecord

__all__ = ["Feature", "Gazetteer", "PlaceRecord", "UnknownPlace", "default_path", "open_gazetteer"]


def default_path() -> Path:
    """Where this version's file stands: in `CHRONOTOPE_CACHE` where that is set, else in the user's cache folder."""
    folder = os.environ.get("CHRONOTOPE_CACHE")
    return (
        Path(folder) if folder else platformdirs.user_cache_path("chronotope")
    ) / f"gazetteer-{gazetteer_version()}.bin"


def open_gazetteer(path: Path | None = None) -> Gazetteer:
    """Opens the gazetteer, after building it where the file is absent or of another version.

    Several processes may do so at once: each builds its own and the last rename wins, with the same bytes.

    Raises:
        OSError: the folder cannot be written.
    """
    path = path or default_path()
    if path.exists():
        gazetteer = Gazetteer(path)
        if gazetteer.version == gazetteer_version():
            return gazetteer
    build_gazetteer(path)
    if path == default_path():
        for outdated in path.parent.glob("gazetteer-*.bin"):
            if outdated != path:
                outdated.unlink(missing_ok=True)
    return Gazetteer(path)
