"""What a user imported: one extract in the data folder, and a manifest that says what it holds."""

from __future__ import annotations

import gzip
import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import BaseModel, ValidationError

from graph.errors import ChronotopeError
from ingest.gazetteer.draft import Draft
from ingest.gazetteer.records import Feature
from ingest.gazetteer.settings import GazetteerSettings
from ingest.gazetteer.tables import read_extract, split_names

_DIGEST_BYTES = 8


class Import(BaseModel, frozen=True):
    """What was imported: the names of the files, how many places of each feature they added, and a digest of those."""

    files: tuple[str, ...]
    places_by_feature: dict[Feature, int]
    digest: str

    @property
    def places(self) -> int:
        """How many places were added."""
        return sum(self.places_by_feature.values())


class DamagedImport(ChronotopeError):
    """The manifest of an import that cannot be read, or one whose extract is gone."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            f"{path} is missing or damaged; `chronotope gazetteer import` again, or `chronotope gazetteer reset`"
        )


def import_folder() -> Path:
    """The folder of the manifest and its extract."""
    return GazetteerSettings().data_folder.expanduser() / "gazetteer"


def current_import() -> Import | None:
    """What stands imported, None where nothing does.

    Raises:
        DamagedImport: the manifest is not one, or its extract is gone.
    """
    manifest = _manifest()
    try:
        found = Import.model_validate_json(manifest.read_bytes())
    except FileNotFoundError:
        return None
    except ValidationError as error:
        raise DamagedImport(manifest) from error
    if not _extract(found.digest).exists():
        raise DamagedImport(_extract(found.digest))
    return found


def imported_drafts(found: Import) -> Iterator[Draft]:
    """The records of an import, ascending by their GeoNames ids."""
    for geonameid, feature, country, latitude, longitude, population, parent, names in read_extract(
        _extract(found.digest)
    ):
        yield Draft(
            f"geonames:{geonameid}",
            split_names(names),
            _FEATURES[feature],
            country or None,
            float(latitude),
            float(longitude),
            int(population),
            f"geonames:{parent}" if parent else None,
        )


_FEATURES: dict[str, Feature] = {
    "town": "town", "region": "region", "district": "district", "river": "river", "sea": "sea", "area": "area",
}  # fmt: skip


def extract_row(draft: Draft) -> tuple[str, ...]:
    """The columns of a record in the extract."""
    return (
        draft.id.removeprefix("geonames:"),
        draft.feature,
        draft.country or "",
        f"{draft.latitude}",
        f"{draft.longitude}",
        f"{draft.population}",
        (draft.parent or "").removeprefix("geonames:"),
        "|".join(draft.names),
    )


def keep_import(files: Iterable[str], drafts: Iterable[Draft]) -> Import | None:
    """Puts records (ascending by id) in the place of whatever was imported before; None, and nothing changed, where there is none."""
    folder = import_folder()
    folder.mkdir(parents=True, exist_ok=True)
    hashed = hashlib.blake2b(digest_size=_DIGEST_BYTES)
    counts: dict[Feature, int] = {}
    descriptor, temporary = tempfile.mkstemp(dir=folder, prefix="import.")
    try:
        with (
            os.fdopen(descriptor, "wb") as raw,
            gzip.GzipFile(filename="", fileobj=raw, mode="wb", compresslevel=6, mtime=0) as file,
        ):
            for draft in drafts:
                line = ("\t".join(extract_row(draft)) + "\n").encode()
                hashed.update(line)
                file.write(line)
                counts[draft.feature] = counts.get(draft.feature, 0) + 1
        if not counts:
            return None
        kept = Import(files=tuple(files), places_by_feature=dict(sorted(counts.items())), digest=hashed.hexdigest())
        Path(temporary).replace(_extract(kept.digest))
    finally:
        Path(temporary).unlink(missing_ok=True)
    _write_manifest(kept)
    _remove_extracts(but=kept.digest)
    return kept


def forget_import() -> bool:
    """Removes what was imported; whether there was anything, damaged or not."""
    existed = _manifest().exists()
    _manifest().unlink(missing_ok=True)
    _remove_extracts(but=None)
    return existed


def _write_manifest(kept: Import) -> None:
    written = _manifest().with_suffix(".new")
    written.write_text(kept.model_dump_json() + "\n", encoding="utf-8")
    written.replace(_manifest())


def _remove_extracts(but: str | None) -> None:
    for path in import_folder().glob("import-*.tsv.gz"):
        if but is None or path != _extract(but):
            path.unlink(missing_ok=True)


def _manifest() -> Path:
    return import_folder() / "import.json"


def _extract(digest: str) -> Path:
    return import_folder() / f"import-{digest}.tsv.gz"
