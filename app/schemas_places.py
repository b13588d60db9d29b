"""The shapes of answers about places."""

from __future__ import annotations

from pydantic import BaseModel, Field

from app.links import link
from app.schemas import ResolvedName, ThingOut
from app.schemas_reports import MentionOut
from graph.model import PlacePrecision
from graph.model_views import MentionRecord, NearPlace, PlacePage, PlaceRecord
from graph.repositories.names import Resolution


class PlaceOut(BaseModel):
    """A town, a region, a country; one that only texts know has coordinates where a text gives it by distance from another."""

    id: str
    name: str
    aliases: list[str]
    feature: str | None = Field(description="what kind of place it is: town, district, region, country, river, …")
    country: str | None = Field(description="ISO 3166 code of its country")
    lat: float | None
    lon: float | None
    precision: PlacePrecision = Field(
        description="what the point is: the thing itself, a town's centre, for a hamlet its community's, the middle of an area, "
        "what a text gives by distance from another place, or nothing"
    )
    radius_km: float | None = Field(description="how far off the point may be, null where nobody tells")
    distance_km: float | None = Field(None, description="from the point that was asked for")
    links: dict[str, str] = Field(description="addresses of this service that say more")

    @classmethod
    def of(cls, found: PlaceRecord) -> PlaceOut:
        """The shape of a place."""
        return cls(
            id=found.id, name=found.name, aliases=list(found.aliases), feature=found.feature, country=found.country,
            lat=found.latitude, lon=found.longitude, precision=found.precision, radius_km=found.radius_km,
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


class PlaceMentionOut(MentionOut):
    """The characters of a report that name a place."""

    reason: str | None = Field(
        description="why this of all places that bear the name: only (it alone does), container, kind or offset (the text says in what, "
        "what or how far from where it is), context (the other places of the text), size, reference (what the text named before), "
        "unlisted (no list has it)"
    )

    @classmethod
    def of(cls, found: MentionRecord) -> PlaceMentionOut:
        """The shape of a mention of a place."""
        return cls(**MentionOut.of(found).model_dump(), reason=found.reason)


class NearOut(ThingOut):
    """The place from which texts give another one: so far and in that direction, null where they do not tell it."""

    distance_km: float | None
    direction: str | None


class PlaceDetail(PlaceOut):
    """One place; `mentions` are characters of the newest reports that name it."""

    lies_within: list[ThingOut] = Field(description="the larger places that it lies within, the next first")
    near: NearOut | None = Field(description='the place from which texts give this one: "12 km north of …"')
    holds: list[ThingOut] = Field(description="the places directly within it, by name; all of them: the link `within`")
    counts: PlaceCounts
    reasons: dict[str, int] = Field(description="how many mentions were read as this place for which reason")
    mentions: list[PlaceMentionOut]
    alternatives: list[ThingOut] = Field(description="what else carries the name that was asked for")

    @classmethod
    def about(cls, found: PlacePage, resolution: Resolution) -> PlaceDetail:
        """The shape of one place."""
        return cls(
            **PlaceOut.of(found.place).model_dump(),
            lies_within=[ThingOut.of(each) for each in found.lies_within],
            near=_near(found.near) if found.near is not None else None,
            holds=[ThingOut.of(each) for each in found.holds],
            counts=PlaceCounts(
                about=found.about_count, said_at=found.said_at_count, mentions=found.mention_count,
                reports=found.report_count, holds=found.holds_count,
            ),
            reasons=found.count_by_reason,
            mentions=[PlaceMentionOut.of(each) for each in found.mentions],
            alternatives=[ThingOut.of(each) for each in resolution.alternatives],
        )  # fmt: skip


def _near(found: NearPlace) -> NearOut:
    thing = found.thing
    return NearOut(
        id=thing.id, name=thing.name, kind=thing.kind, distance_km=found.distance_km, direction=found.direction
    )


class PlaceList(BaseModel):
    """A page of places; `next` is the cursor of the page after, null at the end."""

    items: list[PlaceOut]
    next: str | None
    resolved: dict[str, ResolvedName]
