"""The shapes of answers to a search."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from app.links import link
from app.schemas import Kind, StatementOut
from app.schemas_reports import MentionOut
from graph.model_views import SearchHit, Snippet


class SnippetOut(BaseModel):
    """Some of a text around the words that were found.

    Of a statement it is the text of its report from `start` to `end`, in code points; of a name, of that spelling.
    """

    text: str
    start: int
    end: int
    matches: list[tuple[int, int]] = Field(description="where in `text` the words are")

    @classmethod
    def of(cls, found: Snippet) -> SnippetOut:
        """The shape of a snippet."""
        return cls(text=found.text, start=found.start, end=found.end, matches=list(found.matches))


class HitOut(BaseModel):
    """What was found: a statement, or an actor, place or event with the characters of a report that tell of it."""

    kind: Kind | Literal["Statement", "Event"]
    id: str
    name: str = Field(description="its name; of a statement its speaker's, of an event its summary")
    score: float
    snippet: SnippetOut
    statement: StatementOut | None
    mention: MentionOut | None
    links: dict[str, str] = Field(description="addresses of this service that say more")

    @classmethod
    def of(cls, found: SearchHit) -> HitOut:
        """The shape of a hit."""
        group = {"Statement": "statements", "Event": "events", "Place": "places"}.get(found.kind, "actors")
        return cls(
            kind=found.kind, id=found.id, name=found.name, score=found.score, snippet=SnippetOut.of(found.snippet),
            statement=StatementOut.of(found.statement) if found.statement is not None else None,
            mention=MentionOut.of(found.mention) if found.mention is not None else None,
            links={"self": link(group, found.id), "neighbours": link("neighbours", found.id)},
        )  # fmt: skip


class HitList(BaseModel):
    """A page of hits, the best first; `next` is the cursor of the page after, null at the end."""

    items: list[HitOut]
    next: str | None
