"""The actors of one text as its discourse builds them up: what is known of each, and where each has come up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.names import fold_name
from ingest.annotations import ActorMention
from ingest.extractors.actors.lexicon import Gender, given_name_gender, noun_gender
from ingest.registry import Registry, RegistryActor

# How fast what came up fades, from one sentence to the next and again from one paragraph to the next.
FADING_PER_SENTENCE = 0.5
FADING_PER_PARAGRAPH = 0.6
SENTENCES_REMEMBERED = 20


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place where an actor came up, and how prominently: a subject more than a possessor. `plural` is the number of the words."""

    token: int
    sentence: int
    paragraph: int
    weight: float
    plural: bool = False


@dataclass(slots=True, eq=False)
class Entity:
    """An actor of the text. `nouns` are the words that describe it ("analyst"), `countries` the ISO codes that go with it.

    `gender` is None where nothing tells it, and for what is no person. A described actor has `mention.named` False; `named_at` is where
    a named one is first named. `body` is whom a person speaks for or belongs to ("the army's spokesman").
    """

    mention: ActorMention
    gender: Gender | None = None
    plural: bool = False
    nouns: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    occurrences: list[Occurrence] = field(default_factory=list)
    named_at: Occurrence | None = None
    has_spoken: bool = False
    body: Entity | None = None

    @property
    def is_person(self) -> bool:
        """Whether it is one human being."""
        return self.mention.kind == "Person"

    def salience(self, at: Occurrence) -> float:
        """How present it is to a reader who has come to that place."""
        total = 0.0
        for each in reversed(self.occurrences):
            if each.token >= at.token:
                continue
            if at.sentence - each.sentence > SENTENCES_REMEMBERED:
                break
            fading = FADING_PER_SENTENCE ** (at.sentence - each.sentence)
            total += each.weight * fading * FADING_PER_PARAGRAPH ** (at.paragraph - each.paragraph)
        return total

    def last_was_plural(self, at: Occurrence) -> bool:
        """Whether the words that last named it before that place were plural ("Russian troops")."""
        return next((each.plural for each in reversed(self.occurrences) if each.token < at.token), False)

    def describe(self, words: Iterable[str]) -> None:
        """Adds the words of a title or description."""
        self.nouns.update(words)
        if self.gender is None and self.is_person:
            self.gender = next((gender for gender in map(noun_gender, words) if gender is not None), None)


def named_entity(mention: ActorMention, registry: Registry) -> Entity:
    """The entity of a named actor, with what the registry knows of it."""
    entity = Entity(mention, plural=mention.kind == "Population")
    if mention.kind == "Person":
        entity.gender = given_name_gender(mention.name)
    if mention.actor_id is not None:
        _add_known(entity, registry.actor(mention.actor_id), registry)
    else:
        entity.nouns.update(fold_name(mention.name).split())
    return entity


def _add_known(entity: Entity, actor: RegistryActor, registry: Registry) -> None:
    entity.gender = actor.gender or entity.gender
    if actor.country is not None:
        entity.countries.add(actor.country)
    if actor.side is not None:
        country = registry.find(actor.side, "Country")
        if country is not None and country.country is not None:
            entity.countries.add(country.country)
    if actor.kind == "Person":
        for role in actor.roles:
            entity.nouns.update(fold_name(role.title).split())
            if role.of.startswith("country:"):
                entity.countries.add(role.of.removeprefix("country:"))
    else:
        for name in actor.names:
            entity.nouns.update(fold_name(name).split())
