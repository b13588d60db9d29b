"""Reads a text once from its start and tells, for every pronoun and description of an actor, whom it takes up again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from ingest.annotations import ActorKind, ActorMention
from ingest.annotations import Span as Characters
from ingest.extractors.actors.lexicon import ORGANISATION_CLASSES, is_collective, is_person_noun, noun_classes, noun_gender
from ingest.registry import Registry, load_registry
from ingest.resolution.descriptions import Description, describes, takes_up
from ingest.resolution.entities import Entity, Occurrence, named_entity
from ingest.resolution.regions import quoted_tokens

# Prominence by grammatical function, after the salience factors of Lappin and Leass (1994), scaled to a subject's.
SUBJECT_WEIGHT = 1.0
OBJECT_WEIGHT = 0.6
OBLIQUE_WEIGHT = 0.4
MODIFIER_WEIGHT = 0.2
# What a quoted person talks of is seldom what the narrator's next "he" means.
QUOTED_FACTOR = 0.3
SPEAKER_FACTOR = 1.5
# Below this nothing in the text is present enough to be meant by a pronoun.
SALIENCE_MINIMUM = 0.05

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "ROOT"})
_OBJECTS = frozenset({"dobj", "iobj", "dative", "attr", "agent"})
_MODIFIERS = frozenset({"poss", "compound", "amod", "nmod"})
_SPEECH_LEMMAS = frozenset({"say", "tell", "add", "write", "claim", "warn", "insist", "argue", "report", "state", "note", "announce", "deny", "admit"})

_PERSONAL = {"he": "male", "him": "male", "himself": "male", "she": "female", "her": "female", "herself": "female"}
_POSSESSIVE = {"his": "male", "hers": "female"}
_PLURAL = frozenset({"they", "them", "themselves"})
_NEUTER = frozenset({"it", "itself"})
_POSSESSIVE_NEUTER = frozenset({"its", "their"})


class Discourse:
    """The entities of a text, and the one that each of its mentions, pronouns and descriptions stands for."""

    def __init__(self, doc: Doc, text: str, actors: Sequence[ActorMention], registry: Registry) -> None:
        self.doc = doc
        self.text = text
        self.registry = registry
        self.entities: list[Entity] = []
        self.quoted = quoted_tokens(doc, text)
        self.sentence_of = _sentence_numbers(doc)
        self._entity_by_key: dict[tuple[str, str, str | None], Entity] = {}
        self._mention_at: dict[int, ActorMention] = {}
        self._entity_at: dict[int, Entity] = {}
        self._name_ends: dict[int, int] = {}
        for actor in actors:
            span = doc.char_span(actor.span.start, actor.span.end, alignment_mode="expand")
            if span is not None and len(span):
                self._name_ends[span.start] = span.end
                for token in span:
                    self._mention_at[token.i] = actor
        self._read()

    def mention_at(self, token: int) -> ActorMention | None:
        """The named mention that covers a token."""
        return self._mention_at.get(token)

    def entity_at(self, token: int) -> Entity | None:
        """Whom the name, pronoun or description at that token means."""
        return self._entity_at.get(token)

    def entity_of(self, mention: ActorMention) -> Entity:
        """The entity of a named mention."""
        key = (mention.kind, mention.name, mention.actor_id)
        if key not in self._entity_by_key:
            self._entity_by_key[key] = named_entity(mention, self.registry)
            self.entities.append(self._entity_by_key[key])
        return self._entity_by_key[key]

    def described(self, head: Token, kind: ActorKind, *, plural: bool) -> Entity:
        """A new entity for a described actor that the text has not named."""
        phrase = phrase_of(head)
        mention = ActorMention(
            span=Characters(phrase.start_char, phrase.end_char),
            name=_description_name(self.text, phrase),
            kind=kind,
            form="description",
            named=False,
        )
        entity = Entity(mention, gender=noun_gender(head.lemma_), plural=plural)
        entity.describe([head.lemma_.lower(), head.lower_])
        entity.countries.update(describes(head, self.registry).countries)
        self.entities.append(entity)
        return entity

    def pronoun(self, token: Token, excluded: Entity | None = None) -> Entity | None:
        """Whom a pronoun of the third person means, None where nothing that fits is present."""
        word = token.lower_
        fitting = [entity for entity in self.entities if entity is not excluded and _fits_pronoun(entity, word)]
        sentence = self.sentence_of[token.i]
        best = max(fitting, key=lambda entity: self._pronoun_score(entity, token), default=None)
        if best is None or best.salience(sentence, token.i) < SALIENCE_MINIMUM:
            return None
        return best

    def antecedent(self, head: Token, excluded: Entity | None = None) -> Entity | None:
        """Whom a definite description ("the commander") takes up again, None where it introduces somebody."""
        description = describes(head, self.registry)
        if not description.definite:
            return None
        sentence = self.sentence_of[head.i]
        scored = [
            (takes_up(description, entity) + min(1.0, entity.salience(sentence, head.i)), entity)
            for entity in self.entities
            if entity is not excluded and takes_up(description, entity) > 0 and entity.salience(sentence, head.i) > 0
        ]
        return max(scored, key=lambda pair: pair[0])[1] if scored else None

    def _pronoun_score(self, entity: Entity, token: Token) -> float:
        score = entity.salience(self.sentence_of[token.i], token.i)
        if entity.gender is None and entity.is_person and token.lower_ in {"she", "her", "herself"}:
            score *= 0.5
        return score

    def _read(self) -> None:
        for token in self.doc:
            if token.i in self._name_ends:
                self._read_name(token.i, self._name_ends[token.i])
            elif token.i in self._mention_at:
                continue
            elif token.pos_ == "PRON" or token.tag_ in {"PRP", "PRP$"}:
                self._read_pronoun(token)
            elif token.pos_ in {"NOUN", "ADJ", "PROPN"} and token.dep_ not in _MODIFIERS:
                self._read_description(token)

    def _read_name(self, start: int, end: int) -> None:
        mention = self._mention_at[start]
        entity = self.entity_of(mention)
        head = self.doc[start:end].root
        if mention.role is not None:
            entity.describe(_words(mention.role))
        for token in self.doc[start:end]:
            self._entity_at[token.i] = entity
        for child in head.children:
            # "the paramilitary Rapid Support Forces"
            if child.dep_ in {"amod", "compound", "nmod"} and child.i < start and entity.mention.kind != "Country":
                entity.describe([child.lemma_.lower()])
        if head.dep_ == "appos" and head.head.i in self._entity_at and not self._entity_at[head.head.i].mention.named:
            self._merge(self._entity_at[head.head.i], entity)
        self._occur(entity, head)

    def _read_pronoun(self, token: Token) -> None:
        word = token.lower_
        if word not in _PERSONAL and word not in _PLURAL and word not in _NEUTER and word not in _POSSESSIVE and word not in _POSSESSIVE_NEUTER:
            return
        if word == "it" and _is_expletive(token):
            return
        entity = self.pronoun(token)
        if entity is not None:
            self._entity_at[token.i] = entity
            self._occur(entity, token)

    def _read_description(self, token: Token) -> None:
        kind = described_kind(token)
        if kind is None:
            return
        named = self._named_apposition(token)
        if named is not None:
            entity = named
            entity.describe([token.lemma_.lower()])
            entity.countries.update(describes(token, self.registry).countries)
        else:
            found = self.antecedent(token)
            if found is None and token.dep_ == "appos":
                return
            entity = found if found is not None else self.described(token, kind, plural=is_plural(token))
        self._entity_at[token.i] = entity
        self._occur(entity, token)

    def _named_apposition(self, token: Token) -> Entity | None:
        """The named actor that a description stands beside: "its founder, N", "N, an analyst", "the think tank N"."""
        for child in token.children:
            if child.dep_ == "appos" and child.i in self._mention_at and self._mention_at[child.i].kind != "Country":
                return self.entity_of(self._mention_at[child.i])
        if token.dep_ in {"appos", "attr"} and token.head.i in self._mention_at:
            return self.entity_of(self._mention_at[token.head.i])
        if token.dep_ == "attr":
            subject = next((child for child in token.head.children if child.dep_ == "nsubj"), None)
            if subject is not None and subject.i in self._mention_at:
                return self.entity_of(self._mention_at[subject.i])
        following = token.i + 1
        if following in self._name_ends and self._mention_at[following].kind in {"Person", "Organization", "ArmedGroup"}:
            return self.entity_of(self._mention_at[following])
        return None

    def _merge(self, described: Entity, named: Entity) -> None:
        named.describe(described.nouns)
        named.countries |= described.countries
        named.occurrences.extend(described.occurrences)
        for token, entity in self._entity_at.items():
            if entity is described:
                self._entity_at[token] = named
        if described in self.entities:
            self.entities.remove(described)

    def _occur(self, entity: Entity, head: Token) -> None:
        weight = _weight(head)
        if self.quoted[head.i]:
            weight *= QUOTED_FACTOR
        elif head.dep_ in _SUBJECTS and head.head.lemma_ in _SPEECH_LEMMAS:
            weight *= SPEAKER_FACTOR
        entity.occurrences.append(Occurrence(head.i, self.sentence_of[head.i], weight))


def read_discourse(doc: Doc, text: str, actors: Sequence[ActorMention], registry: Registry | None = None) -> Discourse:
    """The discourse of a text; the last text's is kept, for every quote asks for it."""
    return _read(doc, text, tuple(actors), registry or load_registry())


@lru_cache(maxsize=1)
def _read(doc: Doc, text: str, actors: tuple[ActorMention, ...], registry: Registry) -> Discourse:
    return Discourse(doc, text, actors, registry)


def described_kind(token: Token) -> ActorKind | None:
    """The kind of actor that a common noun stands for; None for a noun that stands for none."""
    if is_collective(token.lower_) and token.lower_ not in {"forces", "staff", "troops"}:
        return "Population"
    classes = noun_classes(token.lemma_)
    if is_person_noun(token.lemma_):
        return "Population" if is_plural(token) else "Person"
    if is_collective(token.lower_):
        return "Population"
    if "armed" in classes:
        return "ArmedGroup"
    if not classes.isdisjoint(ORGANISATION_CLASSES) or "medium" in classes:
        return "Organization"
    return "Country" if "country" in classes else None


def is_plural(token: Token) -> bool:
    """Whether a noun means several."""
    return token.tag_ in {"NNS", "NNPS"} or is_collective(token.lower_)


def phrase_of(head: Token) -> Span:
    """The noun phrase of a head, up to a relative clause, an apposition or a comma behind it."""
    start = min((child.left_edge.i for child in head.lefts if child.dep_ not in {"punct", "cc", "mark", "advmod"}), default=head.i)
    end = head.i + 1
    for child in head.rights:
        if child.dep_ in {"relcl", "appos", "punct", "cc", "conj", "acl", "dep"}:
            break
        end = child.right_edge.i + 1
    return head.doc[start:end]


def _description_name(text: str, phrase: Span) -> str:
    words = " ".join(text[phrase.start_char : phrase.end_char].split())
    first, _, rest = words.partition(" ")
    return rest if rest and first.lower() in {"the", "a", "an", "this", "that", "these", "those"} else words


def _fits_pronoun(entity: Entity, word: str) -> bool:
    if word in _PERSONAL or word in _POSSESSIVE:
        gender = _PERSONAL.get(word) or _POSSESSIVE[word]
        return entity.is_person and not entity.plural and entity.gender in {None, gender}
    if word in _PLURAL or word == "their":
        return entity.plural or (not entity.is_person and entity.mention.kind in {"ArmedGroup", "Population", "Country", "Organization"})
    return not entity.is_person and not entity.plural and entity.mention.kind != "Population"


def _weight(head: Token) -> float:
    if head.dep_ in _SUBJECTS:
        return SUBJECT_WEIGHT
    if head.dep_ in _OBJECTS:
        return OBJECT_WEIGHT
    if head.dep_ == "pobj" and head.head.lower_ == "to" and head.head.head.lower_ in {"according", "accord"}:
        return SUBJECT_WEIGHT * SPEAKER_FACTOR
    if head.dep_ in {"appos", "conj"} and head.head is not head:
        return _weight(head.head) * 0.9
    return MODIFIER_WEIGHT if head.dep_ in _MODIFIERS else OBLIQUE_WEIGHT


def _is_expletive(token: Token) -> bool:
    """Whether "it" stands for nothing: "it is likely that", "it rained"."""
    if token.dep_ == "expl":
        return True
    verb = token.head
    return verb.lemma_ in {"be", "seem", "appear", "take"} and any(child.dep_ in {"ccomp", "xcomp", "acl", "csubj"} or child.tag_ == "TO" for child in verb.children) and any(
        child.dep_ in {"acomp", "attr"} for child in verb.children
    )


def _words(role: str) -> list[str]:
    return [word.strip(".,;:'\"").lower() for word in role.split()]


def _sentence_numbers(doc: Doc) -> list[int]:
    numbers, number = [], -1
    for token in doc:
        number += bool(token.is_sent_start) or number < 0
        numbers.append(number)
    return numbers


__all__ = ["Description", "Discourse", "described_kind", "is_plural", "phrase_of", "read_discourse"]
