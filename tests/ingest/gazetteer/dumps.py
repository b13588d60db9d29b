"""Writes small dumps in the format of GeoNames."""

from __future__ import annotations

import zipfile
from pathlib import Path

VILLAGE, POND, RIVER, HILL = 900_000_001, 900_000_002, 900_000_003, 900_000_004
COMMUNITY, NEWCOMER = 900_000_005, 900_000_006
KYIV, KLISHCHIIVKA_IN_GEONAMES = 703_448, 900_000_007


def place_row(
    geonameid: int | str = VILLAGE, name: str = "Zelenohaisk", alternates: str = "", latitude: float | str = 48.6,
    longitude: float | str = 38.0, feature: str = "P.PPL", country: str = "UA", admin: str = "05..", population: str = "0",
) -> str:  # fmt: skip
    """A row of 19 columns; `admin` are the codes of the first three orders, joined by full stops."""
    feature_class, code = feature.split(".")
    first, second, third = admin.split(".")
    return "\t".join(
        [
            str(geonameid), name, name, alternates, str(latitude), str(longitude), feature_class, code, country, "",
            first, second, third, "", population, "", "120", "Europe/Kyiv", "2024-01-01",
        ]
    )  # fmt: skip


def name_row(geonameid: int, name: str, language: str = "en", preferred: str = "", colloquial: str = "") -> str:
    """A row of alternate names, 10 columns."""
    return "\t".join(["1", str(geonameid), language, name, preferred, "", colloquial, "", "", ""])


def write_dump(path: Path, *rows: str) -> Path:
    """A table, zipped with a readme where the path says so."""
    table = "".join(f"{row}\n" for row in rows)
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("readme.txt", "GeoNames")
            archive.writestr(path.with_suffix(".txt").name, table)
    else:
        path.write_text(table, encoding="utf-8")
    return path
