"""Reads the boxes and circles of a question; what is none becomes a 422 that shows a valid one."""

from __future__ import annotations

from math import isfinite

from graph.repositories.places import Box, Circle

# Half the circumference of the earth: no place lies farther.
FARTHEST_KM = 20_038

BOX_FORM = "west,south,east,north in degrees, as 37.5,48.4,38.5,48.9"
CIRCLE_FORM = f"latitude,longitude,km with degrees and a distance up to {FARTHEST_KM}, as 48.59,38.0,25"


def box(value: str) -> Box:
    """The box of `west,south,east,north`; raises `ValueError`."""
    west, south, east, north = _numbers(value, 4, BOX_FORM)
    if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):
        raise ValueError(f"{value!r} is no box; a valid one is {BOX_FORM}")
    return Box(west, south, east, north)


def circle(value: str) -> Circle:
    """The circle of `latitude,longitude,km`; raises `ValueError`."""
    latitude, longitude, radius_km = _numbers(value, 3, CIRCLE_FORM)
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180 and 0 < radius_km <= FARTHEST_KM):
        raise ValueError(f"{value!r} is no circle; a valid one is {CIRCLE_FORM}")
    return Circle(latitude, longitude, radius_km)


def check_box(value: str | None) -> str | None:
    """`value` where it is a box or None: for the parameters of a route."""
    if value is not None:
        box(value)
    return value


def check_circle(value: str | None) -> str | None:
    """`value` where it is a circle or None: for the parameters of a route."""
    if value is not None:
        circle(value)
    return value


def _numbers(value: str, count: int, form: str) -> list[float]:
    try:
        numbers = [float(part) for part in value.split(",")]
    except ValueError:
        numbers = []
    if len(numbers) != count or not all(isfinite(number) for number in numbers):
        raise ValueError(f"{value!r} is not {count} numbers; a valid value is {form}")
    return numbers
