"""What was said in the order of its days, for readers, spreadsheets, maps and TimelineJS."""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from app.dates import DATE_FORMS, asked_span
from app.dependencies import Names, Timelines
from app.errors import PROBLEM_RESPONSES
from app.examples import example, example_text
from app.formats import geojson, spreadsheet
from app.formats.timelinejs import TimelineJs, to_timelinejs
from app.names import topics
from app.schemas import ResolvedName, StatementOut
from app.schemas_timeline import TimelineOut
from graph.calendar import Stretch
from graph.repositories.statements import StatementQuery

router = APIRouter(tags=["timeline"], responses=PROBLEM_RESPONSES)


class TimelineParameters(BaseModel):
    """The parameters of `/timeline`."""

    model_config = ConfigDict(extra="forbid")

    about: list[str] = Field([], description="a place, an actor; repeated: about all of them", examples=[["Bakhmut"]])
    within: bool = Field(True, description="whether a place stands for all within it too")
    speaker: str | None = Field(None, description="who said it: an id, a name or any known spelling")
    when: str | None = Field(None, description=f"days that it was said in: {DATE_FORMS}", examples=["2023-02"])
    since: str | None = Field(None, description=f"said no earlier than: {DATE_FORMS}")
    until: str | None = Field(None, description=f"said no later than, the unit named included: {DATE_FORMS}")
    by: Stretch = Field("day", description="what is grouped: days, ISO weeks, months")
    format: Literal["json", "csv", "geojson", "timelinejs"] = Field("json", description="for whom it is written")
    strict: bool = Field(
        False, description="an ambiguous name is an error (409) rather than read as its likeliest thing"
    )
    limit: int = Field(50, ge=1, le=500)
    cursor: str | None = Field(None, description="the `next` of the page before, also in the header `Link`")


@router.get(
    "/timeline",
    response_model=TimelineOut | TimelineJs,
    responses=example(
        "timeline",
        **{
            "text/csv": {"schema": {"type": "string"}, "example": example_text("timeline.csv")},
            geojson.MEDIA_TYPE: {"schema": {"type": "object"}, "example": example_text("timeline.geojson")},
        },
    ),
)
def get_timeline(
    parameters: Annotated[TimelineParameters, Query()],
    request: Request,
    response: Response,
    timelines: Timelines,
    names: Names,
) -> TimelineOut | Response:
    """Statements in the order of their days, those without any last."""
    resolved: dict[str, ResolvedName | list[ResolvedName]] = {}
    asked = asked_span(parameters.when, parameters.since, parameters.until)
    about, read_as = topics(names, parameters.about, within=parameters.within, strict=parameters.strict)
    if read_as:
        resolved["about"] = ResolvedName.read_all_as(read_as)
    speakers: tuple[str, ...] = ()
    if parameters.speaker is not None:
        resolution = names.resolve("speaker", parameters.speaker, "speaker", strict=parameters.strict)
        speakers = (resolution.canonical,)
        resolved["speaker"] = ResolvedName.read_as(resolution)
        read_as = [*read_as, resolution]
    query = StatementQuery(
        speakers=speakers, about=about, asked=asked, limit=parameters.limit, cursor=parameters.cursor
    )
    found = timelines.page(query, parameters.by)
    if found.next is not None:
        response.headers["link"] = _next_page(request, found.next)
    if parameters.format == "json":
        return TimelineOut.of(found, resolved)
    records = [each for group in found.groups for each in group.items]
    statements = [StatementOut.of(each) for each in records]
    match parameters.format:
        case "timelinejs":
            headline = ", ".join(each.thing.name for each in read_as) or "Who said what, and when"
            days = [each.clock_start for each in records]
            slides = to_timelinejs(list(zip(statements, days, strict=True)), headline)
            body, media_type = slides.model_dump_json(exclude_none=True), "application/json"
        case "geojson":
            locations = timelines.locations({thing.id for each in records for thing in each.about})
            body, media_type = geojson.to_geojson(statements, locations).model_dump_json(), geojson.MEDIA_TYPE
        case "csv":
            body, media_type = spreadsheet.to_csv(statements), spreadsheet.MEDIA_TYPE
            response.headers["content-disposition"] = 'attachment; filename="timeline.csv"'
    return Response(body, media_type=media_type, headers=dict(response.headers))


def _next_page(request: Request, cursor: str) -> str:
    """The header that leads to the page after, whatever the format (RFC 8288)."""
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "cursor"]
    return f'<{request.url.path}?{urlencode([*kept, ("cursor", cursor)])}>; rel="next"'
