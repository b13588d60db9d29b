"""Reads "12 km north of Soledar": a point that the text gives by distance and direction from a place it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin

from ingest.annotations import Span, Toponym

_BEARINGS = {
    "north": 0.0, "northeast": 45.0, "east": 90.0, "southeast": 135.0, "south": 180.0,
    "southwest": 225.0, "west": 270.0, "northwest": 315.0,
}  # fmt: skip
_UNITS_KM = {
    "km": 1.0,
    "kilometre": 1.0,
    "kilometer": 1.0,
    "mile": 1.609344,
    "m": 0.001,
    "metre": 0.001,
    "meter": 0.001,
}
_OFFSET = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)?)[ -]?(?P<unit>km|kilomet(?:re|er)s?|miles?|m|met(?:re|er)s?)(?: \([^()]{1,20}\))? "
    r"(?:to the )?(?P<direction>(?:north|south)[ -]?(?:east|west)?|east|west)(?:ern)? (?:of|from) (?:the )?"
    r"(?:(?:city|town|village|settlement|centre|center) of )?$",
    re.IGNORECASE,
)
# As far before a name as an offset phrase reaches.
_LONGEST_PHRASE = 80
_KM_PER_DEGREE = 111.2
# A distance is told to about a quarter, and a compass word spans as much to either side.
RADIUS_SHARE = 0.25
LEAST_RADIUS_KM = 1.0


@dataclass(frozen=True, slots=True)
class OffsetPlace:
    """A point given relative to a toponym; `span` covers the phrase and the name, `radius_km` bounds the error."""

    span: Span
    anchor: Toponym
    distance_km: float
    bearing_degrees: float
    latitude: float
    longitude: float
    radius_km: float


def place_offsets(text: str, toponyms: Sequence[Toponym]) -> tuple[OffsetPlace, ...]:
    """The offset phrases before toponyms that have a point, in text order."""
    offsets = []
    for toponym in toponyms:
        start = max(0, toponym.span.start - _LONGEST_PHRASE)
        match = _OFFSET.search(text[start : toponym.span.start])
        if match is None or toponym.latitude is None or toponym.longitude is None:
            continue
        distance_km = float(match["number"].replace(",", ".")) * _UNITS_KM[match["unit"].lower().rstrip("s")]
        bearing = _BEARINGS[re.sub("[ -]", "", match["direction"].lower())]
        north, east = distance_km * cos(radians(bearing)), distance_km * sin(radians(bearing))
        offsets.append(
            OffsetPlace(
                span=Span(start + match.start(), toponym.span.end),
                anchor=toponym,
                distance_km=round(distance_km, 3),
                bearing_degrees=bearing,
                latitude=round(toponym.latitude + north / _KM_PER_DEGREE, 5),
                longitude=round(toponym.longitude + east / (_KM_PER_DEGREE * cos(radians(toponym.latitude))), 5),
                radius_km=max(LEAST_RADIUS_KM, round(distance_km * RADIUS_SHARE, 1)),
            )
        )
    return tuple(offsets)
