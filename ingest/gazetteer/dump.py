"""Reads a GeoNames dump as downloaded: tables of places or of alternate names, plain or zipped, line by line.

A row that cannot be used is counted under its reason, with the first line that has it; the format is that of geonames.org's readme.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Literal

from graph.errors import ChronotopeError

_PLACE_COLUMNS = 19
# Older dumps of alternate names lack the two years.
_ALTERNATE_NAME_COLUMNS = (8, 10)
# What else GeoNames packs into its archives.
_OTHER_MEMBERS = ("readme.txt", "iso-languagecodes.txt")
_MAXIMUM_NUMBER = 2**32 - 1

BadRow = Literal["encoding", "columns", "id", "name", "coordinates", "country", "population"]


class NotADump(ChronotopeError):
    """A file that is no table of GeoNames."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(
            f"{path} is no GeoNames dump ({reason}); valid are allCountries, a country's file such as UA, and alternateNamesV2, "
            "each as .txt or .zip"
        )


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place of a dump; `division_codes` are those of the orders one to three, as far as they are given."""

    geonameid: int
    name: str
    aliases: tuple[str, ...]
    latitude: float
    longitude: float
    code: str
    country: str
    division_codes: tuple[str, ...]
    population: int


@dataclass(frozen=True, slots=True)
class EnglishName:
    """An English name of a place; of several one may be marked as the usual one."""

    geonameid: int
    name: str
    is_preferred: bool


@dataclass(slots=True)
class BadRows:
    """How many rows could not be used, by reason, and where the first of each stands ("UA.txt, line 17")."""

    counts: dict[BadRow, int] = field(default_factory=dict)
    first_places: dict[BadRow, str] = field(default_factory=dict)

    def add(self, reason: BadRow, where: str) -> None:
        """Counts one row."""
        self.counts[reason] = self.counts.get(reason, 0) + 1
        self.first_places.setdefault(reason, where)


class _Unusable(Exception):
    def __init__(self, reason: BadRow) -> None:
        self.reason = reason


def read_dump(
    path: Path, features: Mapping[str, str], countries: frozenset[str], bad_rows: BadRows
) -> Iterator[PlaceRow | EnglishName]:
    """The places whose feature code ("P.PPL") is among `features`, or the English names; which of the two the file holds, it shows.

    Raises:
        NotADump: the file holds neither.
        OSError: it cannot be read.
    """
    with _open_table(path) as (file, name):
        columns = 0
        for number, line in enumerate(file, 1):
            try:
                fields = _fields(line)
                if not columns:
                    columns = _columns(fields, path)
                if len(fields) != columns:
                    raise _Unusable("columns")
                row = _place(fields, features, countries) if columns == _PLACE_COLUMNS else _english_name(fields)
            except _Unusable as unusable:
                bad_rows.add(unusable.reason, f"{name}, line {number}")
            else:
                if row is not None:
                    yield row
        if not columns:
            raise NotADump(path, "it has no row")


@contextmanager
def _open_table(path: Path) -> Iterator[tuple[IO[bytes], str]]:
    """The table's bytes and its name; of an archive the one member that is a table."""
    with path.open("rb") as file:
        is_archive = zipfile.is_zipfile(file)
        file.seek(0)
        if not is_archive:
            yield file, path.name
            return
        try:
            with zipfile.ZipFile(file) as archive, archive.open(_table_member(archive.namelist(), path)) as member:
                yield member, member.name
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
            raise NotADump(path, f"the archive is damaged: {error}") from error


def _table_member(names: Sequence[str], path: Path) -> str:
    tables = [name for name in names if name.lower().endswith(".txt") and name.lower() not in _OTHER_MEMBERS]
    if len(tables) != 1:
        raise NotADump(path, f"the archive holds {len(tables)} tables: {', '.join(tables) or 'no .txt'}")
    return tables[0]


def _fields(line: bytes) -> list[str]:
    try:
        return line.decode("utf-8").rstrip("\r\n").split("\t")
    except UnicodeDecodeError as error:
        raise _Unusable("encoding") from error


def _columns(fields: list[str], path: Path) -> int:
    if len(fields) == _PLACE_COLUMNS or len(fields) in _ALTERNATE_NAME_COLUMNS:
        return len(fields)
    raise NotADump(path, f"its first row has {len(fields)} columns, where places have 19 and alternate names 10")


def _place(fields: list[str], features: Mapping[str, str], countries: frozenset[str]) -> PlaceRow | None:
    code = f"{fields[6]}.{fields[7]}"
    if code not in features:
        return None
    name, country = _clean(fields[1]), fields[8]
    if not name:
        raise _Unusable("name")
    if country and country not in countries:
        raise _Unusable("country")
    if not country and features[code] not in ("sea", "river", "area"):
        raise _Unusable("country")
    aliases = dict.fromkeys(alias for alias in (_clean(each) for each in (fields[2], *fields[3].split(","))) if alias)
    aliases.pop(name, None)
    return PlaceRow(
        geonameid=_geonameid(fields[0]),
        name=name,
        aliases=tuple(aliases),
        latitude=_degrees(fields[4], 90.0),
        longitude=_degrees(fields[5], 180.0),
        code=code,
        country=country,
        division_codes=_division_codes(fields[10:13]),
        population=_population(fields[14]),
    )


def _english_name(fields: list[str]) -> EnglishName | None:
    if fields[2] != "en" or fields[6] == "1":  # colloquial names ("Big Apple") are everybody's
        return None
    name = _clean(fields[3])
    if not name:
        raise _Unusable("name")
    return EnglishName(_geonameid(fields[1]), name, is_preferred=fields[4] == "1" and fields[7] != "1")


def _clean(name: str) -> str:
    """The name in one line, without the mark that parts names in our extracts."""
    return " ".join(name.replace("|", " ").replace("\x1f", " ").split())


def _geonameid(field: str) -> int:
    number = _number(field)
    if not number:
        raise _Unusable("id")
    return number


def _number(field: str) -> int | None:
    """The number, None where it is none or one that 32 bits do not hold."""
    if not (field.isascii() and field.isdigit() and len(field) <= len(str(_MAXIMUM_NUMBER))):
        return None
    return int(field) if int(field) <= _MAXIMUM_NUMBER else None


def _degrees(field: str, most: float) -> float:
    try:
        degrees = float(field)
    except ValueError as error:
        raise _Unusable("coordinates") from error
    if not -most <= degrees <= most:  # also refuses "nan"
        raise _Unusable("coordinates")
    return degrees


def _population(field: str) -> int:
    population = _number(field) if field else 0
    if population is None:
        raise _Unusable("population")
    return population


def _division_codes(fields: list[str]) -> tuple[str, ...]:
    codes: list[str] = []
    for code in fields:
        if not code:
            break
        codes.append(code)
    return tuple(codes)
