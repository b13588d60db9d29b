"""Full text over what was said and over names."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from app.dependencies import Search
from app.errors import PROBLEM_RESPONSES
from app.examples import example
from app.schemas_search import HitList, HitOut
from graph.repositories.search import SearchQuery

router = APIRouter(tags=["search"], responses=PROBLEM_RESPONSES)


class SearchParameters(BaseModel):
    """The parameters of `/search`."""

    model_config = ConfigDict(extra="forbid")

    q: str = Field(
        min_length=1,
        max_length=200,
        pattern=r"\S",
        description='words, all of them to be found in any form ("shelled", "shelling"); in quotation marks a phrase',
        examples=["ammunition"],
    )
    limit: int = Field(50, ge=1, le=500)
    cursor: str | None = Field(None, description="the `next` of the page before")


@router.get("/search", responses=example("search"))
def search(parameters: Annotated[SearchParameters, Query()], found: Search) -> HitList:
    """Statements and events by their words, actors and places by their names; the best first."""
    page = found.page(SearchQuery(parameters.q, parameters.limit, parameters.cursor))
    return HitList(items=[HitOut.of(each) for each in page.items], next=page.next)
