"""Walks from node to node: what lies around one, and the shortest ways between two; bounded, so that a hub answers too."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, product
from typing import Any, Literal, get_args

from neo4j import Driver

from graph import clock
from graph.model_views import Edge, Neighbourhood, Node, NodeEvidence, VisitedNode, Way, Ways
from graph.queries import read
from graph.timespan import TimeSpan

# Never through Date: a day joins everything that was said on it.
WalkType = Literal[
    "SAID", "THINKS", "ABOUT", "SAID_AT", "TOLD_TO", "REPORTED_IN", "QUOTES", "MENTIONS", "CLAIMS", "TOOK_PART", "AT",
    "CONTRADICTS", "CORROBORATES", "PUBLISHED_BY", "PART_OF", "WITHIN", "NEAR", "HOLDS", "SAME_AS",
]  # fmt: skip
WALK_TYPES: tuple[WalkType, ...] = get_args(WalkType)

# What was said, happened and was reported.
SPEECH_TYPES: tuple[WalkType, ...] = (
    "SAID", "THINKS", "ABOUT", "SAID_AT", "TOLD_TO", "REPORTED_IN", "QUOTES", "MENTIONS", "CLAIMS", "TOOK_PART", "AT",
)  # fmt: skip

# Where a hop starts from many nodes, each still shows this many of a kind, as far as the hop's own limit allows.
FEWEST_PER_NODE = 5

# Links that one hop looks at, shared by the nodes it starts from: about 10 ms.
LOOKED_AT_A_HOP = 4_000

# Nodes that one step of a search for ways goes on from: two such steps from both ends take less than a second.
WIDEST_STEP = 2_000


@dataclass(frozen=True, slots=True)
class WalkQuery:
    """What lies at most `hops` around a node, over links of these types; each hop meets at most `limit_per_hop` new nodes."""

    start_id: str
    hops: int = 1
    types: tuple[WalkType, ...] = WALK_TYPES
    asked: TimeSpan | None = None
    limit_per_hop: int = 50


@dataclass(frozen=True, slots=True)
class _Step:
    """A link from a node of the frontier to another; `rank` is how-manieth it is of its node and type."""

    source: str
    other: str
    edge: Edge
    rank: int


@dataclass(slots=True)
class _Side:
    """One end of a search for ways: how far each node is, and by which links it was first reached."""

    frontier: list[str]
    depth: int = 0
    depth_by_id: dict[str, int] = field(default_factory=dict)
    links_by_id: dict[str, list[tuple[str, Edge]]] = field(default_factory=lambda: defaultdict(list))

    def ways_to(self, node_id: str) -> Iterator[tuple[tuple[str, ...], tuple[Edge, ...]]]:
        """The ids and links of the ways from this end to a node."""
        if self.depth_by_id[node_id] == 0:
            yield (node_id,), ()
            return
        for source, edge in self.links_by_id[node_id]:
            for ids, edges in self.ways_to(source):
                yield (*ids, node_id), (*edges, edge)


class WalksRepository:
    """Walks over the graph."""

    def __init__(self, driver: Driver, database: str | None = None) -> None:
        self._driver = driver
        self._database = database

    def node(self, node_id: str) -> Node | None:
        """The node of an id; None where there is none."""
        return self._nodes([node_id]).get(node_id)

    def around(self, query: WalkQuery) -> Neighbourhood | None:
        """What lies around a node; None where there is no such node."""
        met = self._nodes([query.start_id])
        if not met:
            return None
        hop_by_id = {query.start_id: 0}
        truncated: dict[str, bool] = {}
        edges: dict[tuple[str, str, str], Edge] = {}
        frontier = [query.start_id]
        for hop in range(1, query.hops + 1):
            per_node = max(FEWEST_PER_NODE, query.limit_per_hop // len(frontier))
            look_limit = max(per_node, LOOKED_AT_A_HOP // len(frontier))
            truncated |= {each: met[each].degree > look_limit and met[each].kind != "Statement" for each in frontier}
            new: list[str] = []
            kept: list[_Step] = []
            for step in self._steps(frontier, query.types, query.asked, per_node + 1, look_limit):
                known = step.other in hop_by_id
                if step.rank >= per_node or (not known and len(new) >= query.limit_per_hop):
                    truncated[step.source] = True
                    continue
                if not known:
                    hop_by_id[step.other] = hop
                    new.append(step.other)
                kept.append(step)
            met |= self._nodes(new)
            for step in kept:
                if step.other in met:
                    edges.setdefault((step.edge.start_id, step.edge.end_id, step.edge.type), step.edge)
            frontier = [each for each in new if each in met]
            if not frontier:
                break
        visited = tuple(
            VisitedNode(met[each], hop, truncated.get(each)) for each, hop in hop_by_id.items() if each in met
        )
        return Neighbourhood(visited, tuple(edges.values()), any(truncated.values()))

    def ways(self, start_id: str, end_id: str, max_hops: int, limit: int) -> Ways:
        """The shortest ways between two nodes, at most so many.

        They lead through what was said and reported; over countries, publishers and containment only where nothing else joins the two.
        """
        found = self._ways(start_id, end_id, max_hops, limit, SPEECH_TYPES, hubs=False)
        if found.ways:
            return found
        others = self._ways(start_id, end_id, max_hops, limit, WALK_TYPES, hubs=True)
        return replace(others, truncated=others.truncated or found.truncated)

    def _ways(
        self, start_id: str, end_id: str, max_hops: int, limit: int, types: Sequence[WalkType], *, hubs: bool
    ) -> Ways:
        met = self._nodes([start_id, end_id])
        sides = tuple(_Side([each], depth_by_id={each: 0}) for each in (start_id, end_id))
        truncated = False
        meeting = [start_id] if start_id == end_id else []
        while not meeting and sum(side.depth for side in sides) < max_hops and all(side.frontier for side in sides):
            near, far = sorted(sides, key=lambda side: sum(met[each].degree for each in side.frontier))
            truncated |= self._widen(near, met, types, set(far.depth_by_id), hubs=hubs)
            meeting = sorted(set(near.frontier) & far.depth_by_id.keys())
        start, end = sides
        joined = (
            Way(tuple(met[each] for each in (*ids, *reversed(back_ids[:-1]))), (*edges, *reversed(back_edges)))
            for each in meeting
            for (ids, edges), (back_ids, back_edges) in product(start.ways_to(each), end.ways_to(each))
        )
        ways = tuple(islice(joined, limit + 1))
        return Ways(ways[:limit], truncated or len(ways) > limit)

    def _widen(
        self, side: _Side, met: dict[str, Node], types: Sequence[WalkType], goals: set[str], *, hubs: bool
    ) -> bool:
        """Takes one end a step on; whether anything was left out."""
        per_node = max(FEWEST_PER_NODE, WIDEST_STEP // len(side.frontier))
        look_limit = 2 * per_node
        truncated = any(met[each].degree > look_limit and met[each].kind != "Statement" for each in side.frontier)
        side.depth += 1
        reached: dict[str, None] = {}
        steps = []
        for step in self._steps(side.frontier, types, None, per_node, look_limit):
            if side.depth_by_id.get(step.other, side.depth) == side.depth:
                steps.append(step)
                reached[step.other] = None
        wanted = sorted(reached, key=lambda each: each not in goals)[:WIDEST_STEP]
        truncated |= len(reached) > len(wanted)
        met |= self._nodes([each for each in wanted if each not in met])
        open_to_us = {each for each in wanted if each in met and (hubs or each in goals or not _is_hub(met[each]))}
        for step in steps:
            if step.other in open_to_us:
                side.depth_by_id[step.other] = side.depth
                side.links_by_id[step.other].append((step.source, step.edge))
        side.frontier = [each for each in wanted if each in open_to_us]
        return truncated

    def _steps(
        self, ids: Sequence[str], types: Sequence[WalkType], asked: TimeSpan | None, limit: int, look_limit: int
    ) -> list[_Step]:
        """The links of the given nodes: first the first of each node and type, then the second, so that each has its share."""
        bounds = {"since": clock.since_day(asked), "until": clock.until_day(asked)}
        windows = clock.windows(asked, None)
        rows: list[dict[str, Any]] = []
        if "ABOUT" in types:
            rows += self._rows("walks/about", ids=ids, windows=windows, limit=limit, **bounds)
        if "SAID" in types or "THINKS" in types:
            rows += self._rows("walks/said", ids=ids, windows=windows, limit=limit, types=types, **bounds)
        rows += self._rows("walks/of_statements", ids=ids, types=types)
        rows += self._rows("walks/links", ids=ids, types=types, limit=limit, look_limit=look_limit, **bounds)
        seen: Counter[tuple[str, str, bool]] = Counter()
        steps = []
        for row in rows:
            kind = (row["id"], row["type"], row["outgoing"])
            start_id, end_id = (row["id"], row["other"]) if row["outgoing"] else (row["other"], row["id"])
            mention = row["mention"]
            said = (mention["start"], mention["end"], mention["surface"]) if mention is not None else None
            steps.append(_Step(row["id"], row["other"], Edge(start_id, end_id, row["type"], said), seen[kind]))
            seen[kind] += 1
        place_by_id = {each: index for index, each in enumerate(ids)}
        return sorted(steps, key=lambda step: (step.rank, place_by_id[step.source]))

    def _nodes(self, ids: Iterable[str]) -> dict[str, Node]:
        wanted = list(ids)
        return {row["id"]: _node(row) for row in self._rows("walks/nodes", ids=wanted)} if wanted else {}

    def _rows(self, name: str, **parameters: Any) -> list[dict[str, Any]]:
        return read(self._driver, self._database, name, **parameters)


def _is_hub(node: Node) -> bool:
    """Whether a node joins things that have nothing else in common."""
    return node.kind in ("Country", "Source") or (node.kind == "Place" and node.feature == "country")


def _node(row: dict[str, Any]) -> Node:
    found = row["evidence"]
    evidence = NodeEvidence(found["report"], found["start"], found["end"], found["text"]) if found is not None else None
    day = None if row["day"] == clock.NO_DAY else row["day"]
    return Node(row["id"], row["kind"], row["name"], day, evidence, row["degree"], row["feature"])
