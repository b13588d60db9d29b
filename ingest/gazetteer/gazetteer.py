"""Looks places up by name and id in the mapped file."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from graph.model import PlacePrecision
from ingest.gazetteer.columns import NONE, UNKNOWN_DEGREES
from ingest.gazetteer.folding import fold_name, name_hash
from ingest.gazetteer.likelihood import likelihoods
from ingest.gazetteer.records import ALIAS_BITS, FEATURES, PlaceRecord
from ingest.gazetteer.storage import read_sections
from ingest.gazetteer.tables import DATA, read_table

_DEGREE_UNITS = 100_000
_LEVEL = (1 << ALIAS_BITS) - 1
_KINDS_OF_DIVISION = frozenset(
    {"region", "province", "oblast", "governorate", "state", "district", "raion", "county", "prefecture"}
)
_LOOKUPS_KEPT = 200_000


class UnknownPlace(KeyError):
    """No record has this id."""

    def __init__(self, place_id: str) -> None:
        super().__init__(place_id)
        self.place_id = place_id

    def __str__(self) -> str:
        return (
            f"{self.place_id!r} is in the gazetteer under no scheme (geonames:<number>, katottg:<code>, overlay:<slug>)"
        )


class Gazetteer:
    """Places of the world, read from one mapped file that all processes share.

    The columns are views by record index, for code that weighs many candidates; everything else goes through `PlaceRecord`.
    Coordinates in the columns are 1/100,000 degrees, `UNKNOWN_DEGREES` where there are none; `region` and `country_index` are
    the record indexes of the first-order division and the country, `NONE` where there is none.
    """

    def __init__(self, path: Path) -> None:
        file = read_sections(path)
        self.version = file.header["version"]
        self.feature = file.numbers["feature"]
        self.population = file.numbers["population"]
        self.latitude = file.numbers["latitude"]
        self.longitude = file.numbers["longitude"]
        self.parent = file.numbers["parent"]
        self.region = file.numbers["region"]
        self.country_index = file.numbers["country_index"]
        self.is_capital = file.numbers["is_capital"]
        self.radius_km = file.numbers["radius_km"]
        self.geonameid = file.numbers["geonameid"]
        self._numbers = file.numbers
        self._texts = file.texts
        self._other_count = len(file.numbers["id_offset"]) - 1
        self._geonames_count = len(self.geonameid) - self._other_count
        self._hashes = file.numbers["name_hash"]
        self._starts = file.numbers["name_start"]
        self._records = file.numbers["name_record"]
        self._demonyms: dict[str, int] = {}
        for line in bytes(file.texts["demonyms"]).decode().splitlines():
            word, _, index = line.partition("\t")
            self._demonyms[word] = int(index)
        self.abbreviations = {
            row["abbreviation"]: (self.index(row["id"]), row["where"] == "anywhere")
            for row in read_table(DATA / "abbreviations.tsv")
        }
        self._country_records: dict[str, int] = {}
        for line in bytes(file.texts["countries"]).decode().splitlines():
            iso, _, index = line.partition("\t")
            self._country_records[iso] = int(index)
        self.bearers = lru_cache(maxsize=_LOOKUPS_KEPT)(self._bearers)

    def __len__(self) -> int:
        return len(self.geonameid)

    def _bearers(self, key: str) -> tuple[tuple[int, int], ...]:
        """Record indexes that bear a folded name, each with 0 for its own name, `ALIAS` or `REMOTE_ALIAS`."""
        value = name_hash(key)
        at = bisect_left(self._hashes, value)
        if at == len(self._hashes) or self._hashes[at] != value:
            return ()
        return tuple(
            (posting >> ALIAS_BITS, posting & _LEVEL)
            for posting in self._records[self._starts[at] : self._starts[at + 1]]
        )

    def candidates(self, name: str) -> Sequence[PlaceRecord]:
        """Every place that bears this name or spelling, the likeliest first; "Homs province" finds the division named Homs."""
        key = fold_name(name)
        bearers, of_division = self.bearers(key), False
        base, _, kind = key.rpartition(" ")
        if not bearers and kind in _KINDS_OF_DIVISION:
            bearers = tuple(b for b in self.bearers(base) if FEATURES[self.feature[b[0]]] in ("region", "district"))
            of_division = True
        values = likelihoods(bearers, self, of_division=of_division)
        return [self.record(index) for index, _ in sorted(values.items(), key=lambda item: (-item[1], item[0]))]

    def place(self, place_id: str) -> PlaceRecord:
        """The place of this id.

        Raises:
            UnknownPlace: there is none.
        """
        return self.record(self.index(place_id))

    def parents(self, place_id: str) -> Sequence[PlaceRecord]:
        """What contains the place, smallest first: second-order division, first-order division, area of several such, country."""
        return [self.record(index) for index in self.containers(self.index(place_id))]

    def demonym(self, word: str) -> PlaceRecord | None:
        """The place of an adjective such as "Russian"; None for any other word."""
        index = self.demonym_index(word)
        return None if index is None else self.record(index)

    def demonym_index(self, word: str) -> int | None:
        """The record index of the place that the adjective belongs to."""
        return self._demonyms.get(word)

    def containers(self, index: int) -> Iterator[int]:
        """Record indexes of what contains this one, smallest first."""
        index = self.parent[index]
        while index != NONE:
            yield index
            index = self.parent[index]

    def index(self, place_id: str) -> int:
        """The record index of an id; raises `UnknownPlace`."""
        scheme, _, rest = place_id.partition(":")
        if scheme == "geonames" and rest.isdecimal():
            at = bisect_left(self.geonameid, int(rest), 0, self._geonames_count)
            if at < self._geonames_count and self.geonameid[at] == int(rest):
                return at
            raise UnknownPlace(place_id)
        low, high = 0, self._other_count
        while low < high:
            middle = (low + high) // 2
            if self._other_id(middle) < place_id:
                low = middle + 1
            else:
                high = middle
        if low < self._other_count and self._other_id(low) == place_id:
            return self._geonames_count + low
        raise UnknownPlace(place_id)

    def place_id(self, index: int) -> str:
        """The id of the record at an index."""
        if index < self._geonames_count:
            return f"geonames:{self.geonameid[index]}"
        return self._other_id(index - self._geonames_count)

    def country_record(self, iso: str) -> int | None:
        """The record index of a country by its ISO code."""
        return self._country_records.get(iso)

    def countries(self) -> Sequence[str]:
        """The ISO codes of all countries."""
        return sorted(self._country_records)

    def records_of_other_registers(self) -> Iterator[PlaceRecord]:
        """The places that are not known by an id of GeoNames."""
        return map(self.record, range(self._geonames_count, len(self)))

    def name(self, index: int) -> str:
        """The canonical name of the record at an index."""
        return self._all_names(index)[0]

    def country(self, index: int) -> str | None:
        """The ISO code of the country of the record at an index."""
        code = self._numbers["country"][index]
        return code.to_bytes(2, "little").decode() if code else None

    def coordinates(self, index: int) -> tuple[float | None, float | None]:
        """Latitude and longitude in degrees of the record at an index."""
        latitude, longitude = self.latitude[index], self.longitude[index]
        if latitude == UNKNOWN_DEGREES:
            return None, None
        return latitude / _DEGREE_UNITS, longitude / _DEGREE_UNITS

    def record(self, index: int) -> PlaceRecord:
        """The record at an index."""
        names = self._all_names(index)
        latitude, longitude = self.coordinates(index)
        parent = self.parent[index]
        return PlaceRecord(
            id=self.place_id(index),
            name=names[0],
            aliases=tuple(names[1:]),
            feature=FEATURES[self.feature[index]],
            country=self.country(index),
            latitude=latitude,
            longitude=longitude,
            population=self.population[index],
            parent=None if parent == NONE else self.place_id(parent),
            geonameid=self.geonameid[index] or None,
            radius_km=float(self.radius_km[index]) or None,
            precision=self.precision(index),
        )

    def precision(self, index: int) -> PlacePrecision:
        """What the point of the record at an index is."""
        if self.latitude[index] == UNKNOWN_DEGREES:
            return "unknown"
        feature, has_radius = FEATURES[self.feature[index]], bool(self.radius_km[index])
        if feature == "town":
            return "community" if has_radius else "town"
        return "point" if feature == "area" and not has_radius else "area"

    def _all_names(self, index: int) -> list[str]:
        offsets = self._numbers["name_offset"]
        return bytes(self._texts["names"][offsets[index] : offsets[index + 1]]).decode().split("\x1f")

    def _other_id(self, position: int) -> str:
        offsets = self._numbers["id_offset"]
        return bytes(self._texts["ids"][offsets[position] : offsets[position + 1]]).decode()
