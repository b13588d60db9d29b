"""The entities of a text up to where it has been read, and whom a pronoun or description would take up there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import combinations

from spacy.tokens import Doc, Token

from ingest.annotations import ActorMention, Toponym
from ingest.extractors.actors.national import country_of_text
from ingest.registry import Registry
from ingest.resolution.descriptions import describes, takes_up
from ingest.resolution.entities import SENTENCES_REMEMBERED, Entity, Occurrence, named_entity
from ingest.resolution.grammar import (
    FAMILY_OF_PRONOUN,
    following_subject,
    governing_subjects,
    is_plural,
    prominence,
    speaks,
)
from ingest.resolution.regions import paragraph_numbers, quoted_tokens, sentence_numbers

# What a quoted person talks of is seldom what the narrator's next "he" means.
QUOTED_FACTOR = 0.3
# Below this nothing in the text is present enough to be meant by a pronoun.
SALIENCE_MINIMUM = 0.02
# "The ministry said its …": the subject of the clause around is meant before anybody else, that of a further one a quarter as much.
GOVERNOR_BONUS = 2.0
# What is said to go on speaking has spoken before.
UNHEARD_FACTOR = 0.4
# "They" of an organisation in the singular, "she" of somebody whose given name does not tell: possible, but less likely.
LOOSE_NUMBER_FACTOR = 0.4
PLURAL_AS_SINGULAR_FACTOR = 0.5
UNKNOWN_GENDER_FACTOR = 0.6


_PLURALS = frozenset(word for word, family in FAMILY_OF_PRONOUN.items() if family == "plural")


class Scene:
    """The entities of a text, and where each has come up."""

    def __init__(
        self, doc: Doc, text: str, actors: Sequence[ActorMention], toponyms: Sequence[Toponym], registry: Registry
    ) -> None:
        self.doc = doc
        self.text = text
        self.registry = registry
        self.entities: list[Entity] = []
        self.quoted = quoted_tokens(doc, text)
        self.country = country_of_text(actors, toponyms, registry)
        self.last_spokesbody: Entity | None = None
        self._sentences = sentence_numbers(doc)
        self._paragraphs = paragraph_numbers(doc)
        self._by_sentence: dict[int, dict[Entity, None]] = {}
        self._entity_by_key: dict[tuple[str, str, str | None], Entity] = {}
        self._mention_at: dict[int, ActorMention] = {}
        self._entity_at: dict[int, Entity] = {}
        self._sides_at: dict[int, tuple[Entity, ...]] = {}
        self._place_name_at: dict[int, str] = {}
        self.name_ends: dict[int, int] = {}
        for toponym in toponyms:
            place = doc.char_span(toponym.span.start, toponym.span.end, alignment_mode="expand")
            if place is not None and toponym.form == "name" and not _is_country(toponym, registry):
                name = " ".join(text[toponym.span.start : toponym.span.end].split())
                self._place_name_at.update((token.i, name) for token in place)
        for actor in actors:
            span = doc.char_span(actor.span.start, actor.span.end, alignment_mode="expand")
            if span is not None and len(span):
                self.name_ends[span.start] = span.end
                self._mention_at.update((token.i, actor) for token in span)

    def mention_at(self, token: int) -> ActorMention | None:
        """The named mention that covers a token."""
        return self._mention_at.get(token)

    def place_name_at(self, token: int) -> str | None:
        """The name, as the text writes it, of the place other than a country that a token is part of."""
        return self._place_name_at.get(token)

    def entity_at(self, token: int) -> Entity | None:
        """Whom the name, pronoun or description at that token means."""
        return self._entity_at.get(token)

    def sides_at(self, token: int) -> tuple[Entity, ...]:
        """The two whom "both sides" or "each other" at that token means."""
        return self._sides_at.get(token, ())

    def entity_of(self, mention: ActorMention) -> Entity:
        """The entity of a named mention."""
        key = (mention.kind, mention.name, mention.actor_id)
        if key not in self._entity_by_key:
            self._entity_by_key[key] = named_entity(mention, self.registry)
            self.entities.append(self._entity_by_key[key])
        return self._entity_by_key[key]

    def place_of(self, token: Token, weight: float = 0.0) -> Occurrence:
        """Where a token stands in sentences and paragraphs."""
        return Occurrence(token.i, self._sentences[token.i], self._paragraphs[token.i], weight, plural=is_plural(token))

    def pronoun(self, token: Token, excluded: Collection[Entity] = ()) -> Entity | None:
        """Whom a pronoun of the third person means, None where nothing that fits is present."""
        word = token.lower_
        if word not in FAMILY_OF_PRONOUN:
            return None
        forward = following_subject(token)
        ahead = self._mention_at.get(forward.i) if forward is not None else None
        if ahead is not None and _fits_pronoun(self.entity_of(ahead), word):
            return self.entity_of(ahead)
        here = self.place_of(token)
        subjects = governing_subjects(token)
        governors = [self._entity_at.get(subject.i) for subject in subjects]
        candidates = [each for each in self.present(here) if each not in excluded and _fits_pronoun(each, word)]
        singular = self._singular_beside_plural(candidates, subjects, here) if word in _PLURALS else frozenset()
        best, best_score = None, SALIENCE_MINIMUM
        for entity in candidates:
            if entity in singular:
                continue
            score = entity.salience(here) * _agreement(entity, word, here)
            if entity in governors and not self.quoted[token.i]:
                score += GOVERNOR_BONUS / (1 + governors.index(entity)) ** 2
            if speaks(token) and not entity.is_person:
                score *= 1.0 if entity.has_spoken else UNHEARD_FACTOR
            if score > best_score:
                best, best_score = entity, score
        return best

    def _singular_beside_plural(
        self, candidates: Sequence[Entity], subjects: Sequence[Token], here: Occurrence
    ) -> frozenset[Entity]:
        """Who is no "they": a body that "it" means where it says so, and a subject around where several people have just been named."""
        around = {entity for subject in subjects if (entity := self._entity_at.get(subject.i)) is not None}
        neuter = {self._entity_at.get(each.i) for each in subjects if each.lower_ == "it" and speaks(each)}
        several = any(
            each not in around
            and (each.plural or each.last_was_plural(here))
            and any(here.sentence - 1 <= one.sentence and one.token < here.token for one in each.occurrences)
            for each in candidates
        )
        return frozenset(
            each
            for each in candidates
            if not each.plural and not each.last_was_plural(here) and (each in neuter or (several and each in around))
        )

    def antecedent(self, head: Token, excluded: Entity | None = None) -> Entity | None:
        """Whom a definite description ("the commander") takes up again, None where it introduces somebody."""
        description = describes(head, self.registry)
        if not description.definite and not _is_bare_police(head):
            return None
        here = self.place_of(head)
        # Who speaks does not describe himself: "the army said that the rebels …".
        others = {excluded, *(self._entity_at.get(subject.i) for subject in governing_subjects(head))}
        best, best_score = None, 0.0
        for entity in self.present(here):
            fit = takes_up(description, entity) if entity not in others else 0.0
            present = entity.salience(here) if fit else 0.0
            if fit and present and fit + min(1.0, present) > best_score:
                best, best_score = entity, fit + min(1.0, present)
        return best

    def sides(self, head: Token) -> tuple[Entity, ...]:
        """The two parties that are most present, and most often together: armed groups and countries, or the two whom the noun fits
        ("both generals"). Who urges both sides is neither."""
        here = self.place_of(head)
        urging = [self._entity_at.get(subject.i) for subject in _subjects_beside(head)]
        fitting = [
            entity
            for entity in self.present(here)
            if entity.mention.named and _is_one_of(entity, head) and entity not in urging
        ]
        groups = [entity for entity in fitting if entity.mention.kind == "ArmedGroup" and entity.salience(here) > 0]
        fitting = groups if len(groups) > 1 else fitting
        present = {entity: salience for entity in fitting if (salience := entity.salience(here)) > 0}
        pairs = list(combinations(present, 2))
        if not pairs:
            return tuple(present)
        return max(pairs, key=lambda pair: (present[pair[0]] + present[pair[1]]) * (1 + self._times_together(*pair)))

    def _times_together(self, one: Entity, other: Entity) -> int:
        """In how many of the last sentences two entities have come up together."""
        return sum(one in bucket and other in bucket for bucket in self._by_sentence.values())

    def one_of_two(self, head: Token) -> Entity | None:
        """Whom "the former" or "the latter" means, None where the sentence before has named other than two."""
        if not any(child.lower_ == "the" for child in head.children):
            return None
        sentence = self._sentences[head.i] - 1
        firsts = {
            min(each.token for each in entity.occurrences if each.sentence == sentence): entity
            for entity in self._by_sentence.get(sentence, {})
            if entity.mention.named
        }
        if len(firsts) != 2:
            return None
        return firsts[min(firsts) if head.lower_ == "former" else max(firsts)]

    def present(self, here: Occurrence) -> list[Entity]:
        """The entities that have come up in the last sentences, in the order of the text."""
        found: dict[Entity, None] = {}
        for sentence in range(here.sentence - SENTENCES_REMEMBERED, here.sentence + 1):
            found.update(self._by_sentence.get(sentence, {}))
        return list(found)

    def known_at(self, token: int) -> Entity | None:
        """Whom a token means, also ahead of where the reading has come to."""
        mention = self._mention_at.get(token)
        return self.entity_of(mention) if mention is not None else self._entity_at.get(token)

    def add(self, entity: Entity) -> None:
        """Takes a new entity in."""
        self.entities.append(entity)

    def refer(self, token: Token, entity: Entity) -> None:
        """Notes whom a token means."""
        self._entity_at[token.i] = entity

    def refer_to_sides(self, token: Token) -> None:
        """Notes the two whom a token means."""
        self._sides_at[token.i] = self.sides(token)

    def occur(self, entity: Entity, head: Token) -> None:
        """Notes that an entity has come up at that word."""
        occurrence = self.place_of(head, prominence(head) * (QUOTED_FACTOR if self.quoted[head.i] else 1.0))
        entity.occurrences.append(occurrence)
        self._by_sentence.setdefault(occurrence.sentence, {})[entity] = None
        if speaks(head):
            entity.has_spoken = True
            if entity.mention.kind == "Organization":
                self.last_spokesbody = entity

    def merge(self, described: Entity, named: Entity) -> None:
        """Makes a described entity one with a named one."""
        named.describe(described.nouns)
        named.countries |= described.countries
        named.occurrences = sorted((*named.occurrences, *described.occurrences), key=lambda each: each.token)
        for occurrence in described.occurrences:
            bucket = self._by_sentence[occurrence.sentence]
            bucket.pop(described, None)
            bucket[named] = None
        for token, entity in self._entity_at.items():
            if entity is described:
                self._entity_at[token] = named
        self.entities.remove(described)

    def starts_paragraph(self, token: Token) -> bool:
        """Whether a phrase opens its paragraph."""
        first = token.left_edge.i
        return first == 0 or self._paragraphs[first - 1] != self._paragraphs[token.i]


def _is_bare_police(head: Token) -> bool:
    """Whether "police" stands alone, which is said of those who have come up."""
    return head.lower_ == "police" and not any(child.i < head.i and child.dep_ != "advmod" for child in head.children)


def _is_country(toponym: Toponym, registry: Registry) -> bool:
    return registry.country_of_seat(toponym.name) is None and registry.find(toponym.name, "Country") is not None


def _fits_pronoun(entity: Entity, word: str) -> bool:
    family = FAMILY_OF_PRONOUN[word]
    if family in {"male", "female"}:
        return entity.is_person and not entity.plural and entity.gender in {None, family}
    if family == "plural":
        # "They" of a body in the singular is who speaks for it; a platform or a firm merely named is not meant.
        return entity.plural or (not entity.is_person and (entity.mention.kind != "Organization" or entity.has_spoken))
    return not entity.is_person and not entity.plural and entity.mention.kind != "Population"


def _agreement(entity: Entity, word: str, here: Occurrence) -> float:
    """How well number and gender agree where both readings are possible."""
    family = FAMILY_OF_PRONOUN[word]
    if family == "plural":
        return 1.0 if entity.plural or entity.last_was_plural(here) else LOOSE_NUMBER_FACTOR
    if family == "neuter":
        return PLURAL_AS_SINGULAR_FACTOR if entity.last_was_plural(here) else 1.0
    return 1.0 if entity.gender is not None or family == "male" else UNKNOWN_GENDER_FACTOR


def _subjects_beside(head: Token) -> list[Token]:
    """The subject of the verb that a word is the object of: of "the envoy urged both sides to stop" the envoy."""
    verb = head.head
    while verb.pos_ == "ADP" and verb.head != verb:
        verb = verb.head
    if head.dep_ not in {"dobj", "pobj"} or verb.pos_ != "VERB":
        return []
    return [child for child in verb.children if child.dep_ == "nsubj"]


def _is_one_of(entity: Entity, head: Token) -> bool:
    """Whether "both sides" or "both generals" can mean an entity."""
    noun = head.lemma_.lower()
    if noun in {"capital", "country", "government", "nation"}:
        return entity.mention.kind == "Country"
    if noun in {"side", "party", "other", "army", "both"}:
        return entity.mention.kind in {"ArmedGroup", "Country"}
    return noun in entity.nouns
