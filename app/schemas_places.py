"""The shapes of answers about places."""

from __future__ import annotations

from pydantic import BaseModel, Field

from app.links import link
from app.schemas import ResolvedName, ThingOut
from app.schemas_reports import MentionOut
from graph.model_views import PlacePage, PlaceRecord
from graph.repositories.names import Resolution


class PlaceOut(BaseModel):
    """A town, a region, a country; without coordinates where only texts know it."""

    id: str
    name: str
    aliases: list[str]
    feature: str | None = Field(description="what kind of place it is: town, district, region, country, river, …")
    country: str | None = Field(description="ISO 3166 code of its country")
    lat: float | None
    lon: float | None
    distance_km: float | None = Field(None, description="from the point that was asked for")
    links: dict[str, str] = Field(description="addresses of this service that say more")

    @classmethod
    def of(cls, found: PlaceRecord) -> PlaceOut:
        """The shape of a place."""
        return cls(
            id=found.id, name=found.name, aliases=list(found.aliases), feature=found.feature, country=found.country,
            lat=found.latitude, lon=found.longitude,
            distance_km=round(found.distance_km, 3) if found.distance_km is not None else None,
            links={
                "self": link("places", found.id),
                "statements": link("statements", about=found.id),
                "said_at": link("statements", said_at=found.id),
                "timeline": link("timeline", about=found.id),
                "within": link("places", within=found.id),
                "neighbours": link("neighbours", found.id),
            },
        )  # fmt: skip


class PlaceCounts(BaseModel):
    """How much there is of a place itself, without the places within it."""

    about: int = Field(description="statements about it")
    said_at: int = Field(description="statements made there")
    mentions: int = Field(description="times that reports name it")
    reports: int = Field(description="reports that name it")
    holds: int = Field(description="places that lie directly within it")


class PlaceDetail(PlaceOut):
    """One place; `mentions` are characters of the newest reports that name it."""

    lies_within: list[ThingOut] = Field(description="the larger places that it lies within, the next first")
    holds: list[ThingOut] = Field(description="the places directly within it, by name; all of them: the link `within`")
    counts: PlaceCounts
    mentions: list[MentionOut]
    alternatives: list[ThingOut] = Field(description="what else carries the name that was asked for")

    @classmethod
    def about(cls, found: PlacePage, resolution: Resolution) -> PlaceDetail:
        """The shape of one place."""
        return cls(
            **PlaceOut.of(found.place).model_dump(),
            lies_within=[ThingOut.of(each) for each in found.lies_within],
            holds=[ThingOut.of(each) for each in found.holds],
            counts=PlaceCounts(
                about=found.about_count, said_at=found.said_at_count, mentions=found.mention_count,
                reports=found.report_count, holds=found.holds_count,
            ),
            mentions=[MentionOut.of(each) for each in found.mentions],
            alternatives=[ThingOut.of(each) for each in resolution.alternatives],
        )  # fmt: skip


class PlaceList(BaseModel):
    """A page of places; `next` is the cursor of the page after, null at the end."""

    items: list[PlaceOut]
    next: str | None
    resolved: dict[str, ResolvedName]
