"""How far a division or a country reaches from the point that stands for it: as far as nearly all of its towns lie."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Sequence
from math import ceil, cos, hypot, radians

# A point of a country is off by its far islands for few of the places that are told of it.
TOWNS_COVERED = 0.95
_DEGREE_UNITS = 100_000
_KM_PER_DEGREE = 111.2
_HALF_TURN = 180.0


def reaches_km(
    parents: array[int], latitudes: array[int], longitudes: array[int], is_town: Sequence[bool], unknown: int
) -> dict[int, int]:
    """By record index of what contains towns: the kilometres within which `TOWNS_COVERED` of them lie, at least 1.

    Coordinates are 1/100,000 degrees, `unknown` where there are none; records without a point or without towns are left out.
    """
    distances: defaultdict[int, array[float]] = defaultdict(lambda: array("f"))
    for index, town in enumerate(is_town):
        if not town or latitudes[index] == unknown:
            continue
        latitude, longitude = latitudes[index] / _DEGREE_UNITS, longitudes[index] / _DEGREE_UNITS
        scale = cos(radians(latitude))
        above = parents[index]
        while above >= 0:
            if latitudes[above] != unknown and above != index:
                east = abs(longitude - longitudes[above] / _DEGREE_UNITS)
                east = min(east, 2 * _HALF_TURN - east)
                north = latitude - latitudes[above] / _DEGREE_UNITS
                distances[above].append(hypot(north, east * scale) * _KM_PER_DEGREE)
            above = parents[above]
    return {
        index: max(1, round(sorted(found)[ceil(TOWNS_COVERED * len(found)) - 1])) for index, found in distances.items()
    }
