"""The shapes of answers about actors."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from app.links import link
from app.schemas import ThingOut
from app.schemas_reports import MentionOut
from graph.model_views import ActorPage, ActorRecord, Topic
from graph.repositories.names import Resolution


class ActorOut(BaseModel):
    """Who speaks or acts."""

    id: str
    name: str
    kind: Literal["Person", "Organization", "Country", "ArmedGroup", "Population"]
    aliases: list[str]
    side: str | None = Field(description="the side of the conflict, where a list tells it")
    wikidata: str | None
    canonical: str = Field(description="the id under which it and all that was judged to be the same are found")
    links: dict[str, str] = Field(description="addresses of this service that say more")

    @classmethod
    def of(cls, found: ActorRecord) -> ActorOut:
        """The shape of an actor."""
        return cls(
            id=found.id, name=found.name, kind=found.kind, aliases=list(found.aliases), side=found.side,
            wikidata=found.wikidata, canonical=found.canonical,
            links={
                "self": link("actors", found.id),
                "statements": link("statements", speaker=found.id),
                "about": link("statements", about=found.id),
                "timeline": link("timeline", speaker=found.id),
                "neighbours": link("neighbours", found.id),
            },
        )  # fmt: skip


class ActorCounts(BaseModel):
    """How much there is of an actor."""

    said: int = Field(description="statements that it made")
    about: int = Field(description="statements about it")
    mentions: int = Field(description="times that reports name it")
    reports: int = Field(description="reports that name it")


class TopicOut(ThingOut):
    """What an actor speaks about, and in how many statements."""

    count: int

    @classmethod
    def counted(cls, found: Topic) -> TopicOut:
        """The shape of a topic."""
        return cls(id=found.thing.id, name=found.thing.name, kind=found.thing.kind, count=found.count)


class ActorDetail(ActorOut):
    """One actor with what it said; `mentions` are characters of the newest reports that name it."""

    counts: ActorCounts
    first_day: str | None = Field(description="the first day that a report tells for what it said")
    last_day: str | None = Field(description="the last such day")
    topics: list[TopicOut]
    mentions: list[MentionOut]
    alternatives: list[ThingOut] = Field(description="what else carries the name that was asked for")

    @classmethod
    def about(cls, found: ActorPage, resolution: Resolution) -> ActorDetail:
        """The shape of one actor."""
        return cls(
            **ActorOut.of(found.actor).model_dump(),
            counts=ActorCounts(
                said=found.said_count, about=found.about_count, mentions=found.mention_count, reports=found.report_count
            ),
            first_day=found.first_day.isoformat() if found.first_day is not None else None,
            last_day=found.last_day.isoformat() if found.last_day is not None else None,
            topics=[TopicOut.counted(each) for each in found.topics],
            mentions=[MentionOut.of(each) for each in found.mentions],
            alternatives=[ThingOut.of(each) for each in resolution.alternatives],
        )


class ActorList(BaseModel):
    """A page of actors; `next` is the cursor of the page after, null at the end."""

    items: list[ActorOut]
    next: str | None
