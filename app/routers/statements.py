"""Who said what about what, and when."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, ConfigDict, Field

from app.dates import DATE_FORMS, asked_span
from app.dependencies import Names, Statements
from app.errors import PROBLEM_RESPONSES
from app.examples import example
from app.names import place_ids, topics
from app.schemas import ResolvedName, StatementList, StatementOut
from graph.errors import UnknownStatement
from graph.ids import source_id
from graph.repositories.statements import StatementQuery

router = APIRouter(tags=["statements"], responses=PROBLEM_RESPONSES)

Act = Literal[
    "assert", "confirm", "deny", "announce", "assess", "predict", "accuse", "demand", "reject", "threaten", "promise",
    "concede", "support", "report",
]  # fmt: skip


class StatementParameters(BaseModel):
    """The parameters of `/statements`; an unknown one is an error, for a typo must not return everything."""

    model_config = ConfigDict(extra="forbid")

    speaker: str | None = Field(
        None, description="who said it: an id, a name or any known spelling", examples=["Zelensky"]
    )
    side: str | None = Field(None, description="the side that the speaker is on", examples=["Ukraine"])
    about: list[str] = Field([], description="a place, an actor; repeated: about all of them", examples=[["Bakhmut"]])
    within: bool = Field(True, description="whether a place stands for all within it too")
    said_at: str | None = Field(None, description="where it was said")
    told_to: str | None = Field(None, description="to whom it was said")
    when: str | None = Field(None, description=f"days that it was said in: {DATE_FORMS}", examples=["2023-02"])
    since: str | None = Field(None, description=f"said no earlier than: {DATE_FORMS}", examples=["2023-02-01"])
    until: str | None = Field(
        None, description=f"said no later than, the unit named included: {DATE_FORMS}", examples=["2023-02-28"]
    )
    dated: Literal["told"] | None = Field(None, description="`told` leaves out what the report gives no day for")
    mode: list[Literal["direct", "indirect", "mixed"]] = Field([], description="how it is rendered")
    act: list[Act] = Field([], description="what kind of statement it is")
    attitude: list[Literal["speech", "belief", "plan"]] = Field(["speech"], description="speech unless asked otherwise")
    source: str | None = Field(None, description="who published the report")
    report: str | None = Field(None, description="the id of the report that it stands in")
    q: str | None = Field(None, min_length=1, max_length=200, description="words that the content holds")
    min_confidence: float | None = Field(None, ge=0, le=1)
    strict: bool = Field(
        False, description="an ambiguous name is an error (409) rather than read as its likeliest thing"
    )
    limit: int = Field(50, ge=1, le=500)
    cursor: str | None = Field(None, description="the `next` of the page before")


@router.get("/statements", responses=example("statements"))
def list_statements(
    parameters: Annotated[StatementParameters, Query()], statements: Statements, names: Names
) -> StatementList:
    """Statements by the day they were said on, those without any day last."""
    resolved: dict[str, ResolvedName | list[ResolvedName]] = {}
    strict, within = parameters.strict, parameters.within
    asked = asked_span(parameters.when, parameters.since, parameters.until)
    speakers: tuple[str, ...] = ()
    if parameters.speaker is not None:
        resolution = names.resolve("speaker", parameters.speaker, "speaker", strict=strict)
        speakers = (resolution.canonical,)
        resolved["speaker"] = ResolvedName.read_as(resolution)
    about, read_as = topics(names, parameters.about, within=within, strict=strict)
    if read_as:
        resolved["about"] = ResolvedName.read_all_as(read_as)
    said_at = told_to = None
    if parameters.said_at is not None:
        resolution = names.resolve("said_at", parameters.said_at, "place", strict=strict)
        said_at = place_ids(names, resolution, within=within)
        resolved["said_at"] = ResolvedName.read_as(resolution)
    if parameters.told_to is not None:
        resolution = names.resolve("told_to", parameters.told_to, "hearer", strict=strict)
        told_to = (resolution.canonical,)
        resolved["told_to"] = ResolvedName.read_as(resolution)
    page = statements.page(
        StatementQuery(
            speakers=speakers,
            about=about,
            said_at=said_at,
            told_to=told_to,
            side=parameters.side,
            asked=asked,
            told=parameters.dated == "told",
            modes=tuple(parameters.mode) or None,
            acts=tuple(parameters.act) or None,
            attitudes=tuple(parameters.attitude) or None,
            source=source_id(parameters.source) if parameters.source is not None else None,
            report=parameters.report,
            words=parameters.q,
            min_confidence=parameters.min_confidence,
            limit=parameters.limit,
            cursor=parameters.cursor,
        )
    )
    return StatementList(items=[StatementOut.of(each) for each in page.items], next=page.next, resolved=resolved)


@router.get("/statements/{statement_id}", responses=example("statement"))
def get_statement(
    statement_id: Annotated[str, Path(description="the id of a statement")], statements: Statements
) -> StatementOut:
    """One statement, with its evidence in context."""
    found = statements.records([statement_id])
    if not found:
        raise UnknownStatement(statement_id)
    return StatementOut.of(found[0], statements.report_text(statement_id))
