"""The records of the file as columns of numbers, filled in the order of their ids."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable

from ingest.gazetteer.draft import Draft
from ingest.gazetteer.reach import reaches_km
from ingest.gazetteer.records import FEATURES

MAXIMUM_ALIASES = 24
UNKNOWN_DEGREES = 2_000_000_000
NONE = -1
_DEGREE_UNITS = 100_000
_MAXIMUM_U16 = 65_535


class Columns:
    """Takes records in the order of `sort_key`; `sections` gives what is written."""

    def __init__(self) -> None:
        self._numbers: dict[str, array[int]] = {
            "geonameid": array("I"), "feature": array("B"), "country": array("H"), "latitude": array("i"),
            "longitude": array("i"), "population": array("I"), "radius_km": array("H"), "is_capital": array("B"),
            "name_offset": array("I", [0]), "id_offset": array("I", [0]),
        }  # fmt: skip
        self._names, self._ids = bytearray(), bytearray()
        self._parent_ids = array("I")
        self._other_parents: dict[int, str] = {}
        self._other_indexes: dict[str, int] = {}
        self._countries: dict[str, int] = {}

    def add(self, draft: Draft, aliases: Iterable[str]) -> int:
        """Appends a record with the aliases to store; gives its index."""
        numbers, index = self._numbers, len(self._parent_ids)
        geonameid = _geonameid(draft.id)
        numbers["geonameid"].append(geonameid)
        numbers["feature"].append(FEATURES.index(draft.feature))
        numbers["country"].append(int.from_bytes(draft.country.encode(), "little") if draft.country else 0)
        for axis, degrees in (("latitude", draft.latitude), ("longitude", draft.longitude)):
            numbers[axis].append(UNKNOWN_DEGREES if degrees is None else round(degrees * _DEGREE_UNITS))
        numbers["population"].append(draft.population)
        numbers["is_capital"].append(draft.is_capital)
        numbers["radius_km"].append(min(round(draft.radius_km), _MAXIMUM_U16))
        self._names += "\x1f".join([draft.names[0], *aliases]).encode()
        numbers["name_offset"].append(len(self._names))
        if not geonameid:
            self._ids += draft.id.encode()
            numbers["id_offset"].append(len(self._ids))
            self._other_indexes[draft.id] = index
        if draft.feature == "country" and draft.country:
            self._countries[draft.country] = index
        parent = _geonameid(draft.parent or "")
        self._parent_ids.append(parent)
        if draft.parent and not parent:
            self._other_parents[index] = draft.parent
        return index

    def index(self, place_id: str) -> int:
        """The index of a record that was added.

        Raises:
            KeyError: none of this id was.
        """
        geonameid = _geonameid(place_id)
        if not geonameid:
            return self._other_indexes[place_id]
        ids = self._numbers["geonameid"]
        at = bisect_left(ids, geonameid, 0, len(ids) - len(self._other_indexes))
        if at == len(ids) or ids[at] != geonameid:
            raise KeyError(place_id)
        return at

    def sections(self) -> tuple[dict[str, array[int]], dict[str, bytes]]:
        """All columns, containment among them, and the texts."""
        countries = "\n".join(f"{iso}\t{index}" for iso, index in sorted(self._countries.items()))
        texts = {"names": bytes(self._names), "ids": bytes(self._ids), "countries": countries.encode()}
        containment = self._containment()
        self._add_reaches(containment["parent"])
        return {**self._numbers, **containment}, texts

    def _add_reaches(self, parents: array[int]) -> None:
        """The radius of divisions and countries for which no source gives one."""
        numbers = self._numbers
        town, wide = FEATURES.index("town"), {FEATURES.index(each) for each in ("region", "district", "country")}
        reaches = reaches_km(
            parents,
            numbers["latitude"],
            numbers["longitude"],
            [each == town for each in numbers["feature"]],
            UNKNOWN_DEGREES,
        )
        for index, reach_km in reaches.items():
            if numbers["feature"][index] in wide and not numbers["radius_km"][index]:
                numbers["radius_km"][index] = min(reach_km, _MAXIMUM_U16)

    def _containment(self) -> dict[str, array[int]]:
        """The parent, the first-order division and the country of every record."""
        parents = array("i")
        for index, geonameid in enumerate(self._parent_ids):
            if geonameid:
                parents.append(self.index(f"geonames:{geonameid}"))
            else:
                parents.append(self.index(self._other_parents[index]) if index in self._other_parents else NONE)
        features, region_feature, country_feature = (
            self._numbers["feature"],
            FEATURES.index("region"),
            FEATURES.index("country"),
        )
        regions, countries = array("i"), array("i")
        for index in range(len(parents)):
            region = country = NONE
            above = index
            while above != NONE:
                if features[above] == region_feature:
                    region = above
                elif features[above] == country_feature:
                    country = above
                above = parents[above]
            regions.append(region)
            countries.append(country)
        return {"parent": parents, "region": regions, "country_index": countries}


def sort_key(place_id: str) -> tuple[bool, int, str]:
    """GeoNames ids first, by number, then the others: both parts can be searched by bisection."""
    geonameid = _geonameid(place_id)
    return (not geonameid, geonameid, place_id)


def _geonameid(place_id: str) -> int:
    scheme, _, rest = place_id.partition(":")
    return int(rest) if scheme == "geonames" else 0
