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


class UnknownName(ChronotopeError):
    """A name that nothing of the kind sought carries in the graph."""

    def __init__(self, parameter: str, value: str, sought: str, suggestions: list[str]) -> None:
        self.parameter = parameter
        self.value = value
        self.sought = sought
        self.suggestions = suggestions
        hint = f"; similar names: {', '.join(suggestions)}" if suggestions else ""
        super().__init__(f"no {sought} is known as {value!r} ({parameter}){hint}")


class AmbiguousName(ChronotopeError):
    """A name that several things carry, where the caller asked for exactly one."""

    def __init__(self, parameter: str, value: str, candidates: list[str]) -> None:
        self.parameter = parameter
        self.value = value
        self.candidates = candidates
        super().__init__(f"{value!r} ({parameter}) may be {', '.join(candidates)}; give one of these ids")


class InvalidCursor(ChronotopeError):
    """A cursor that no answer of this service gave."""

    def __init__(self, value: str) -> None:
        self.value = value
        super().__init__(
            f"{value!r} is not a cursor; give the `next` of the page before, unchanged, with the same other parameters"
        )


class UnknownStatement(ChronotopeError):
    """An id that no statement has."""

    def __init__(self, statement_id: str) -> None:
        self.statement_id = statement_id
        super().__init__(f"no statement has the id {statement_id!r}")


class UnknownEvent(ChronotopeError):
    """An id that no event has, or had before it became part of another."""

    def __init__(self, event_id: str) -> None:
        self.event_id = event_id
        super().__init__(f"no event has the id {event_id!r}")


class UnknownReport(ChronotopeError):
    """An id, file name or address that no report has."""

    def __init__(self, value: str, suggestions: list[str]) -> None:
        self.value = value
        self.suggestions = suggestions
        hint = f"; there is {', '.join(suggestions)}" if suggestions else ""
        super().__init__(f"no report has the id, file name or address {value!r}{hint}")


class AmbiguousReport(ChronotopeError):
    """A file name or address that several reports have, where exactly one is meant."""

    def __init__(self, value: str, candidates: list[str]) -> None:
        self.value = value
        self.candidates = candidates
        super().__init__(f"{value!r} may be the report {' or '.join(candidates)}; give one of these ids")


class ReportRefused(ChronotopeError):
    """A report that Neo4j does not store, though it stores others."""

    def __init__(self, report_id: str, reason: str) -> None:
        self.report_id = report_id
        self.reason = reason
        super().__init__(f"Neo4j does not store the report {report_id}: {reason}")
