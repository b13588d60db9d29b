"""What lies around a node, and the ways between two."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from app.dates import DATE_FORMS, asked_span
from app.dependencies import Names, Walks
from app.errors import PROBLEM_RESPONSES
from app.examples import example
from app.schemas import ResolvedName
from app.schemas_walks import NeighbourhoodOut, PathsOut
from graph.errors import UnknownName
from graph.repositories.names import NamesRepository
from graph.repositories.walks import WALK_TYPES, WalkQuery, WalksRepository, WalkType

router = APIRouter(tags=["walks"], responses=PROBLEM_RESPONSES)


def _split(values: object) -> object:
    """`a,b` as `a` and `b`; what is no list of texts is left to be refused."""
    if not isinstance(values, list):
        return values
    return [part for value in values for part in (value.split(",") if isinstance(value, str) else [value])]


class NeighbourParameters(BaseModel):
    """The parameters of `/neighbours`."""

    model_config = ConfigDict(extra="forbid")

    hops: int = Field(1, ge=1, le=3, description="how far to go")
    types: Annotated[list[WalkType], BeforeValidator(_split)] = Field(
        [], description="over which relationships, repeated or parted by commas; all unless told otherwise"
    )
    when: str | None = Field(None, description=f"only statements and reports of these days: {DATE_FORMS}")
    limit_per_hop: int = Field(50, ge=1, le=200, description="new nodes of a hop at most")


class PathParameters(BaseModel):
    """The parameters of `/paths`."""

    model_config = ConfigDict(extra="forbid")

    start: str = Field(
        alias="from", description="an id of any node, a name or any known spelling", examples=["Bakhmut"]
    )
    end: str = Field(alias="to", description="an id of any node, a name or any known spelling", examples=["Soledar"])
    max_hops: int = Field(4, ge=1, le=4, description="how long the ways may be")
    limit: int = Field(10, ge=1, le=50, description="ways at most")


@router.get("/neighbours/{node_id:path}", responses=example("neighbours"))
def get_neighbours(
    node_id: Annotated[str, Path(description="an id of any node, a name or any known spelling")],
    parameters: Annotated[NeighbourParameters, Query()],
    walks: Walks,
    names: Names,
) -> NeighbourhoodOut:
    """What lies around a node, nearest first; a hub shows its share and says that it is truncated."""
    resolved: dict[str, ResolvedName] = {}
    start_id = _node_id("node_id", node_id, walks, names, resolved)
    types = tuple(parameters.types) or WALK_TYPES
    asked = asked_span(parameters.when, None, None)
    found = walks.around(WalkQuery(start_id, parameters.hops, types, asked, parameters.limit_per_hop))
    if found is None:
        raise UnknownName("node_id", node_id, "node", [])
    return NeighbourhoodOut.of(found, resolved)


@router.get("/paths", responses=example("paths"))
def get_paths(parameters: Annotated[PathParameters, Query()], walks: Walks, names: Names) -> PathsOut:
    """The shortest ways between two nodes through what was said and reported; over countries only where there is no other."""
    resolved: dict[str, ResolvedName] = {}
    start_id = _node_id("from", parameters.start, walks, names, resolved)
    end_id = _node_id("to", parameters.end, walks, names, resolved)
    return PathsOut.of(walks.ways(start_id, end_id, parameters.max_hops, parameters.limit), resolved)


def _node_id(
    parameter: str, value: str, walks: WalksRepository, names: NamesRepository, resolved: dict[str, ResolvedName]
) -> str:
    """The id of the node that is meant: of any kind by id, an actor or place by name too, which `resolved` tells."""
    if walks.node(value) is not None:
        return value
    resolution = names.resolve(parameter, value, "about")
    resolved[parameter] = ResolvedName.read_as(resolution)
    return resolution.thing.id
