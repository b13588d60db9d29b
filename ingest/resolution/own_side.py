"""Whom a speaker speaks for: the body of a person, the forces of an office, and what "we", "its troops" and "his men" mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from ingest.annotations import ActorMention, Span
from ingest.extractors.actors.lexicon import is_force, noun_classes
from ingest.registry import RegistryActor
from ingest.resolution.discourse import Discourse
from ingest.resolution.entities import Entity
from ingest.resolution.grammar import FAMILY_OF_PRONOUN

_BARE_FORCES = frozenset({"fighters", "gunners", "officers", "soldiers", "troops"})
_WATCHERS = frozenset({"consultancy", "institute", "monitor", "observatory", "tank", "think-tank", "watchdog"})


def is_own_force(token: Token, entity: Entity | None, speaker: ActorMention) -> bool:
    """Whether a word means the forces of the body that a person speaks for: "his men", "soldiers had left"."""
    if token.dep_ == "poss" and token.lower_ in FAMILY_OF_PRONOUN:
        return is_force(token.head.lower_) and entity is not None and is_speaker(entity, speaker)
    return token.lower_ in _BARE_FORCES and not any(
        child.i < token.i and child.dep_ not in {"nummod", "punct"} for child in token.children
    )


def own_body(discourse: Discourse, speaker: ActorMention, span: Span) -> Iterator[ActorMention]:
    """The named force or organisation that a person speaks for, as a mention at `span`."""
    for body in own_side(discourse, speaker)[1:]:
        if body.mention.named and body.mention.kind in {"ArmedGroup", "Organization"}:
            yield replace(body.mention, span=span, role=None, form="description")


def own_side(discourse: Discourse, speaker: ActorMention | None) -> Sequence[Entity]:
    """The speaker and whom they speak for."""
    own = next((entity for entity in discourse.entities if is_speaker(entity, speaker)), None)
    return [each for each in (own, own.body if own is not None else None) if each is not None]


def is_speaker(entity: Entity, speaker: ActorMention | None) -> bool:
    """Whether an entity of the discourse is who speaks."""
    return speaker is not None and (entity.mention.kind, entity.mention.name) == (speaker.kind, speaker.name)


def tells_of_itself(discourse: Discourse, token: Token, speaker: ActorMention, span: Span) -> Iterator[ActorMention]:
    """An organisation or country that tells of itself; a ministry or staff that tells of its troops means the country."""
    if speaker.kind == "Person" or not speaker.named:
        return
    yield _with_forces(discourse, token, replace(speaker, span=span, role=None, form="pronoun"))


def own_words(discourse: Discourse, token: Token, speaker: ActorMention, span: Span) -> Iterator[ActorMention]:
    """Whom "we" and "our troops" mean: the organisation that speaks, or the side of a person, if it is the troops."""
    if speaker.kind != "Person" and speaker.named:
        if token.dep_ == "poss" or not _watches(discourse, speaker):
            yield _with_forces(discourse, token, replace(speaker, span=span, role=None, form="pronoun"))
    elif token.dep_ == "poss" and is_force(token.head.lower_):
        known = discourse.registry.actor(speaker.actor_id) if speaker.actor_id is not None else None
        found = discourse.registry.find(known.side) if known is not None and known.side is not None else None
        if found is not None:
            yield ActorMention(span, found.name, found.kind, found.id, form="pronoun")
            return
        for body in own_side(discourse, speaker)[1:]:
            if body.mention.named:
                yield as_country(discourse, replace(body.mention, span=span, role=None, form="pronoun"))


def _watches(discourse: Discourse, speaker: ActorMention) -> bool:
    """Whether an actor watches and tells what others do, so that its "we" is no party: a paper, a channel, a think tank."""
    entity = next((each for each in discourse.entities if is_speaker(each, speaker)), None)
    return entity is not None and any("outlet" in noun_classes(noun) or noun in _WATCHERS for noun in entity.nouns)


def _with_forces(discourse: Discourse, token: Token, owner: ActorMention) -> ActorMention:
    """Whose forces "its troops" are: the country's, where a ministry or staff speaks of them."""
    if token.dep_ == "poss" and is_force(token.head.lower_):
        return as_country(discourse, owner)
    return owner


def as_country(discourse: Discourse, owner: ActorMention) -> ActorMention:
    """The country whose arms an office of it speaks for; any other actor as it is."""
    if owner.actor_id is None or not owner.actor_id.startswith("office:"):
        return owner
    country = discourse.registry.country(discourse.registry.actor(owner.actor_id).country)
    return country_mention(country, owner.span) if country is not None else owner


def country_mention(country: RegistryActor, span: Span) -> ActorMention:
    """The country as a mention at `span`."""
    return ActorMention(span, country.name, "Country", country.id)


def is_same_actor(left: ActorMention | None, right: ActorMention) -> bool:
    """Whether two mentions stand for one actor."""
    return left is not None and (left.kind, left.name, left.actor_id) == (right.kind, right.name, right.actor_id)
