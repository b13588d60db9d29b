"""The shapes of answers about what lies around a node and between two."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from app.links import link
from app.schemas import EvidenceOut, Kind, ResolvedName
from graph.model_views import Edge, Neighbourhood, Node, VisitedNode, Way, Ways
from graph.repositories.walks import WalkType

_ROUTE_BY_KIND = {"Statement": "statements", "Event": "events", "Report": "reports", "Place": "places", "Source": None}


class NodeOut(BaseModel):
    """A node of any kind; a statement or event comes with the characters that say so."""

    id: str
    kind: Kind | Literal["Statement", "Event", "Report", "Source"]
    name: str = Field(
        description="its name; of a statement its content, of an event its summary, of a report its title"
    )
    day: str | None = Field(description="by which a statement, event or report is ordered")
    report: str | None = Field(
        description="the id of the report that a statement stands in, or that tells of an event first"
    )
    evidence: EvidenceOut | None
    links: dict[str, str] = Field(description="addresses of this service that say more")

    @classmethod
    def of(cls, found: Node) -> NodeOut:
        """The shape of a node."""
        links = {"neighbours": link("neighbours", found.id)}
        if (route := _ROUTE_BY_KIND.get(found.kind, "actors")) is not None:
            links = {"self": link(route, found.id), **links}
        said = found.evidence
        return cls(
            id=found.id, kind=found.kind, name=found.name, day=found.day,
            report=said.report_id if said is not None else None,
            evidence=EvidenceOut(start=said.start, end=said.end, text=said.text, before=None, after=None)
            if said is not None
            else None,
            links=links,
        )  # fmt: skip


class NeighbourOut(NodeOut):
    """A node that was met."""

    hop: int = Field(description="how many hops away")
    truncated: bool | None = Field(description="some of its neighbours are left out; null: they were not looked at")

    @classmethod
    def met(cls, found: VisitedNode) -> NeighbourOut:
        """The shape of a node that was met."""
        return cls(**NodeOut.of(found.node).model_dump(), hop=found.hop, truncated=found.truncated)


class EdgeOut(BaseModel):
    """A relationship, in the direction of the graph's; of a report with the first characters that name the thing, or tell of the event."""

    model_config = ConfigDict(populate_by_name=True, serialize_by_alias=True)

    from_: str = Field(alias="from")
    to: str
    type: WalkType
    evidence: EvidenceOut | None

    @classmethod
    def of(cls, found: Edge) -> EdgeOut:
        """The shape of an edge."""
        evidence = None
        if found.mention is not None:
            start, end, text = found.mention
            evidence = EvidenceOut(start=start, end=end, text=text, before=None, after=None)
        return cls(from_=found.start_id, to=found.end_id, type=found.type, evidence=evidence)


class NeighbourhoodOut(BaseModel):
    """What lies around a node, the nearest first; `truncated` where anything was left out."""

    resolved: dict[str, ResolvedName]
    nodes: list[NeighbourOut]
    edges: list[EdgeOut]
    truncated: bool

    @classmethod
    def of(cls, found: Neighbourhood, resolved: dict[str, ResolvedName]) -> NeighbourhoodOut:
        """The shape of what lies around a node."""
        return cls(
            resolved=resolved,
            nodes=[NeighbourOut.met(each) for each in found.nodes],
            edges=[EdgeOut.of(each) for each in found.edges],
            truncated=found.truncated,
        )


class WayOut(BaseModel):
    """Nodes one after the other, and between each two the edge that joins them, whatever its direction."""

    nodes: list[NodeOut]
    edges: list[EdgeOut]

    @classmethod
    def of(cls, found: Way) -> WayOut:
        """The shape of a way."""
        return cls(nodes=[NodeOut.of(each) for each in found.nodes], edges=[EdgeOut.of(each) for each in found.edges])


class PathsOut(BaseModel):
    """The shortest ways between two nodes, all of `hops` edges; null where there is none."""

    resolved: dict[str, ResolvedName]
    hops: int | None
    paths: list[WayOut]
    truncated: bool = Field(description="there are more, or not everything was looked at")

    @classmethod
    def of(cls, found: Ways, resolved: dict[str, ResolvedName]) -> PathsOut:
        """The shape of ways."""
        return cls(
            resolved=resolved,
            hops=len(found.ways[0].edges) if found.ways else None,
            paths=[WayOut.of(each) for each in found.ways],
            truncated=found.truncated,
        )
