"""Places that a text gives by distance and direction from one that it names: where they are, within how much, and in what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import cos, hypot, radians

from ingest.annotations import Direction, Offset, Span, Toponym
from ingest.gazetteer.gazetteer import Gazetteer
from ingest.gazetteer.offset_phrases import components, offset_phrases

KM_PER_DEGREE = 111.2
# A distance is told to about a quarter, and a compass word spans as much to either side.
RADIUS_SHARE = 0.25
LEAST_RADIUS_KM = 1.0
# "20 miles outside Kabul" lies anywhere on a ring: a disc around the town says something as long as it is about as wide as a district.
WIDEST_RING_KM = 50.0


def place_offsets(text: str, toponyms: Sequence[Toponym], gazetteer: Gazetteer) -> tuple[Offset, ...]:
    """The offset phrases before towns that have a point, in text order."""
    named = [each for each in toponyms if each.form == "name"]
    toponym_by_start = {each.span.start: each for each in named}
    toponym_by_end = {each.span.end: each for each in named}
    offsets = []
    for phrase in offset_phrases(text):
        anchor = toponym_by_start.get(phrase.name_start)
        if anchor is None or anchor.place_id is None or anchor.precision not in ("town", "community", "point"):
            continue
        described = toponym_by_end.get(phrase.described_end) if phrase.described_end is not None else None
        if described is not None and described.precision == "area" and described.place_id is not None:
            described = None  # "in Kherson Oblast, 12 km north of": that is no division's place
        offset = Offset(
            span=Span(phrase.start, anchor.span.end),
            anchor=anchor,
            described=described.span if described is not None else None,
            distance_km=round(phrase.distance_km, 3) if phrase.distance_km is not None else None,
            direction=phrase.direction,
        )
        offsets.append(_with_point(offset, gazetteer))
    return tuple(offsets)


def locate_described(toponyms: Sequence[Toponym], offsets: Sequence[Offset]) -> tuple[Toponym, ...]:
    """The toponyms, those that no list has at the point that an offset of one of their mentions gives."""
    offset_by_span = {each.described: each for each in offsets if each.described is not None}
    offset_by_name: dict[str, Offset] = {}
    for each in toponyms:
        if each.place_id is None and each.span in offset_by_span:
            offset_by_name.setdefault(each.name, offset_by_span[each.span])
    if not offset_by_name:
        return tuple(toponyms)
    return tuple(
        _located(each, offset_by_name[each.name])
        if each.place_id is None and each.form == "name" and each.name in offset_by_name
        else each
        for each in toponyms
    )


def place_of_offset(offset: Offset) -> Toponym:
    """What lies there, under no name but the phrase in plain form: "12 km north of Soledar"; without a point the place it is near."""
    if offset.latitude is None:
        return replace(offset.anchor, offset=offset)
    far = f"{offset.distance_km:.3g} km {offset.direction + ' of' if offset.direction is not None else 'from'}"
    nowhere = replace(
        offset.anchor,
        span=offset.span,
        name=f"{far} {offset.anchor.name}",
        place_id=None,
        geonameid=None,
        metonym=False,
    )
    return _located(nowhere, offset)


def point_at(latitude: float, longitude: float, distance_km: float, direction: Direction) -> tuple[float, float]:
    """Latitude and longitude of what lies so far in that direction."""
    north, east = (share * distance_km for share in components(direction))
    return latitude + north / KM_PER_DEGREE, longitude + east / (KM_PER_DEGREE * cos(radians(latitude)))


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres between two points that are no half world apart."""
    east = (one[1] - other[1]) * cos(radians((one[0] + other[0]) / 2))
    return hypot(one[0] - other[0], east) * KM_PER_DEGREE


def _with_point(offset: Offset, gazetteer: Gazetteer) -> Offset:
    anchor, far = offset.anchor, offset.distance_km
    if far is None or anchor.latitude is None or anchor.longitude is None:
        return offset
    radius_km = max(LEAST_RADIUS_KM, round(far * RADIUS_SHARE, 1))
    if offset.direction is not None:
        latitude, longitude = point_at(anchor.latitude, anchor.longitude, far, offset.direction)
    elif far <= WIDEST_RING_KM:
        latitude, longitude, radius_km = anchor.latitude, anchor.longitude, far + radius_km
    else:
        return offset
    radius_km = round(radius_km + (anchor.radius_km or 0.0), 1)
    around = _container(anchor, (latitude, longitude), radius_km, gazetteer)
    return replace(
        offset, latitude=round(latitude, 5), longitude=round(longitude, 5), radius_km=radius_km,
        within=gazetteer.place_id(around) if around is not None else None,
        country=gazetteer.country(around) if around is not None else None,
    )  # fmt: skip


def _container(anchor: Toponym, point: tuple[float, float], radius_km: float, gazetteer: Gazetteer) -> int | None:
    """The record index of the smallest container of the named place that reaches all around the point."""
    assert anchor.place_id is not None
    for index in gazetteer.containers(gazetteer.index(anchor.place_id)):
        latitude, longitude = gazetteer.coordinates(index)
        if latitude is None or longitude is None:
            continue
        if distance_km(point, (latitude, longitude)) + radius_km <= gazetteer.radius_km[index]:
            return index
    return None


def _located(toponym: Toponym, offset: Offset) -> Toponym:
    if offset.latitude is None:
        return replace(toponym, offset=offset)
    return replace(
        toponym, latitude=offset.latitude, longitude=offset.longitude, precision="offset", radius_km=offset.radius_km,
        within=toponym.within or offset.within, country=toponym.country if toponym.within else offset.country,
        reason="offset", offset=offset,
    )  # fmt: skip
