"""The write side of the reports: one comes into the graph, one goes out of it."""

from __future__ import annotations

from dataclasses import asdict
from http import HTTPStatus
from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from app.dependencies import DatabaseDependency
from app.errors import problem_responses
from app.examples import example
from app.submission import NoPipeline, Submission, Submit
from graph.model import WriteCounters
from graph.withdrawal import withdraw

router = APIRouter(tags=["reports"], responses=problem_responses(422, 503))

# Neo4j indexes at most some 8,000 bytes of a property, and an address of a request has no more.
MAX_ID_BYTES = 2_000
# Larger ones are not the same everywhere (RFC 8259, 6).
MAX_NUMBER = 2**53 - 1


def _without_nul(value: str) -> str:
    if "\x00" in value:
        raise ValueError("it holds a NUL character, which no text has")
    return value


def _short(value: str) -> str:
    if len(value.encode()) > MAX_ID_BYTES:
        raise ValueError(f"it has more than {MAX_ID_BYTES} bytes")
    return value


_Stripped = Annotated[str, StringConstraints(strip_whitespace=True, max_length=10_000), AfterValidator(_without_nul)]
_Name = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=MAX_ID_BYTES),
    AfterValidator(_without_nul),
    AfterValidator(_short),
]
# Strict, for else a text of digits that is no name would be read as a number.
_Number = Annotated[int, Field(strict=True, ge=-MAX_NUMBER, le=MAX_NUMBER)]


class ReportIn(BaseModel):
    """A manifest record and the text that it speaks of; another key is an error, for a typo must not be lost."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "id": "example-1",
                    "title": "Mayor speaks of Bakhmut",
                    "published": "2023-02-10",
                    "publisher": "The Example Courier",
                    "text": "The situation in Bakhmut is difficult, mayor Oleksii Example said on Monday.",
                }
            ]
        },
    )

    text: str = Field(description="the report as it was published; offsets of answers point into it")
    file: Annotated[_Name, Field(min_length=1)] | None = Field(
        None, description="a name for people; else the address or id"
    )
    id: _Name | _Number | None = Field(None, description="the publisher's own id of the report")
    published: _Name | None = Field(
        None, description="a day, month or year (EDTF), or an ISO 8601 date-time; never guessed from today"
    )
    publisher: _Name | None = Field(None, description="who published it")
    title: _Stripped | None = None
    url: _Name | None = Field(None, description="where it was published; it becomes the id of the report")
    language: _Name | None = Field(None, description="an ISO 639 code; only English is read")
    note: _Stripped | None = Field(None, description="free text for people")
    home: _Name | None = Field(
        None, description="the place that the source writes about: an id, or a name with what contains it"
    )


class SubmitParameters(BaseModel):
    """The parameters of `POST /reports`."""

    model_config = ConfigDict(extra="forbid")

    restore: bool = Field(False, description="bring the report back if it was withdrawn")


class WithdrawParameters(BaseModel):
    """The parameters of `DELETE /reports/{id}`."""

    model_config = ConfigDict(extra="forbid")

    erase: bool = Field(False, description="remove every trace of its text, title, address and name too, for good")


class CountersOut(BaseModel):
    """What changed in the graph, by Neo4j's own counters."""

    nodes_created: int
    nodes_deleted: int
    relationships_created: int
    relationships_deleted: int
    properties_set: int

    @classmethod
    def of(cls, counters: WriteCounters) -> CountersOut:
        """The shape of counters."""
        return cls(**asdict(counters))


class SubmittedOut(BaseModel):
    """What became of a report that was sent."""

    id: str
    outcome: Literal["created", "changed", "unchanged"]
    statements: int = Field(description="statements loaded; none where nothing changed")
    dropped: dict[str, int] = Field(description="what was found and not taken, by reason")
    counters: CountersOut


class WithdrawnOut(BaseModel):
    """What became of a report that was withdrawn; `unchanged`: it was withdrawn before."""

    id: str = Field(description="the id of the tombstone: after an erasure a hash")
    outcome: Literal["withdrawn", "erased", "unchanged"]
    counters: CountersOut


@router.post(
    "/reports",
    status_code=HTTPStatus.CREATED,
    responses={
        200: example("unchanged")[200] | {"model": SubmittedOut, "description": "Changed or unchanged"},
        201: example("submitted")[200] | {"description": "Created"},
        **problem_responses(400, 409, 500, 501),
    },
)
def submit_report(
    report: ReportIn, parameters: Annotated[SubmitParameters, Query()], request: Request, response: Response
) -> SubmittedOut:
    """Read a report into the graph: new, or in the place of what it said before. Sending the same again changes nothing."""
    submit: Submit | None = request.app.state.submit
    if submit is None:
        raise NoPipeline
    done = submit(Submission(**report.model_dump()), restore=parameters.restore)
    if done.outcome == "created":
        response.headers["Location"] = f"/reports/{quote(done.report_id, safe='')}"
    else:
        response.status_code = HTTPStatus.OK
    return SubmittedOut(
        id=done.report_id,
        outcome=done.outcome,
        statements=done.statements,
        dropped=done.dropped,
        counters=CountersOut.of(done.counters),
    )


@router.delete("/reports/{report_id:path}", responses=problem_responses(404) | example("withdrawn"))
def withdraw_report(
    report_id: Annotated[str, Path(description="the id of a report; an address percent-encoded")],
    parameters: Annotated[WithdrawParameters, Query()],
    database: DatabaseDependency,
) -> WithdrawnOut:
    """Take a report, and only what it contributed, out of the graph; it stays out until it is sent with `restore`."""
    done = withdraw(database.driver, database.name, report_id, erase=parameters.erase)
    return WithdrawnOut(id=done.id, outcome=done.outcome, counters=CountersOut.of(done.counters))
