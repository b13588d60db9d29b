"""What happened and what was said in the order of their days, for readers, spreadsheets, maps and TimelineJS."""

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
from app.names import involved, topics
from app.openapi import COMPONENTS
from app.schemas import ResolvedName
from app.schemas_events import Modality
from app.schemas_timeline import TimelineOut, timeline_item
from graph.calendar import Stretch
from graph.model import StatementRecord
from graph.repositories.events import EventQuery
from graph.repositories.statements import StatementQuery
from graph.repositories.timeline import TimelineQuery

router = APIRouter(tags=["timeline"], responses=PROBLEM_RESPONSES)


class TimelineParameters(BaseModel):
    """The parameters of `/timeline`."""

    model_config = ConfigDict(extra="forbid")

    about: list[str] = Field(
        [],
        description="a place, an actor: what was said about it, what happened there or with it; repeated: all of them",
        examples=[["Bakhmut"]],
    )
    within: bool = Field(True, description="whether a place stands for all within it too")
    kinds: list[Literal["events", "statements"]] = Field(
        ["events", "statements"],
        min_length=1,
        description="what is shown: what happened, what was said; both unless asked otherwise",
    )
    speaker: str | None = Field(
        None, description="who said it: an id, a name or any known spelling; leaves out events, which nobody says"
    )
    modality: list[Modality] = Field(
        ["actual", "historical"], description="of events: what has happened, now or long ago, unless asked otherwise"
    )
    when: str | None = Field(
        None, description=f"days that it happened or was said in: {DATE_FORMS}", examples=["2023-02"]
    )
    since: str | None = Field(None, description=f"no earlier than: {DATE_FORMS}")
    until: str | None = Field(None, description=f"no later than, the unit named included: {DATE_FORMS}")
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
            geojson.MEDIA_TYPE: {
                "schema": {"$ref": f"{COMPONENTS}{geojson.FeatureCollection.__name__}"},
                "example": example_text("timeline.geojson"),
            },
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
    """Events and statements in the order of their days, those without any last."""
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
    statements = events = None
    if "statements" in parameters.kinds:
        statements = StatementQuery(speakers=speakers, about=about, asked=asked)
    if "events" in parameters.kinds and not speakers:
        things = involved(names, parameters.about, within=parameters.within)
        events = EventQuery(about=things, asked=asked, modalities=tuple(parameters.modality) or None)
    found = timelines.page(TimelineQuery(statements, events, parameters.by, parameters.limit, parameters.cursor))
    if found.next is not None:
        response.headers["link"] = _next_page(request, found.next)
    if parameters.format == "json":
        return TimelineOut.of(found, resolved)
    records = [each for group in found.groups for each in group.items]
    items = [timeline_item(each) for each in records]
    match parameters.format:
        case "timelinejs":
            headline = ", ".join(each.thing.name for each in read_as) or "What happened, and who said what"
            days = [each.clock_start if isinstance(each, StatementRecord) else each.when.day for each in records]
            slides = to_timelinejs(list(zip(items, days, strict=True)), headline)
            body, media_type = slides.model_dump_json(exclude_none=True), "application/json"
        case "geojson":
            spoken_of = {thing.id for each in records if isinstance(each, StatementRecord) for thing in each.about}
            locations = timelines.locations(spoken_of)
            body, media_type = geojson.to_geojson(items, locations).model_dump_json(), geojson.MEDIA_TYPE
        case "csv":
            body, media_type = spreadsheet.to_csv(items), spreadsheet.MEDIA_TYPE
            response.headers["content-disposition"] = 'attachment; filename="timeline.csv"'
    return Response(body, media_type=media_type, headers=dict(response.headers))


def _next_page(request: Request, cursor: str) -> str:
    """The header that leads to the page after, whatever the format (RFC 8288)."""
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "cursor"]
    return f'<{request.url.path}?{urlencode([*kept, ("cursor", cursor)])}>; rel="next"'
