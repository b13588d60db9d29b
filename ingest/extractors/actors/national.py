"""The country that a text plays in, and the bodies that every country has: in a text about Kenya "the Supreme Court" is Kenya's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.annotations import ActorMention, Toponym
from ingest.registry import Registry
from ingest.registry.records import RegistryActor

# A country is where a text plays when at least this share of its names of countries and places are of it.
DOMINANT_SHARE = 0.5
DOMINANT_COUNT = 2


def country_of_text(
    actors: Sequence[ActorMention], toponyms: Sequence[Toponym], registry: Registry
) -> RegistryActor | None:
    """The country that most places of a text lie in, or the only one that it names."""
    named = {toponym.country for toponym in toponyms if toponym.country is not None}
    named.update(
        actor.actor_id.removeprefix("country:") for actor in actors if actor.actor_id and actor.kind == "Country"
    )
    if len(named) == 1:
        return registry.country(min(named))
    counts = Counter(toponym.country for toponym in toponyms if toponym.country is not None and toponym.form == "name")
    if not counts:
        counts = Counter(
            actor.actor_id.removeprefix("country:") for actor in actors if actor.actor_id and actor.kind == "Country"
        )
    if not counts:
        return None
    code, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return registry.country(code) if count >= DOMINANT_COUNT and count >= DOMINANT_SHARE * counts.total() else None


def in_their_country(
    mentions: Sequence[ActorMention], toponyms: Sequence[Toponym], registry: Registry
) -> tuple[ActorMention, ...]:
    """The mentions, each body that is named as every country names its own being that of the text's country."""
    country = country_of_text(mentions, toponyms, registry)
    if country is None:
        return tuple(mentions)
    offices = {
        mention.name: registry.office(mention.name, country)
        for mention in mentions
        if mention.kind == "Organization" and mention.actor_id is None and " " in mention.name
    }
    return tuple(_as_office(mention, offices.get(mention.name)) for mention in mentions)


def _as_office(mention: ActorMention, office: RegistryActor | None) -> ActorMention:
    return mention if office is None else replace(mention, name=office.name, kind=office.kind, actor_id=office.id)
