"""The places that statements are about."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from app import geography
from app.dependencies import Names, Places
from app.errors import PROBLEM_RESPONSES
from app.examples import example
from app.schemas import ResolvedName
from app.schemas_places import PlaceDetail, PlaceList, PlaceOut
from graph.errors import UnknownName
from graph.repositories.places import PlaceQuery

router = APIRouter(tags=["places"], responses=PROBLEM_RESPONSES)


class PlaceParameters(BaseModel):
    """The parameters of `/places`."""

    model_config = ConfigDict(extra="forbid")

    q: str | None = Field(None, min_length=1, max_length=200, description="part of a name or of any known spelling")
    within: str | None = Field(None, description="a place that they lie within", examples=["Donetsk region"])
    bbox: Annotated[str | None, AfterValidator(geography.check_box)] = Field(
        None, description=f"a box: {geography.BOX_FORM}", examples=["37.5,48.4,38.5,48.9"]
    )
    near: Annotated[str | None, AfterValidator(geography.check_circle)] = Field(
        None, description=f"a circle, the nearest first: {geography.CIRCLE_FORM}", examples=["48.59,38.0,25"]
    )
    country: str | None = Field(None, pattern="^[A-Za-z]{2}$", description="ISO 3166 code", examples=["UA"])
    limit: int = Field(50, ge=1, le=500)
    cursor: str | None = Field(None, description="the `next` of the page before")


@router.get("/places", responses=example("places"))
def list_places(parameters: Annotated[PlaceParameters, Query()], places: Places, names: Names) -> PlaceList:
    """Places by name; those around a point by distance."""
    resolved: dict[str, ResolvedName] = {}
    within = None
    if parameters.within is not None:
        resolution = names.resolve("within", parameters.within, "place")
        within = resolution.thing.id
        resolved["within"] = ResolvedName.read_as(resolution)
    page = places.page(
        PlaceQuery(
            words=parameters.q,
            within=within,
            box=geography.box(parameters.bbox) if parameters.bbox is not None else None,
            near=geography.circle(parameters.near) if parameters.near is not None else None,
            country=parameters.country.upper() if parameters.country is not None else None,
            limit=parameters.limit,
            cursor=parameters.cursor,
        )
    )
    return PlaceList(items=[PlaceOut.of(each) for each in page.items], next=page.next, resolved=resolved)


@router.get("/places/{place_id}", responses=example("place"))
def get_place(
    place_id: Annotated[str, Path(description="an id, a name or any known spelling")], places: Places, names: Names
) -> PlaceDetail:
    """One place, with what it lies within and what lies within it."""
    resolution = names.resolve("place_id", place_id, "place")
    found = places.one(resolution.thing.id)
    if found is None:
        raise UnknownName("place_id", place_id, "place", [])
    return PlaceDetail.about(found, resolution)
