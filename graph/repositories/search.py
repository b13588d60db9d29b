"""Full text: statements and events by their words, actors and places by their names."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import Any

from neo4j import Driver

from graph.cursors import read_cursor, write_cursor
from graph.errors import InvalidCursor
from graph.lucene import all_of, pieces
from graph.model import StatementRecord
from graph.model_views import Listing, MentionRecord, SearchHit
from graph.names import fold_name
from graph.queries import read
from graph.repositories import shapes
from graph.repositories.actors import MENTIONS_LOOKED_AT
from graph.repositories.statements import StatementsRepository
from graph.snippets import snippet

# A common word is in every other statement: more of the best hits than anybody pages through are not ordered.
HITS_CONSIDERED = 1_000


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What is looked for: all the words, quoted phrases as they stand."""

    words: str
    limit: int = 50
    cursor: str | None = None


class SearchRepository:
    """Searches the full-text index."""

    def __init__(self, driver: Driver, database: str | None = None) -> None:
        self._driver = driver
        self._database = database

    def page(self, query: SearchQuery) -> Listing[SearchHit]:
        """What holds the words, the best first and of equals by id; raises `InvalidCursor`."""
        after_score, after_id = _after(query.cursor)
        wanted = pieces(query.words)
        folded = [name for piece in wanted if (name := fold_name(piece))]
        fields = (all_of("content", wanted), all_of("summary", wanted), all_of("folded_names", folded))
        if not any(fields):
            return Listing()
        found = self._rows(
            "search/hits",
            query=" ".join(field for field in fields if field),
            hit_limit=HITS_CONSIDERED,
            after_score=after_score,
            after_id=after_id,
            limit=query.limit + 1,
        )
        shown = found[: query.limit]
        following = write_cursor(repr(shown[-1]["score"]), shown[-1]["id"]) if len(found) > query.limit else None
        return Listing(self._hits(shown, wanted), following)

    def _hits(self, rows: list[dict[str, Any]], wanted: list[str]) -> tuple[SearchHit, ...]:
        statements = StatementsRepository(self._driver, self._database)
        said = [row["id"] for row in rows if row["kind"] == "Statement"]
        statement_by_id = {each.id: each for each in statements.records(said)}
        mention_by_id = self._mentions([row["id"] for row in rows if row["kind"] != "Statement"])
        hits = []
        for row in rows:
            if (statement := statement_by_id.get(row["id"])) is not None:
                hits.append(_statement_hit(row, statement, wanted))
            elif row["name"] is not None:
                hits.append(_thing_hit(row, mention_by_id.get(row["id"]), wanted))
        return tuple(hits)

    def _mentions(self, ids: list[str]) -> dict[str, MentionRecord]:
        if not ids:
            return {}
        rows = self._rows("search/mentions", ids=ids, look_limit=MENTIONS_LOOKED_AT)
        return {row["id"]: shapes.mention(row) for row in rows}

    def _rows(self, name: str, **parameters: Any) -> list[dict[str, Any]]:
        return read(self._driver, self._database, name, **parameters)


def _statement_hit(row: dict[str, Any], statement: StatementRecord, wanted: list[str]) -> SearchHit:
    cut = snippet(statement.evidence, wanted, statement.evidence_start)
    return SearchHit("Statement", row["id"], statement.speaker.name, row["score"], cut, statement, None)


def _thing_hit(row: dict[str, Any], mention: MentionRecord | None, wanted: list[str]) -> SearchHit:
    """The snippet is the spelling in which most of the wanted words are."""
    cuts = [snippet(spelling, wanted) for spelling in (row["name"], *row["aliases"])]
    best = max(cuts, key=lambda cut: len(cut.matches))
    return SearchHit(row["kind"], row["id"], row["name"], row["score"], best, None, mention)


def _after(cursor: str | None) -> tuple[float | None, str | None]:
    """The score and id in a cursor."""
    key, after_id = read_cursor(cursor)
    if key is None:
        return None, None
    try:
        score = float(key)
    except ValueError as error:
        raise InvalidCursor(str(cursor)) from error
    if not isfinite(score):
        raise InvalidCursor(str(cursor))
    return score, after_id
