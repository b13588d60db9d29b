"""Gives those whom a text only describes at first ("a commander") the name that it gives them later."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from ingest.extractors.actors.lexicon import noun_classes, noun_gender
from ingest.resolution.descriptions import SAME_KIND, describes, fits
from ingest.resolution.entities import Entity, Occurrence
from ingest.resolution.grammar import speaks
from ingest.resolution.scene import Scene

# Headline, byline and lead describe whom the next paragraphs name; a text without paragraphs has its lead in its first words.
LEAD_PARAGRAPHS = 3
LEAD_TOKENS = 300
NAMED_WITHIN_PARAGRAPHS = 6

_HEADS_OF_GROUPS = frozenset({"boss", "chief", "commander", "founder", "head", "leader"})


def name_the_lead(scene: Scene) -> None:
    """Gives a person whom headline or lead only describes the name that the next paragraphs give."""
    for described in [
        entity for entity in scene.entities if not entity.mention.named and entity.is_person and not entity.plural
    ]:
        first = described.occurrences[0] if described.occurrences else None
        if first is None:
            continue
        of_body = _holder(scene, scene.doc[first.token], described)
        if of_body is not None:
            scene.merge(described, of_body)
            continue
        if first.paragraph >= LEAD_PARAGRAPHS or first.token >= LEAD_TOKENS:
            continue
        scored = [(_fit_of_later_name(scene, entity, first), -index) for index, entity in enumerate(scene.entities)]
        score, index = max(scored, default=(0.0, 0))
        if score > 0:
            scene.merge(described, scene.entities[-index])


def _holder(scene: Scene, head: Token, described: Entity) -> Entity | None:
    """The person of the text who is known to lead the group that a description names: "the founder of N"."""
    if "leader" not in noun_classes(head.lemma_) and "commander" not in noun_classes(head.lemma_):
        return None
    groups = {
        mention.actor_id
        for token in head.subtree
        if (mention := scene.mention_at(token.i)) is not None and mention.kind != "Country"
    }
    for entity in scene.entities:
        if entity is not described and entity.is_person and entity.mention.actor_id is not None:
            roles = scene.registry.actor(entity.mention.actor_id).roles
            if any(role.of in groups for role in roles) and (
                head.lemma_ in entity.nouns or head.lemma_ in _HEADS_OF_GROUPS
            ):
                return entity
    return None


def _fit_of_later_name(scene: Scene, entity: Entity, first: Occurrence) -> float:
    """How well a person named after that description in the lead fits it, or is the next to speak; 0 for any other."""
    named = entity.named_at
    if (
        named is None
        or not entity.is_person
        or named.token < first.token
        or named.paragraph > first.paragraph + NAMED_WITHIN_PARAGRAPHS
    ):
        return 0.0
    head, subject = scene.doc[first.token], scene.doc[named.token]
    if subject in head.subtree:
        # "a lawyer for N"
        return 0.0
    if entity.gender is not None and noun_gender(head.lemma_) not in {None, entity.gender}:
        return 0.0
    description = describes(head, scene.registry)
    if scene.country is not None and not entity.countries and description.countries == {scene.country.country}:
        description = replace(description, countries=frozenset())
    fit = fits(description, entity)
    if fit > SAME_KIND:
        return fit
    # "… the mayor said." and then, in the next paragraph, "First Last said …" of somebody not introduced.
    introduces_itself = (
        speaks(head) and speaks(subject) and entity.mention.role is None and scene.starts_paragraph(subject)
    )
    return SAME_KIND if introduces_itself and named.paragraph == first.paragraph + 1 else 0.0
