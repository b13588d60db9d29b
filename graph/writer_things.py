"""Writes the things that reports share (publishers, dates, places, actors), and removes those that nothing refers to any more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from graph import rows_things as rows
from graph.model import GraphBatch
from graph.rows import Row
from graph.transaction import Transaction

# Places lie within at most this many larger ones.
CONTAINMENT_LEVELS = 6


def write_things(tx: Transaction, batches: Sequence[GraphBatch]) -> Mapping[str, str]:
    """Writes the publishers, dates, places and actors of the batches; the canonical id of each actor."""
    tx.run_rows("sources", rows.sources(batches))
    tx.run_rows("dates", rows.dates(batches))
    places = rows.places(batches)
    held = {row["id"]: row["fingerprint"] for row in tx.read_ids("known_places", {row["id"] for row in places})}
    tx.run_rows("places", [row for row in places if held.get(row["id"]) != row["fingerprint"]])
    tx.run_rows("nearnesses", rows.nearnesses(batches))
    return _write_actors(tx, batches)


def _write_actors(tx: Transaction, batches: Sequence[GraphBatch]) -> Mapping[str, str]:
    wanted = rows.actors(batches)
    held_by_id = {row["id"]: row for row in tx.read_ids("known_actors", {row["id"] for row in wanted})}
    names_by_id = rows.names_by_actor(batches)
    written, renamed = [], []
    for row in wanted:
        held = held_by_id.get(row["id"])
        names = names_by_id.get(row["id"], set())
        if held is None:
            written.append(_named(row, names) if names else row)
        elif not row["derived"] and held["fingerprint"] != row["fingerprint"]:
            written.append(row)
        elif held["derived"] and not names <= {held["name"], *held["aliases"]}:
            renamed.append(rows.actor_names(row, names | {held["name"], *held["aliases"]}))
    tx.run_rows("actors", written)
    tx.run_rows("derived_actor_names", renamed)
    return {row["id"]: held_by_id[row["id"]]["canonical"] if row["id"] in held_by_id else row["id"] for row in wanted}


def _named(row: Row, names: set[str]) -> Row:
    """The row of a new actor with the names that its mentions give it."""
    return {**row, "properties": {**row["properties"], **rows.actor_names(row, names)}}


def remove_unused(tx: Transaction, actors: set[str], places: set[str], dates: set[str], sources: set[str]) -> None:
    """Removes those of these things that nothing refers to any more; what is left of actors and publishers gets the name that is left."""
    if actors:
        tx.run("remove_unused_actors", ids=sorted(actors))
        _rename_derived(tx, actors)
    if sources:
        tx.run("remove_unused_sources", ids=sorted(sources))
        tx.run("source_names", ids=sorted(sources))
    for name, candidates in (("remove_unused_places", places), ("remove_unused_dates", dates)):
        left = candidates
        for _ in range(CONTAINMENT_LEVELS):
            if not left:
                break
            left = {row["id"] for row in tx.run(name, ids=sorted(left))}


def _rename_derived(tx: Transaction, actor_ids: Iterable[str]) -> None:
    """The name of a derived actor is the first of its mentions' names, its aliases are all of them: no order of loading matters."""
    renamed: list[Row] = []
    for row in tx.run("derived_actors", ids=sorted(actor_ids)):
        names = sorted(row["names"])
        if names and (row["name"], row["aliases"]) != (names[0], names[1:]):
            renamed.append(rows.actor_names(row, names))
    tx.run_rows("derived_actor_names", renamed)
