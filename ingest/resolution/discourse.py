"""Reads a text once from its start and tells, for every pronoun and description of an actor, whom it takes up again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Doc, Token

from ingest.annotations import ActorKind, ActorMention, Toponym
from ingest.annotations import Span as Characters
from ingest.extractors.actors.lexicon import is_force, noun_classes, noun_gender
from ingest.registry import Registry, RegistryActor, load_registry
from ingest.resolution.descriptions import SAME_KIND, describes, fits, takes_up
from ingest.resolution.entities import Entity, Occurrence, named_entity
from ingest.resolution.grammar import (
    FAMILY_OF_PRONOUN,
    SPEECH_LEMMAS,
    described_kind,
    following_subject,
    governing_subjects,
    is_expletive,
    is_plural,
    phrase_of,
    prominence,
)
from ingest.resolution.offices import office_of_person
from ingest.resolution.regions import paragraph_numbers, quoted_tokens, sentence_numbers

# What a quoted person talks of is seldom what the narrator's next "he" means.
QUOTED_FACTOR = 0.3
# Below this nothing in the text is present enough to be meant by a pronoun.
SALIENCE_MINIMUM = 0.02
# "The ministry said its …": the subject of the clause around is meant before anybody else.
GOVERNOR_BONUS = 1.0
# Who is said to go on speaking has spoken before.
UNHEARD_FACTOR = 0.4
# A country is where a text plays when at least this share of its names of countries and places are of it.
DOMINANT_SHARE = 0.5
DOMINANT_COUNT = 2
# Headline, byline and lead describe ("a commander") whom the next paragraphs name.
LEAD_PARAGRAPHS = 3
NAMED_WITHIN_PARAGRAPHS = 6

_HEADS = frozenset({"NOUN", "ADJ", "PROPN"})
_MODIFIERS = frozenset({"poss", "compound", "amod", "nmod"})
_SIDES = frozenset({"side", "sides", "party", "parties", "armies", "generals"})
_HEADS_OF_GROUPS = frozenset({"boss", "chief", "commander", "founder", "head", "leader"})
_SEVERAL = frozenset({"both", "each", "two", "either", "warring", "rival"})
_NAMING = frozenset(
    "name named called sign callsign nickname nicknamed himself herself themselves only identified".split()
)
_GIVERS = frozenset({"by", "from", "of"})


class Discourse:
    """The entities of a text, and the one that each of its mentions, pronouns and descriptions stands for."""

    def __init__(
        self, doc: Doc, text: str, actors: Sequence[ActorMention], toponyms: Sequence[Toponym], registry: Registry
    ) -> None:
        self.doc = doc
        self.text = text
        self.registry = registry
        self.entities: list[Entity] = []
        self.quoted = quoted_tokens(doc, text)
        self._sentences = sentence_numbers(doc)
        self._paragraphs = paragraph_numbers(doc)
        self._entity_by_key: dict[tuple[str, str, str | None], Entity] = {}
        self._mention_at: dict[int, ActorMention] = {}
        self._entity_at: dict[int, Entity] = {}
        self._sides_at: dict[int, tuple[Entity, ...]] = {}
        self._name_ends: dict[int, int] = {}
        for actor in actors:
            span = doc.char_span(actor.span.start, actor.span.end, alignment_mode="expand")
            if span is not None and len(span):
                self._name_ends[span.start] = span.end
                for token in span:
                    self._mention_at[token.i] = actor
        self._last_spokesbody: Entity | None = None
        self.country = _dominant_country(actors, toponyms, registry)
        self._read()
        self._name_the_lead()

    def mention_at(self, token: int) -> ActorMention | None:
        """The named mention that covers a token."""
        return self._mention_at.get(token)

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

    def pronoun(self, token: Token, excluded: Entity | None = None) -> Entity | None:
        """Whom a pronoun of the third person means, None where nothing that fits is present."""
        word = token.lower_
        if word not in FAMILY_OF_PRONOUN:
            return None
        forward = following_subject(token)
        ahead = self._mention_at.get(forward.i) if forward is not None else None
        if ahead is not None and _fits_pronoun(self.entity_of(ahead), word):
            return self.entity_of(ahead)
        here = self.place_of(token)
        governors = [self._entity_at.get(subject.i) for subject in governing_subjects(token)]
        best, best_score = None, SALIENCE_MINIMUM
        for entity in self.entities:
            if entity is excluded or not _fits_pronoun(entity, word):
                continue
            score = entity.salience(here) * _agreement(entity, word, here)
            if entity in governors and not self.quoted[token.i]:
                score += GOVERNOR_BONUS / (1 + governors.index(entity))
            if _speaks(token) and not entity.is_person:
                score *= 1.0 if entity.has_spoken else UNHEARD_FACTOR
            if score > best_score:
                best, best_score = entity, score
        return best

    def antecedent(self, head: Token, excluded: Entity | None = None) -> Entity | None:
        """Whom a definite description ("the commander") takes up again, None where it introduces somebody."""
        description = describes(head, self.registry)
        if not description.definite:
            return None
        here = self.place_of(head)
        # Who speaks does not describe himself: "the army said that the rebels …".
        others = {excluded, *(self._entity_at.get(subject.i) for subject in governing_subjects(head))}
        best, best_score = None, 0.0
        for entity in self.entities:
            fit = takes_up(description, entity) if entity not in others else 0.0
            present = entity.salience(here) if fit else 0.0
            if fit and present and fit + min(1.0, present) > best_score:
                best, best_score = entity, fit + min(1.0, present)
        return best

    def sides(self, head: Token) -> tuple[Entity, ...]:
        """The two parties that are most present: armed groups and countries, or the two whom the noun fits ("both generals")."""
        here = self.place_of(head)
        fitting = [entity for entity in self.entities if entity.mention.named and _is_one_of(entity, head)]
        groups = [entity for entity in fitting if entity.mention.kind == "ArmedGroup" and entity.salience(here) > 0]
        fitting = groups if len(groups) > 1 else fitting
        present = sorted(
            ((entity.salience(here), index) for index, entity in enumerate(fitting)),
            key=lambda pair: (-pair[0], pair[1]),
        )
        return tuple(fitting[index] for salience, index in present[:2] if salience > 0)

    def _read(self) -> None:
        for token in self.doc:
            if token.i in self._name_ends:
                self._read_name(token.i, self._name_ends[token.i])
            elif token.i in self._mention_at:
                continue
            elif token.lower_ in FAMILY_OF_PRONOUN:
                entity = None if is_expletive(token) else self.pronoun(token)
                if entity is not None:
                    self._set(token, entity, occurs=not self.quoted[token.i])
            elif (token.lower_ in _SIDES and _is_several(token)) or (
                token.lower_ == "other" and token.i and self.doc[token.i - 1].lower_ in {"each", "the"}
            ):
                self._sides_at[token.i] = self.sides(token)
            elif token.pos_ in _HEADS and token.dep_ == "poss":
                entity = self.antecedent(token) if described_kind(token) is not None else None
                if entity is not None:
                    self._set(token, entity, occurs=True)
            elif token.pos_ in _HEADS and token.dep_ not in _MODIFIERS:
                self._read_description(token)

    def _read_name(self, start: int, end: int) -> None:
        mention = self._mention_at[start]
        entity = self.entity_of(mention)
        head = self.doc[start:end].root
        if mention.role is not None:
            entity.describe(_words(mention.role))
        for child in head.children:
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
            self._merge(before, entity)
        for token in self.doc[start:end]:
            self._entity_at[token.i] = entity
        self._occur(entity, head)
        entity.named_at = entity.named_at or entity.occurrences[-1]

    def _read_description(self, token: Token) -> None:
        kind = described_kind(token)
        if kind is None:
            beside = self._named_apposition(token)
            if beside is not None:
                self._set(token, beside, occurs=True)
            return
        entity = self._named_beside(token)
        if entity is not None:
            entity.describe([token.lemma_.lower()])
            entity.countries.update(describes(token, self.registry).countries)
        else:
            entity = self._owner_meant(token) or self.antecedent(token) or self._office(token)
        if entity is None:
            if token.dep_ == "appos" or (
                "medium" in noun_classes(token.lemma_) and token.dep_ != "nsubj" and not _is_source(token)
            ):
                return
            entity = self._described(token, kind)
        self._set(token, entity, occurs=True)

    def _named_beside(self, token: Token) -> Entity | None:
        """The named actor that a description stands beside: "its founder, N", "N, an analyst", "the think tank N", "N is a nurse"."""
        for other in self._beside(token):
            mention = self._mention_at.get(other)
            if (
                mention is not None
                and mention.kind not in {"Country", "Population"}
                and _same_sort(described_kind(token), mention.kind)
            ):
                return self.entity_of(mention)
        return None

    def _named_apposition(self, token: Token) -> Entity | None:
        """The person whom any noun introduces: "his rival, N"."""
        for child in token.children:
            mention = self._mention_at.get(child.i)
            if child.dep_ == "appos" and mention is not None and mention.kind == "Person":
                return self.entity_of(mention)
        return None

    def _self_named(self, token: Token) -> Iterator[int]:
        """The name that a described person goes by: "a soldier who introduced himself as N", "a sergeant with the call sign N"."""
        if is_plural(token):
            return
        for each in token.subtree:
            if each.i > token.i and each.i in self._name_ends and self._mention_at[each.i].kind == "Person":
                before = [self.doc[index].lower_ for index in range(max(token.i, each.i - 3), each.i)]
                if not _NAMING.isdisjoint(before):
                    yield each.i

    def _beside(self, token: Token) -> Iterator[int]:
        doc = self.doc
        yield from (child.i for child in token.children if child.dep_ == "appos")
        if token.dep_ == "appos":
            yield token.head.i
        if token.dep_ == "attr":
            yield from (child.i for child in token.head.children if child.dep_ == "nsubj")
        if token.i + 1 in self._name_ends and not is_plural(token):
            yield token.i + 1
        yield from self._self_named(token)
        # "the head of the administration, N, said": the parser often hangs N elsewhere.
        end = phrase_of(token).end
        if end + 1 < len(doc) and doc[end].text == "," and end + 1 in self._name_ends:
            after = self._name_ends[end + 1]
            if after < len(doc) and doc[after].text in {",", ".", ")"}:
                yield end + 1

    def _owner_meant(self, token: Token) -> Entity | None:
        """Who is meant by what is theirs: a channel, report or update; a group's fighters; a person's office."""
        classes = noun_classes(token.lemma_)
        issuer = self._issuer(token) if "medium" in classes else None
        if issuer is not None:
            issuer.describe([token.lemma_.lower()])
            return issuer
        for child in token.children:
            if child.dep_ in {"poss", "compound", "nmod"}:
                owner = self._entity_at.get(child.i)
            elif child.dep_ == "prep" and child.lower_ in _GIVERS and ("medium" in classes or token.lemma_ == "office"):
                owner = next(
                    (self._known_at(grandchild.i) for grandchild in child.children if grandchild.dep_ == "pobj"), None
                )
            else:
                continue
            if owner is None:
                continue
            if not classes.isdisjoint({"medium", "outlet"}):
                owner = self._voice_of(owner)
                owner.describe([token.lemma_.lower()])
                return owner
            if is_force(token.lower_):
                return owner if owner.mention.kind in {"ArmedGroup", "Country"} else self._forces_of(owner)
            if token.lemma_ in {"office", "press", "presidency"} and owner.is_person and owner.mention.named:
                return self.entity_of(office_of_person(owner.mention, self.registry))
        if (
            "medium" in classes
            and token.dep_ == "nsubj"
            and describes(token, self.registry).definite
            and self.antecedent(token) is None
        ):
            # "the update read": of whoever has just been heard.
            return self._last_spokesbody
        return None

    def _known_at(self, token: int) -> Entity | None:
        """Whom a token means, also ahead of where the reading has come to."""
        mention = self._mention_at.get(token)
        return self.entity_of(mention) if mention is not None else self._entity_at.get(token)

    def _voice_of(self, owner: Entity) -> Entity:
        """Who speaks through "the country's update": the body of that country that has just been heard, else the country."""
        last = self._last_spokesbody
        if owner.mention.kind == "Country" and last is not None and not owner.countries.isdisjoint(last.countries):
            return last
        return owner

    def _issuer(self, token: Token) -> Entity | None:
        """Who speaks through a medium: "the ministry said in a daily update"."""
        preposition = token.head
        if (
            token.dep_ != "pobj"
            or preposition.lower_ not in {"in", "on", "via", "through"}
            or preposition.head.pos_ != "VERB"
        ):
            return None
        subjects = [child for child in preposition.head.children if child.dep_ == "nsubj"]
        if not subjects or preposition.head.lemma_ not in SPEECH_LEMMAS:
            return None
        ahead = self._mention_at.get(subjects[0].i)
        return self.entity_of(ahead) if ahead is not None else self._entity_at.get(subjects[0].i)

    def _forces_of(self, owner: Entity) -> Entity | None:
        """The armed group or country whose fighters "his men" are, as the registry knows it."""
        if owner.mention.actor_id is None:
            return None
        known = self.registry.actor(owner.mention.actor_id)
        if known.kind != "Person":
            country = self.registry.country(known.country)
            return self.entity_of(_mention_of(country)) if country is not None else None
        for role in known.roles:
            group = self.registry.actor(role.of)
            if group.kind == "ArmedGroup":
                return self.entity_of(_mention_of(group))
        return None

    def _office(self, token: Token) -> Entity | None:
        """What "the air force" is in the country where the text plays, or in the country that the description names."""
        description = describes(token, self.registry)
        country = self.country
        if description.countries:
            country = self.registry.country(min(description.countries))
        bare = [
            child.text
            for child in token.lefts
            if child.dep_ in {"compound", "amod"}
            and child.tag_ != "VBN"
            and self.registry.country_of_adjective(child.text) is None
        ]
        for words in (bare, bare[-1:], []):
            phrase = " ".join([*words, token.text])
            if country is not None and (description.definite or description.countries) and not description.restricted:
                office = self.registry.office(phrase, country)
                if office is not None and (words or len(bare) == 0):
                    return self.entity_of(_mention_of(office))
        return None

    def _described(self, head: Token, kind: ActorKind) -> Entity:
        """A new entity for a described actor that the text has not named."""
        phrase = phrase_of(head)
        mention = ActorMention(
            span=Characters(phrase.start_char, phrase.end_char),
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
        self.entities.append(entity)
        return entity

    def _name_the_lead(self) -> None:
        """Gives a person whom headline or lead only describes the name that the next paragraphs give."""
        for described in [
            entity for entity in self.entities if not entity.mention.named and entity.is_person and not entity.plural
        ]:
            first = described.occurrences[0] if described.occurrences else None
            if first is None:
                continue
            of_body = self._holder(self.doc[first.token], described)
            if of_body is not None:
                self._merge(described, of_body)
                continue
            if first.paragraph >= LEAD_PARAGRAPHS:
                continue
            scored = [(self._fit_of_later_name(entity, first), -index) for index, entity in enumerate(self.entities)]
            score, index = max(scored, default=(0.0, 0))
            if score > 0:
                self._merge(described, self.entities[-index])

    def _holder(self, head: Token, described: Entity) -> Entity | None:
        """The person of the text who is known to lead the group that a description names: "the founder of N"."""
        if "leader" not in noun_classes(head.lemma_) and "commander" not in noun_classes(head.lemma_):
            return None
        groups = {
            mention.actor_id
            for token in head.subtree
            if (mention := self._mention_at.get(token.i)) is not None and mention.kind != "Country"
        }
        for entity in self.entities:
            if entity is not described and entity.is_person and entity.mention.actor_id is not None:
                roles = self.registry.actor(entity.mention.actor_id).roles
                if any(role.of in groups for role in roles) and (
                    head.lemma_ in entity.nouns or head.lemma_ in _HEADS_OF_GROUPS
                ):
                    return entity
        return None

    def _fit_of_later_name(self, entity: Entity, first: Occurrence) -> float:
        """How well a person named after that description in the lead fits it, or is the next to speak; 0 for any other."""
        named = entity.named_at
        if (
            named is None
            or not entity.is_person
            or named.token < first.token
            or named.paragraph > first.paragraph + NAMED_WITHIN_PARAGRAPHS
        ):
            return 0.0
        head, subject = self.doc[first.token], self.doc[named.token]
        if entity.gender is not None and noun_gender(head.lemma_) not in {None, entity.gender}:
            return 0.0
        description = describes(head, self.registry)
        if self.country is not None and not entity.countries and description.countries == {self.country.country}:
            description = replace(description, countries=frozenset())
        fit = fits(description, entity)
        if fit > SAME_KIND:
            return fit
        # "… the mayor said." and then, in the next paragraph, "First Last said …" of somebody not introduced.
        introduces_itself = (
            _speaks(head) and _speaks(subject) and entity.mention.role is None and self._starts_paragraph(subject)
        )
        return SAME_KIND if introduces_itself and named.paragraph == first.paragraph + 1 else 0.0

    def _starts_paragraph(self, token: Token) -> bool:
        return all(
            self._paragraphs[index] == self._paragraphs[token.i] for index in range(max(0, token.left_edge.i), token.i)
        ) and (token.left_edge.i == 0 or self._paragraphs[token.left_edge.i - 1] != self._paragraphs[token.i])

    def _merge(self, described: Entity, named: Entity) -> None:
        named.describe(described.nouns)
        named.countries |= described.countries
        named.occurrences = sorted((*named.occurrences, *described.occurrences), key=lambda each: each.token)
        for token, entity in self._entity_at.items():
            if entity is described:
                self._entity_at[token] = named
        self.entities.remove(described)

    def _set(self, token: Token, entity: Entity, *, occurs: bool) -> None:
        self._entity_at[token.i] = entity
        if occurs:
            self._occur(entity, token)

    def _occur(self, entity: Entity, head: Token) -> None:
        weight = prominence(head) * (QUOTED_FACTOR if self.quoted[head.i] else 1.0)
        entity.occurrences.append(self.place_of(head, weight))
        if _speaks(head):
            entity.has_spoken = True
            if entity.mention.kind == "Organization":
                self._last_spokesbody = entity


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


def _mention_of(actor: RegistryActor) -> ActorMention:
    return ActorMention(Characters(0, 0), actor.name, actor.kind, actor.id, form="description")


def _dominant_country(
    actors: Sequence[ActorMention], toponyms: Sequence[Toponym], registry: Registry
) -> RegistryActor | None:
    """The country that most places of a text lie in."""
    counts = Counter(toponym.country for toponym in toponyms if toponym.country is not None and toponym.form == "name")
    if not counts:
        counts = Counter(
            actor.actor_id.removeprefix("country:") for actor in actors if actor.actor_id and actor.kind == "Country"
        )
    if not counts:
        return None
    code, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return registry.country(code) if count >= DOMINANT_COUNT and count >= DOMINANT_SHARE * counts.total() else None


def _fits_pronoun(entity: Entity, word: str) -> bool:
    family = FAMILY_OF_PRONOUN[word]
    if family in {"male", "female"}:
        return entity.is_person and not entity.plural and entity.gender in {None, family}
    if family == "plural":
        return entity.plural or not entity.is_person
    return not entity.is_person and not entity.plural and entity.mention.kind != "Population"


def _agreement(entity: Entity, word: str, here: Occurrence) -> float:
    """How well number and gender agree where both readings are possible."""
    family = FAMILY_OF_PRONOUN[word]
    if family == "plural":
        return 1.0 if entity.plural or entity.last_was_plural(here) else 0.4
    if family == "neuter":
        return 0.5 if entity.last_was_plural(here) else 1.0
    return 1.0 if entity.gender is not None or family == "male" else 0.6


def _is_several(token: Token) -> bool:
    return any(child.lower_ in _SEVERAL for child in token.children if child.i < token.i)


def _is_one_of(entity: Entity, head: Token) -> bool:
    """Whether "both sides" or "both generals" can mean an entity."""
    noun = head.lemma_.lower()
    if noun in {"side", "party", "other", "army"}:
        return entity.mention.kind in {"ArmedGroup", "Country"}
    return noun in entity.nouns


def _speaks(head: Token) -> bool:
    return head.dep_ == "nsubj" and head.head.lemma_ in SPEECH_LEMMAS


def _is_source(token: Token) -> bool:
    """Whether a noun stands after "according to"."""
    return token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.head.lower_ == "according"


def _same_sort(described: ActorKind | None, named: ActorKind) -> bool:
    return (described == "Person") == (named == "Person")


def _without_article(words: str) -> str:
    first, _, rest = words.partition(" ")
    return rest if rest and first.lower() in {"the", "a", "an", "this", "that", "these", "those"} else words


def _words(role: str) -> list[str]:
    return [word.strip(".,;:'\"").removesuffix("'s").lower() for word in role.split()]
