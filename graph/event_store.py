"""Events as the graph holds them: read with what decides them, and written by difference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from graph import rows_things
from graph.event_clusters import Traits, Window
from graph.event_views import EventView, Link, Telling, sorted_items
from graph.ids import is_unnamed
from graph.model_events import Participation
from graph.rows import Row
from graph.timespan import TimeSpan
from graph.transaction import Transaction

# A date lies within its month and its year.
DATE_LEVELS = 3

_LINK_TYPES = ("MENTION_OF", "TOOK_PART", "AT", "ON", "CLAIMS", "ABOUT")


@dataclass(frozen=True, slots=True)
class HeldEvent:
    """An event as the graph holds it, with Neo4j's key of each relationship."""

    properties: dict[str, Any] = field(default_factory=dict)
    key_by_link: dict[Link, str] = field(default_factory=dict)

    @property
    def mentions(self) -> set[str]:
        """The ids of its mentions."""
        return {link.other for link in self.key_by_link if link.type == "MENTION_OF"}


def traits(row: Mapping[str, Any]) -> Traits:
    """What decides the event of a mention; of actors those whom a text names."""
    return Traits(
        block=row.get("block"),
        span=_span(row),
        modes=frozenset(row["modes"]),
        actors=frozenset(actor for actor in row["actors"] if not is_unnamed(actor)),
        recipients=frozenset(actor for actor in row["recipients"] if not is_unnamed(actor)),
    )


def candidates(tx: Transaction, windows: Iterable[Window]) -> dict[str, Traits]:
    """The mentions in these windows."""
    sought = [asdict(window) for window in sorted(windows)]
    return {row["id"]: traits(row) for row in (tx.run("event_candidates", rows=sought) if sought else [])}


def tellings(tx: Transaction, ids: Iterable[str]) -> dict[str, Telling]:
    """The mentions of these ids with all that their events follow from."""
    return {row["mention"]["id"]: _telling(row) for row in tx.read_ids("event_tellings", set(ids))}


def new_tellings(
    mentions: Iterable[Row], figures: Iterable[Row], canonical_by_actor: Mapping[str, str]
) -> dict[str, Telling]:
    """Mentions that are yet to be written, from their rows, with all that their events follow from."""
    figures_by_mention: dict[str, list[str]] = defaultdict(list)
    for figure in figures:
        figures_by_mention[figure["mention"]].append(figure["id"])
    found = {}
    for row in mentions:
        mention = {**row["properties"], "id": row["id"], "start": row["start"], "end": row["end"]}
        told = {
            "mention": mention, "event": None, "report": row["report"], "published": row["published"], "start": row["evidence_start"],
            "figures": figures_by_mention[row["id"]],
            "actors": [canonical_by_actor[each] for each in mention["actors"]],
            "recipients": [canonical_by_actor[each] for each in mention["recipients"]],
        }  # fmt: skip
        found[row["id"]] = _telling(told)
    return found


def held_events(tx: Transaction, ids: Iterable[str]) -> dict[str, HeldEvent]:
    """The events of these ids; those that are gone are left out."""
    found = {}
    for row in tx.read_ids("events_held", set(ids)):
        keys = {
            Link(each["type"], each["other"], sorted_items(each["properties"])): each["key"] for each in row["links"]
        }
        found[row["properties"]["id"]] = HeldEvent(_without_nothing(row["properties"]), keys)
    return found


def write(tx: Transaction, views: Iterable[EventView], held: Mapping[str, HeldEvent]) -> None:
    """Brings the graph from `held` to `views`; what is as it was is not touched."""
    view_by_id = {view.id: view for view in views}
    released = _remove(tx, view_by_id, held)
    nothing = HeldEvent()
    changed, missing = [], []
    for id_, view in sorted(view_by_id.items()):
        before = held.get(id_, nothing)
        if before.properties != _without_nothing(view.properties):
            changed.append(
                {
                    "id": id_,
                    "properties": view.properties,
                    "start": view.properties["start"],
                    "end": view.properties["end"],
                }
            )
        missing += [(link, view) for link in view.links - before.key_by_link.keys()]
    tx.run_rows("events", changed)
    tx.run_rows("dates", rows_things.dates_of(view.when for link, view in missing if link.type == "ON"))
    for type_ in _LINK_TYPES:
        new = [
            {"event": view.id, "other": link.other, "properties": dict(link.properties)}
            for link, view in missing
            if link.type == type_
        ]
        new.sort(key=lambda row: (str(row["other"]), str(row["event"]), str(row["properties"])))
        tx.run_rows(f"links_{type_.lower()}", new)
    for _ in range(DATE_LEVELS):
        if not released:
            break
        released = {row["id"] for row in tx.run("remove_unused_dates", ids=sorted(released))}


def _remove(tx: Transaction, view_by_id: Mapping[str, EventView], held: Mapping[str, HeldEvent]) -> set[str]:
    """Removes the relationships and events that no longer hold; the dates that may be unused now."""
    surplus = {
        key: link
        for id_, before in held.items()
        for link, key in before.key_by_link.items()
        if id_ not in view_by_id or link not in view_by_id[id_].links
    }
    if surplus:
        tx.run("remove_links", keys=sorted(surplus))
    if orphans := sorted(held.keys() - view_by_id.keys()):
        tx.run("remove_events", ids=orphans)
    return {link.other for link in surplus.values() if link.type == "ON"}


def _telling(row: Mapping[str, Any]) -> Telling:
    found = row["mention"]
    participations = [Participation(actor, "actor") for actor in found["actors"]]
    participations += [Participation(actor, "recipient") for actor in found["recipients"]]
    return Telling(
        id=found["id"], event_id=row["event"], traits=traits({**found, "actors": row["actors"], "recipients": row["recipients"]}),
        type=found["type"], modes=tuple(found["modes"]), control_change=found["control_change"], modality=found["modality"],
        evidence=found["evidence"], when=_span(found), when_basis=found["basis"], day=found["day"], last_day=found["last_day"],
        extent=found["extent"], place_id=found.get("place"), place_precision=found.get("place_precision"),
        participations=frozenset(participations), statement_id=found.get("statement"), stance=found.get("stance"),
        figure_ids=tuple(row["figures"]), report_id=row["report"], published=row["published"], start=row["start"],
    )  # fmt: skip


def _span(row: Mapping[str, Any]) -> TimeSpan:
    start, end = row.get("start"), row.get("end")
    first, last = date.fromisoformat(start) if start else None, date.fromisoformat(end) if end else None
    return TimeSpan(first, last, row["precision"])


def _without_nothing(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Neo4j keeps no null."""
    return {name: value for name, value in properties.items() if value is not None}
