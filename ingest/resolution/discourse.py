"""Reads a text once from its start and tells, for every pronoun and description of an actor, whom it takes up again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from spacy.tokens import Doc, Token

from ingest.annotations import ActorKind, ActorMention, Span, Toponym
from ingest.columns import columns_of
from ingest.extractors.actors.lexicon import is_person_noun, noun_classes, noun_gender
from ingest.extractors.actors.roles import address_gender, names_country_adjective
from ingest.extractors.quotes.grammar import is_text
from ingest.registry import Registry, load_registry
from ingest.resolution.beside import named_apposition, named_beside
from ingest.resolution.descriptions import describes
from ingest.resolution.entities import Entity
from ingest.resolution.grammar import FAMILY_OF_PRONOUN, described_kind, is_bound, is_expletive, is_plural, phrase_of
from ingest.resolution.lead import name_the_lead
from ingest.resolution.local_bodies import local_body
from ingest.resolution.owners import body_of, office_meant, owner_meant, side_meant
from ingest.resolution.regions import in_dateline
from ingest.resolution.scene import Scene

_HEADS = frozenset({"NOUN", "ADJ", "PROPN"})
_MODIFIERS = frozenset({"poss", "compound", "amod", "nmod"})
_SIDES = frozenset(
    {"side", "sides", "party", "parties", "armies", "generals", "capitals", "countries", "governments", "nations"}
)
_READ_WORDS = frozenset({*FAMILY_OF_PRONOUN, *_SIDES, "both", "other"})
_ISSUED = frozenset({"from", "by", "of"})
_ONE_OF_TWO = frozenset({"former", "latter"})
_SUPERIOR = frozenset({"for", "to"})
_SEVERAL = frozenset({"both", "each", "two", "either", "warring", "rival"})


class Discourse(Scene):
    """The entities of a whole text, and the one that each of its mentions, pronouns and descriptions stands for."""

    def __init__(
        self, doc: Doc, text: str, actors: Sequence[ActorMention], toponyms: Sequence[Toponym], registry: Registry
    ) -> None:
        super().__init__(doc, text, actors, toponyms, registry)
        self._read()
        name_the_lead(self)

    def _read(self) -> None:
        columns = columns_of(self.doc)
        for index, (lower, part) in enumerate(zip(columns.lowers, columns.parts, strict=True)):
            if index in self.name_ends:
                self._read_name(index, self.name_ends[index])
                continue
            if index in self._mention_at or (part not in _HEADS and lower not in _READ_WORDS):
                continue
            token = self.doc[index]
            if lower in FAMILY_OF_PRONOUN:
                entity = None if is_expletive(token) or is_bound(token) else self.pronoun(token)
                if entity is not None:
                    self._set(token, entity, occurs=not self.quoted[token.i])
            elif (
                (lower in _SIDES and _is_several(token))
                or (lower == "both" and _stands_alone(token))
                or (lower == "other" and index and columns.lowers[index - 1] in {"each", "the"})
            ):
                self.refer_to_sides(token)
            elif part in _HEADS and token.dep_ == "poss":
                entity = self.antecedent(token) if described_kind(token) is not None else None
                if entity is not None:
                    self._set(token, entity, occurs=True)
            elif part in _HEADS and token.dep_ not in _MODIFIERS:
                self._read_description(token)

    def _read_name(self, start: int, end: int) -> None:
        mention = self._mention_at[start]
        entity = self.entity_of(mention)
        head = self.doc[start:end].root
        if entity.is_person:
            entity.gender = address_gender(self.doc, start) or entity.gender
        if mention.role is not None:
            entity.describe(_words(mention.role))
            country = names_country_adjective(self.registry, mention.role)
            if country is not None and entity.mention.actor_id is None:
                entity.countries.add(country)
        for child in head.children:
            if entity.is_person and is_person_noun(child.lemma_) and child.i < start:
                # "army spokesman N"
                entity.body = entity.body or body_of(self, child)
            # "the paramilitary Rapid Support Forces"
            if child.dep_ in {"amod", "compound", "nmod"} and child.i < start and entity.mention.kind != "Country":
                entity.describe([child.lemma_.lower()])
        before = self._entity_at.get(head.head.i) if head.dep_ == "appos" else None
        if (
            before is not None
            and before is not entity
            and not before.mention.named
            and before.mention.kind == mention.kind
        ):
            self.merge(before, entity)
        for token in self.doc[start:end]:
            self.refer(token, entity)
        self._merge_with_text(head, entity)
        if mention.kind != "Country" or not in_dateline(self.doc, start):
            self.occur(entity, head)
            entity.named_at = entity.named_at or entity.occurrences[-1]

    def _read_description(self, token: Token) -> None:
        kind = described_kind(token)
        if token.lower_ in _ONE_OF_TWO and kind is None:
            one = self.one_of_two(token)
            if one is not None:
                self._set(token, one, occurs=True)
            return
        if kind is None:
            beside = named_apposition(self, token)
            if beside is not None:
                self._set(token, beside, occurs=True)
            return
        entity = named_beside(self, token)
        if entity is not None:
            description = describes(token, self.registry)
            entity.describe([token.lemma_.lower(), *description.modifiers])
            entity.countries.update(description.countries)
            entity.body = entity.body or (body_of(self, token) if entity.is_person else None)
        else:
            local = local_body(self, token)
            entity = (
                (self.entity_of(local) if local is not None else None)
                or owner_meant(self, token)
                or self.antecedent(token)
                or side_meant(self, token)
                or office_meant(self, token)
            )
        if entity is None:
            if token.dep_ == "appos" or (
                "medium" in noun_classes(token.lemma_) and token.dep_ != "nsubj" and not _is_source(token)
            ):
                return
            entity = self._described(token, kind)
        self._merge_with_text(token, entity)
        self._set(token, entity, occurs=True)

    def _merge_with_text(self, issuer: Token, entity: Entity) -> None:
        """Lets a text stand for who put it out: "a statement from the ministry said"."""
        preposition = issuer.head
        if issuer.dep_ != "pobj" or preposition.lower_ not in _ISSUED or not is_text(preposition.head):
            return
        text = self._entity_at.get(preposition.head.i)
        if text is not None and text is not entity and not text.mention.named:
            self.merge(text, entity)

    def _described(self, head: Token, kind: ActorKind) -> Entity:
        """A new entity for a described actor that the text has not named."""
        phrase = phrase_of(head)
        mention = ActorMention(
            span=Span(phrase.start_char, phrase.end_char),
            name=_without_article(" ".join(self.text[phrase.start_char : phrase.end_char].split())),
            kind=kind,
            form="description",
            # "the Lutsk regional administration" is a name as good as any.
            named=kind == "Organization"
            and "medium" not in noun_classes(head.lemma_)
            and bool(describes(head, self.registry).names),
        )
        entity = Entity(mention, gender=noun_gender(head.lemma_), plural=is_plural(head))
        entity.describe(
            [head.lemma_.lower(), head.lower_, *(child.lower_ for child in head.lefts if child.dep_ in _MODIFIERS)]
        )
        entity.countries.update(describes(head, self.registry).countries)
        self.add(entity)
        return entity

    def _set(self, token: Token, entity: Entity, *, occurs: bool) -> None:
        self.refer(token, entity)
        if occurs:
            self.occur(entity, token)


def read_discourse(
    doc: Doc,
    text: str,
    actors: Sequence[ActorMention],
    toponyms: Sequence[Toponym] = (),
    registry: Registry | None = None,
) -> Discourse:
    """The discourse of a text. The last text's is kept, for speakers, addressees and topics ask for it one after the other."""
    return _read(doc, text, tuple(actors), tuple(toponyms), registry or load_registry())


@lru_cache(maxsize=1)
def _read(
    doc: Doc, text: str, actors: tuple[ActorMention, ...], toponyms: tuple[Toponym, ...], registry: Registry
) -> Discourse:
    return Discourse(doc, text, actors, toponyms, registry)


def _is_several(token: Token) -> bool:
    """Whether "both sides" means the parties; "fire from both sides" tells where."""
    words = {child.lower_ for child in token.lefts}
    several = not words.isdisjoint(_SEVERAL) or ("all" in words and token.lower_ in {"parties", "sides"})
    if words == {"two"} and token.lower_ not in {"sides", "parties"}:
        # "two countries sent aid" are any two.
        return False
    return several and not (token.dep_ == "pobj" and token.head.lower_ == "from")


def _stands_alone(token: Token) -> bool:
    """Whether "both" means the parties: "both agreed", "spoke to both", not "both of her sons"."""
    return token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"} and not any(
        child.dep_ in {"prep", "relcl"} for child in token.children
    )


def _is_source(token: Token) -> bool:
    """Whether a noun stands after "according to"."""
    return token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.head.lower_ == "according"


def _without_article(words: str) -> str:
    first, _, rest = words.partition(" ")
    return rest if rest and first.lower() in {"the", "a", "an", "this", "that", "these", "those"} else words


def _words(role: str) -> list[str]:
    """The words of somebody's own title: "adviser" of "adviser to President N"."""
    own = next((index for index, word in enumerate(role.split()) if word in _SUPERIOR), None)
    return [word.strip(".,;:'\"").removesuffix("'s").lower() for word in role.split()[:own]]
