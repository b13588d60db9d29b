"""What happened, where and when, and what each report tells of it."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from app import geography
from app.dates import DATE_FORMS, asked_span
from app.dependencies import Events, Names
from app.errors import PROBLEM_RESPONSES
from app.examples import example
from app.names import place_ids
from app.schemas import ResolvedName
from app.schemas_events import EventList, EventOut, EventType, Modality
from graph.errors import UnknownEvent
from graph.repositories.events import EventQuery

router = APIRouter(tags=["events"], responses=PROBLEM_RESPONSES)

NOT_PLACED = "what is told only of a region or a country is left out"


class EventParameters(BaseModel):
    """The parameters of `/events`."""

    model_config = ConfigDict(extra="forbid")

    type: list[EventType] = Field([], description="what kind of event it is (PLOVER 2.0)", examples=[["ASSAULT"]])
    actor: str | None = Field(
        None, description="who took part: an id, a name or any known spelling", examples=["Ukraine"]
    )
    place: str | None = Field(None, description="where it happened", examples=["Bakhmut"])
    within: bool = Field(True, description="whether a place stands for all within it too")
    when: str | None = Field(None, description=f"days that it happened in: {DATE_FORMS}", examples=["2023-02"])
    since: str | None = Field(None, description=f"happened no earlier than: {DATE_FORMS}", examples=["2023-02-01"])
    until: str | None = Field(
        None, description=f"happened no later than, the unit named included: {DATE_FORMS}", examples=["2023-02-28"]
    )
    dated: Literal["told"] | None = Field(None, description="`told` leaves out what no report gives a day for")
    bbox: Annotated[str | None, AfterValidator(geography.check_box)] = Field(
        None, description=f"a box: {geography.BOX_FORM}; {NOT_PLACED}", examples=["37.5,48.4,38.5,48.9"]
    )
    near: Annotated[str | None, AfterValidator(geography.check_circle)] = Field(
        None, description=f"a circle: {geography.CIRCLE_FORM}; {NOT_PLACED}", examples=["48.59,38.0,25"]
    )
    modality: list[Modality] = Field(
        ["actual", "historical"], description="what has happened, now or long ago, unless asked otherwise"
    )
    strict: bool = Field(
        False, description="an ambiguous name is an error (409) rather than read as its likeliest thing"
    )
    limit: int = Field(50, ge=1, le=500)
    cursor: str | None = Field(None, description="the `next` of the page before")


@router.get("/events", responses=example("events"))
def list_events(parameters: Annotated[EventParameters, Query()], events: Events, names: Names) -> EventList:
    """Events by their day, those without any day by that of their report's publication."""
    resolved: dict[str, ResolvedName] = {}
    asked = asked_span(parameters.when, parameters.since, parameters.until)
    actors: tuple[str, ...] = ()
    if parameters.actor is not None:
        resolution = names.resolve("actor", parameters.actor, "actor", strict=parameters.strict)
        actors = tuple(dict.fromkeys((resolution.canonical, resolution.thing.id)))
        resolved["actor"] = ResolvedName.read_as(resolution)
    places = None
    if parameters.place is not None:
        resolution = names.resolve("place", parameters.place, "place", strict=parameters.strict)
        places = place_ids(names, resolution, within=parameters.within)
        resolved["place"] = ResolvedName.read_as(resolution)
    page = events.page(
        EventQuery(
            types=tuple(parameters.type) or None,
            actors=actors,
            places=places,
            box=geography.box(parameters.bbox) if parameters.bbox is not None else None,
            near=geography.circle(parameters.near) if parameters.near is not None else None,
            asked=asked,
            told=parameters.dated == "told",
            modalities=tuple(parameters.modality) or None,
            limit=parameters.limit,
            cursor=parameters.cursor,
        )
    )
    return EventList(items=[EventOut.of(each) for each in page.items], next=page.next, resolved=resolved)


@router.get("/events/{event_id}", responses=example("event"))
def get_event(event_id: Annotated[str, Path(description="the id of an event")], events: Events) -> EventOut:
    """One event with every report's version of it and its figures; an id that became part of another event's leads there."""
    found = events.one(event_id)
    if found is None:
        raise UnknownEvent(event_id)
    return EventOut.of(found)
