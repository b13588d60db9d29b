"""Errors that carry what went wrong as data and say it in one sentence."""

from __future__ import annotations


class ChronotopeError(Exception):
    """Base of every error of this project."""


class InvalidDate(ChronotopeError):
    """A value that is no date."""

    def __init__(self, value: str, reason: str) -> None:
        self.value = value
        self.reason = reason
        super().__init__(
            f"{value!r} is not a date ({reason}); valid are a day 2023-02-03, a month 2023-02, a year 2023, "
            "a season 2023-21 to 2023-24, or an interval 2023-02-01/2023-02-28"
        )
