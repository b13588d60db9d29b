"""Turns a GeoNames dump into the records that the pinned sources lack: what is known already stays as it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import cos, hypot, radians
from pathlib import Path

from ingest.gazetteer.draft import Draft
from ingest.gazetteer.drafts import is_spelling
from ingest.gazetteer.dump import BadRows, EnglishName, PlaceRow, read_dump
from ingest.gazetteer.folding import fold_name
from ingest.gazetteer.gazetteer import Gazetteer
from ingest.gazetteer.imported import Import, keep_import
from ingest.gazetteer.records import Feature
from ingest.gazetteer.sorting import sorted_lines
from ingest.gazetteer.tables import DATA, read_extract, read_table, split_names

# As far from the point (and beyond the radius) of a hamlet or a river of other registers a namesake is still that place: two communities.
SAME_PLACE_KM = 24.0
_KM_PER_DEGREE = 111.2
# How a preferred English name and any other are marked in a line.
_USUAL, _OTHER = "0", "1"
_ORDERS = {"A.ADM1": 1, "A.ADM2": 2, "A.ADM3": 3}


@dataclass(slots=True)
class ImportOutcome:
    """What came of an import; `kept` is None where the dump added no place."""

    kept: Import | None = None
    known_places: int = 0
    bad_rows: BadRows = field(default_factory=BadRows)


def import_dump(paths: Sequence[Path], pinned: Gazetteer) -> ImportOutcome:
    """Imports the files, places and alternate names in any order, in place of what was imported before.

    `pinned` is the gazetteer without any import. The same files give the same records, in whatever order they are named, but for
    places that two files describe differently: the first counts.

    Raises:
        NotADump: a file is no table of GeoNames; nothing has changed then.
        OSError: a file cannot be read, or the data folder not written.
    """
    outcome = ImportOutcome()
    codes = _DivisionCodes(pinned)
    lines = sorted_lines(_keyed_lines(paths, codes, outcome.bad_rows))
    drafts = _drafts(lines, codes, _OtherRegisters(pinned), frozenset(pinned.geonameid), outcome)
    outcome.kept = keep_import((path.name for path in paths), drafts)
    return outcome


class _DivisionCodes:
    """GeoNames ids of countries and divisions by code ("UA.05.702069"), the pinned ones and those of the dump."""

    def __init__(self, pinned: Gazetteer) -> None:
        self._ids = {code: int(geonameid) for code, geonameid, _, _ in read_extract(DATA / "divisions.tsv.gz")}
        for country in pinned.countries():
            index = pinned.country_record(country)
            if index is not None:
                self._ids[country] = pinned.geonameid[index]
        self.countries = frozenset(pinned.countries())

    def add(self, row: PlaceRow) -> None:
        """Notes the code of a division that has none yet."""
        order = _ORDERS.get(row.code)
        if order is not None and len(row.division_codes) >= order:
            self._ids.setdefault(_joined(row.country, row.division_codes[:order]), row.geonameid)

    def is_another(self, row: PlaceRow) -> bool:
        """Whether the row is a division whose code another one has, or that has no code of its order."""
        order = _ORDERS.get(row.code)
        if order is None:
            return False
        return self._ids.get(_joined(row.country, row.division_codes[:order])) != row.geonameid or (
            len(row.division_codes) < order
        )

    def parent(self, row: PlaceRow) -> int | None:
        """The id of the smallest division or the country that holds the place; None for the high seas."""
        orders = _ORDERS.get(row.code, len(row.division_codes) + 1) - 1
        for order in range(orders, -1, -1):
            found = self._ids.get(_joined(row.country, row.division_codes[:order]))
            if found is not None and found != row.geonameid:
                return found
        return None


def _joined(country: str, codes: Iterable[str]) -> str:
    return ".".join((country, *codes))


class _OtherRegisters:
    """Places that the gazetteer has from elsewhere than GeoNames: a dump may hold them under an id of its own."""

    def __init__(self, pinned: Gazetteer) -> None:
        self._places: defaultdict[tuple[str, bool], list[tuple[str | None, float, float, float]]] = defaultdict(list)
        for record in pinned.records_of_other_registers():
            if record.latitude is None or record.longitude is None:
                continue
            reach_km = SAME_PLACE_KM + (record.radius_km or 0.0)
            for key in {fold_name(name) for name in (record.name, *record.aliases)}:
                self._places[key, record.feature == "town"].append(
                    (record.country, record.latitude, record.longitude, reach_km)
                )

    def have(self, row: PlaceRow, names: Iterable[str], feature: Feature) -> bool:
        """Whether one of them bears one of the names, and lies there."""
        for name in names:
            for country, latitude, longitude, reach_km in self._places.get((fold_name(name), feature == "town"), ()):
                if country not in (None, row.country):
                    continue
                east = (longitude - row.longitude) * cos(radians(latitude))
                if hypot(latitude - row.latitude, east) * _KM_PER_DEGREE <= reach_km:
                    return True
        return False


def _keyed_lines(paths: Sequence[Path], codes: _DivisionCodes, bad_rows: BadRows) -> Iterator[str]:
    """A line a row, which sorts by id, then places before names, then by file."""
    features = _features()
    for number, path in enumerate(paths):
        for row in read_dump(path, features, codes.countries, bad_rows):
            if isinstance(row, EnglishName):
                yield f"{row.geonameid:010d}\t1{number:03d}\t{_USUAL if row.is_preferred else _OTHER}\t{row.name}"
            else:
                codes.add(row)
                yield "\t".join((f"{row.geonameid:010d}", f"0{number:03d}", *_written(row)))


def _written(row: PlaceRow) -> tuple[str, ...]:
    return (
        row.code,
        row.country,
        ".".join(row.division_codes),
        f"{row.latitude}",
        f"{row.longitude}",
        f"{row.population}",
        "|".join((row.name, *filter(is_spelling, row.aliases))),
    )


def _read(geonameid: int, columns: Sequence[str]) -> PlaceRow:
    code, country, divisions, latitude, longitude, population, names = columns
    name, *aliases = split_names(names)
    return PlaceRow(
        geonameid,
        name,
        tuple(aliases),
        float(latitude),
        float(longitude),
        code,
        country,
        tuple(filter(None, divisions.split("."))),
        int(population),
    )


def _drafts(
    lines: Iterable[str],
    codes: _DivisionCodes,
    registers: _OtherRegisters,
    known_ids: frozenset[int],
    outcome: ImportOutcome,
) -> Iterator[Draft]:
    """The records that are not known, ascending by id. All rows have been read, so every division's code is known, before the first."""
    features = _features()
    for key, group in groupby((line.split("\t") for line in lines), key=lambda columns: columns[0]):
        first, *others = group
        if not first[1].startswith("0"):
            continue  # names of a place that the dump has not, or that is none of ours
        row = _read(int(key), first[2:])
        feature = features[row.code]
        english = [(columns[2], columns[3]) for columns in others if columns[1].startswith("1")]
        usual = [name for rank, name in english if rank == _USUAL]
        names = list(dict.fromkeys([*usual, row.name, *row.aliases, *(name for _, name in english)]))
        if row.geonameid in known_ids or codes.is_another(row) or registers.have(row, names, feature):
            outcome.known_places += 1
            continue
        parent = codes.parent(row)
        yield Draft(
            f"geonames:{row.geonameid}",
            names,
            feature,
            row.country or None,
            row.latitude,
            row.longitude,
            row.population,
            None if parent is None else f"geonames:{parent}",
        )


def _features() -> dict[str, Feature]:
    features: dict[str, Feature] = {}
    for row in read_table(DATA / "geonames_features.tsv"):
        match row["feature"]:
            case "town" | "region" | "district" | "river" | "sea" | "area" as feature:
                features[row["code"]] = feature
            case other:
                raise ValueError(f"geonames_features.tsv: {other!r} is no feature of a dump")
    return features
