"""Who speaks and acts: a list by name, and one actor with what it said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from neo4j import Driver

from graph.cursors import read_cursor, write_cursor
from graph.model_views import ActorPage, ActorRecord, Listing, MentionRecord, Topic
from graph.names import fold_name
from graph.queries import read
from graph.repositories import shapes

TOPIC_LIMIT = 10
MENTION_LIMIT = 10

# A country is named in more reports than a page about it needs to look at.
MENTIONS_LOOKED_AT = 2_000


@dataclass(frozen=True, slots=True)
class ActorQuery:
    """What is asked for; None asks for everything. `words` are part of a name."""

    words: str | None = None
    kinds: tuple[str, ...] | None = None
    side: str | None = None
    limit: int = 50
    cursor: str | None = None


class ActorsRepository:
    """Reads actors."""

    def __init__(self, driver: Driver, database: str | None = None) -> None:
        self._driver = driver
        self._database = database

    def page(self, query: ActorQuery) -> Listing[ActorRecord]:
        """The actors asked for, by name; raises `InvalidCursor`."""
        after_name, after_id = read_cursor(query.cursor)
        found = self._rows(
            "actors/page",
            words=folded_words(query.words),
            kinds=list(query.kinds) if query.kinds is not None else None,
            side=query.side.lower() if query.side is not None else None,
            after_name=after_name or "",
            after_id=after_id or "",
            limit=query.limit + 1,
        )
        items = tuple(_actor(row["actor"]) for row in found[: query.limit])
        following = write_cursor(items[-1].name, items[-1].id) if len(found) > query.limit else None
        return Listing(items, following)

    def one(self, actor_id: str) -> ActorPage | None:
        """The actor of a canonical id; None where there is none."""
        found = self._rows("actors/one", id=actor_id, topic_limit=TOPIC_LIMIT)
        if not found:
            return None
        [row] = found
        day_after = shapes.day(row["day_after"])
        return ActorPage(
            actor=_actor(row["actor"] | {"aliases": row["aliases"]}),
            said_count=row["said_count"],
            about_count=row["about_count"],
            mention_count=row["mention_count"],
            report_count=row["report_count"],
            first_day=shapes.day(row["first_day"]),
            last_day=day_after - timedelta(days=1) if day_after is not None else None,
            topics=tuple(Topic(shapes.thing(each), each["count"]) for each in row["topics"]),
            mentions=self._mentions(actor_id),
        )

    def _mentions(self, actor_id: str) -> tuple[MentionRecord, ...]:
        found = self._rows("actors/mentions", id=actor_id, look_limit=MENTIONS_LOOKED_AT, limit=MENTION_LIMIT)
        return tuple(shapes.mention(row) for row in found)

    def _rows(self, name: str, **parameters: Any) -> list[dict[str, Any]]:
        return read(self._driver, self._database, name, **parameters)


def folded_words(words: str | None) -> str | None:
    """Part of a name as names are folded; what folds to nothing is looked for as it is, and found nowhere."""
    return (fold_name(words) or words) if words is not None else None


def _actor(row: dict[str, Any]) -> ActorRecord:
    return ActorRecord(
        row["id"], row["name"], row["kind"], tuple(row["aliases"] or ()), row["side"], row["wikidata"], row["canonical"]
    )
