"""The news reports that everything stands in; of their text what is evidence is shown, and all of it where the settings say so."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from app.dates import DATE_FORMS, asked_span
from app.dependencies import Reports
from app.errors import PROBLEM_RESPONSES
from app.examples import example
from app.schemas_reports import NamedOut, ReportDetail, ReportList, ReportOut
from graph.errors import UnknownReport
from graph.ids import source_id
from graph.repositories.reports import ReportQuery

router = APIRouter(tags=["reports"], responses=PROBLEM_RESPONSES)


class ReportParameters(BaseModel):
    """The parameters of `/reports`."""

    model_config = ConfigDict(extra="forbid")

    source: str | None = Field(None, description="who published it")
    when: str | None = Field(None, description=f"days that it was published in: {DATE_FORMS}", examples=["2023-02"])
    since: str | None = Field(None, description=f"published no earlier than: {DATE_FORMS}", examples=["2023-02-01"])
    until: str | None = Field(
        None, description=f"published no later than, the unit named included: {DATE_FORMS}", examples=["2023-02-28"]
    )
    q: str | None = Field(None, min_length=1, max_length=200, description="words of its title or file name")
    limit: int = Field(50, ge=1, le=500)
    cursor: str | None = Field(None, description="the `next` of the page before")


@router.get("/reports", responses=example("reports"))
def list_reports(parameters: Annotated[ReportParameters, Query()], reports: Reports) -> ReportList:
    """Reports by the day they were published on, those without any day last."""
    page = reports.page(
        ReportQuery(
            source=source_id(parameters.source) if parameters.source is not None else None,
            asked=asked_span(parameters.when, parameters.since, parameters.until),
            words=parameters.q,
            limit=parameters.limit,
            cursor=parameters.cursor,
        )
    )
    return ReportList(items=[ReportOut.of(each) for each in page.items], next=page.next)


@router.get("/reports/{report_id:path}", responses=example("report"))
def get_report(
    report_id: Annotated[str, Path(description="the id of a report, which may be an address")],
    reports: Reports,
    request: Request,
) -> ReportDetail:
    """One report, with what it names and where it first does; with its text where the service is set to show it."""
    found = reports.one(report_id)
    if found is None:
        raise UnknownReport(report_id, [])
    named = [NamedOut.naming(each) for each in reports.named(report_id)]
    text = reports.text(report_id) if request.app.state.serve_text == "full" else None
    return ReportDetail(**ReportOut.of(found).model_dump(), text=text, mentions=named)
