"""A report that is sent to the service, and what became of it: what the routes and the reader of reports agree on."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Literal, Protocol

from graph.errors import ChronotopeError
from graph.model import WriteCounters

# One is read at a time; each that waits holds a thread that reads of the graph need too.
WAITING_MAXIMUM = 8


@dataclass(frozen=True, slots=True)
class Submission:
    """A text with its manifest record; None is unknown, `published` is as sent."""

    text: str
    file: str | None = None
    id: str | int | None = None
    published: str | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    note: str | None = None
    home: str | None = None


@dataclass(frozen=True, slots=True)
class Submitted:
    """What became of a submission: `statements` were loaded, `dropped` counts by reason what was found and not taken."""

    report_id: str
    outcome: Literal["created", "changed", "unchanged"]
    statements: int
    dropped: dict[str, int]
    counters: WriteCounters


class Submit(Protocol):
    """Reads a submission into the graph. Raises the errors of this module."""

    def __call__(self, submission: Submission, *, restore: bool) -> Submitted:
        """Brings a withdrawn report back only where `restore` says so."""


class RejectedSubmission(ChronotopeError):
    """A text that is no report: not English, empty, of an impossible date."""

    def __init__(self, reason: str, detail: str) -> None:
        self.reason = reason
        self.detail = detail
        super().__init__(f"the report is rejected ({reason}): {detail}")


class WithdrawnReport(ChronotopeError):
    """A report that was taken out of the graph, sent again."""

    def __init__(self, report_id: str) -> None:
        self.report_id = report_id
        super().__init__(f"the report {report_id} was withdrawn and stays so; restore=true brings it back")


class ExtractionFailed(ChronotopeError):
    """A report that was admitted and could not be read or stored: a fault of ours."""

    def __init__(self, detail: str) -> None:
        super().__init__(f"the report could not be read into the graph: {detail}")


class NoPipeline(ChronotopeError):
    """A service that was made without a reader of reports."""

    def __init__(self) -> None:
        super().__init__("this service reads no reports; `chronotope ingest` does")


class SubmissionsWait(ChronotopeError):
    """More reports than are read at a time."""

    def __init__(self) -> None:
        super().__init__(f"{WAITING_MAXIMUM} reports wait to be read; send this one again later")


class OneAtATime:
    """Hands submissions on one at a time, and turns away those that would wait too long."""

    def __init__(self, submit: Submit) -> None:
        self._submit = submit
        self._places = threading.BoundedSemaphore(WAITING_MAXIMUM)
        self._turn = threading.Lock()

    def __call__(self, submission: Submission, *, restore: bool) -> Submitted:
        """As `submit`; raises `SubmissionsWait` too."""
        if not self._places.acquire(blocking=False):
            raise SubmissionsWait
        try:
            with self._turn:
                return self._submit(submission, restore=restore)
        finally:
            self._places.release()
