"""A graph as plain rows, so that bare UNWINDs can write exactly it: the nodes and relationships that each group of reports adds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, LiteralString

from neo4j import ManagedTransaction

from graph.database import Database

# What reports share may be there already when another one leans on it; all else is a report's own.
SHARED = frozenset({"Source", "Date", "Place", "Actor"})

# What each of a report's own nodes belongs to.
_OWNER_LINKS = frozenset({"REPORTED_IN", "GIVEN_IN", "MENTION_OF"})

_NODES = """
MATCH (node) WHERE NOT node:Migration
RETURN elementId(node) AS key, labels(node) AS labels, coalesce(node.id, node.edtf) AS id, properties(node) AS properties
"""
_LINKS = """
MATCH (one)-[link]->(other)
RETURN elementId(one) AS one, type(link) AS type, properties(link) AS properties, elementId(other) AS other
"""

Query = LiteralString
Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class _Node:
    """A node with the label that its key belongs to first."""

    labels: tuple[str, ...]
    id: str
    properties: dict[str, Any]

    @property
    def label(self) -> str:
        return self.labels[0]

    @property
    def key(self) -> str:
        return "edtf" if self.label == "Date" else "id"

    @property
    def is_shared(self) -> bool:
        return self.label in SHARED


@dataclass(frozen=True, slots=True)
class _Link:
    one: _Node
    type: str
    other: _Node
    properties: dict[str, Any]


def write(tx: ManagedTransaction, statements: Mapping[Query, Rows]) -> None:
    """Runs each statement over its rows."""
    for query, rows in statements.items():
        tx.run(query, rows=rows).consume()


def statements(database: Database, groups: Sequence[Iterable[str]]) -> list[Mapping[Query, Rows]]:
    """What each group of reports, by their ids, adds to the graph, as statements of Cypher with their rows.

    An event is added with the last group that tells of it.
    """
    node_by_key, links = _read(database)
    group_by_node = _groups_of_own(links, {id_: number for number, group in enumerate(groups) for id_ in group})
    shared_by_group = _shared(links, group_by_node, len(groups))
    found: list[dict[Query, Rows]] = [{} for _ in groups]
    for node in node_by_key.values():
        if not node.is_shared:
            _add(found[group_by_node[node.id]], _create(node), {"properties": node.properties})
    for group, shared in zip(found, shared_by_group, strict=True):
        for node in shared.values():
            _add(group, _merge(node), {"id": node.id, "properties": node.properties})
    for link in links:
        row = {"one": link.one.id, "other": link.other.id, "properties": link.properties}
        numbers = [group_by_node[end.id] for end in (link.one, link.other) if not end.is_shared]
        if numbers:
            _add(found[max(numbers)], _link("CREATE", link), row)
        else:
            for group, shared in zip(found, shared_by_group, strict=True):
                if link.one.id in shared:
                    _add(group, _link("MERGE", link), row)
    return [dict(group) for group in found]


def _read(database: Database) -> tuple[dict[str, _Node], list[_Link]]:
    with database.driver.session(database=database.name) as session:
        nodes = {
            row["key"]: _Node(tuple(sorted(row["labels"], key=_by_key)), row["id"], dict(row["properties"]))
            for row in session.run(_NODES)
        }
        links = [
            _Link(nodes[row["one"]], row["type"], nodes[row["other"]], dict(row["properties"]))
            for row in session.run(_LINKS)
        ]
    return nodes, links


def _by_key(label: str) -> tuple[bool, str]:
    return label != "Actor", label


def _groups_of_own(links: Iterable[_Link], group_by_report: Mapping[str, int]) -> dict[str, int]:
    """The group that each of the reports' own nodes comes with."""
    found = dict(group_by_report)
    owners: dict[str, set[str]] = defaultdict(set)
    for link in links:
        if link.type == "MENTION_OF":
            owners[link.other.id].add(link.one.id)
        elif link.type in _OWNER_LINKS:
            owners[link.one.id].add(link.other.id)
    pending = list(owners)
    while pending:
        node_id = pending.pop(0)
        if all(owner in found for owner in owners[node_id]):
            found[node_id] = max(found[owner] for owner in owners[node_id])
        else:
            pending.append(node_id)
    return found


def _shared(links: Sequence[_Link], group_by_node: Mapping[str, int], count: int) -> list[dict[str, _Node]]:
    """What each group leans on, with all that holds it."""
    found: list[dict[str, _Node]] = [{} for _ in range(count)]
    within: dict[str, list[_Node]] = defaultdict(list)
    for link in links:
        if link.one.is_shared and link.other.is_shared:
            within[link.one.id].append(link.other)
        for end, far in ((link.one, link.other), (link.other, link.one)):
            if end.is_shared and not far.is_shared:
                found[group_by_node[far.id]][end.id] = end
    for group in found:
        pending = list(group)
        while pending:
            for larger in within[pending.pop()]:
                if larger.id not in group:
                    group[larger.id] = larger
                    pending.append(larger.id)
    return found


def _add(group: dict[Query, Rows], query: Query, row: dict[str, Any]) -> None:
    group.setdefault(query, []).append(row)


def _create(node: _Node) -> Query:
    return f"UNWIND $rows AS row CREATE (node:{':'.join(node.labels)}) SET node = row.properties"


def _merge(node: _Node) -> str:
    more = "".join(f", node:{label}" for label in node.labels[1:])
    return f"UNWIND $rows AS row MERGE (node:{node.label} {{{node.key}: row.id}}) ON CREATE SET node = row.properties{more}"


def _link(clause: str, link: _Link) -> str:
    return (
        f"UNWIND $rows AS row MATCH (one:{link.one.label} {{{link.one.key}: row.one}}) "
        f"MATCH (other:{link.other.label} {{{link.other.key}: row.other}}) {clause} (one)-[link:{link.type}]->(other) "
        "SET link = row.properties"
    )
