"""Who speaks and acts."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, ConfigDict, Field

from app.dependencies import Actors, Names
from app.errors import PROBLEM_RESPONSES
from app.examples import example
from app.schemas_actors import ActorDetail, ActorList, ActorOut
from graph.errors import UnknownName
from graph.model import ActorKind
from graph.repositories.actors import ActorQuery

router = APIRouter(tags=["actors"], responses=PROBLEM_RESPONSES)


class ActorParameters(BaseModel):
    """The parameters of `/actors`."""

    model_config = ConfigDict(extra="forbid")

    q: str | None = Field(None, min_length=1, max_length=200, description="part of a name or of any known spelling")
    kind: list[ActorKind] = Field([], description="what kind of actor it is")
    side: str | None = Field(None, description="the side that it is on", examples=["Ukraine"])
    limit: int = Field(50, ge=1, le=500)
    cursor: str | None = Field(None, description="the `next` of the page before")


@router.get("/actors", responses=example("actors"))
def list_actors(parameters: Annotated[ActorParameters, Query()], actors: Actors) -> ActorList:
    """Actors by name."""
    page = actors.page(
        ActorQuery(parameters.q, tuple(parameters.kind) or None, parameters.side, parameters.limit, parameters.cursor)
    )
    return ActorList(items=[ActorOut.of(each) for each in page.items], next=page.next)


@router.get("/actors/{actor_id}", responses=example("actor"))
def get_actor(
    actor_id: Annotated[str, Path(description="an id, a name or any known spelling")], actors: Actors, names: Names
) -> ActorDetail:
    """One actor, together with all that was judged to be the same."""
    resolution = names.resolve("actor_id", actor_id, "speaker")
    found = actors.one(resolution.canonical)
    if found is None:
        raise UnknownName("actor_id", actor_id, "actor", [])
    return ActorDetail.about(found, resolution)
