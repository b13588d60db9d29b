"""Whether a description ("the Ukrainian leader", "the ministry") fits an actor: by its noun, its nationality and its kind."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from graph.names import fold_name
from ingest.extractors.actors.lexicon import (
    family_of,
    is_calendar_name,
    is_collective,
    is_person_noun,
    is_platform,
    is_portfolio,
    noun_classes,
    noun_gender,
)
from ingest.registry import Registry
from ingest.resolution.entities import Entity
from ingest.resolution.grammar import is_age

# How well a noun fits: the very word, a word that it generalises, any actor of its kind.
SAME_NOUN = 3.0
FAMILY = 2.0
SAME_KIND = 0.5
SAME_COUNTRY = 1.0
# One of its adjectives is known to go with the actor, too: more than any difference in presence.
MODIFIER_SHARE = 1.0

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "both"})
_GENERAL_GROUPS = frozenset(
    {"agency", "body", "company", "faction", "firm", "force", "group", "militants", "militia", "movement", "organisation",
     "organization", "outfit", "paramilitaries", "rebels"}
)  # fmt: skip
_GENERAL_TANKS = frozenset({"tank", "think-tank", "institute", "institution", "centre", "center"})
_PARENTS = frozenset({"father", "grandfather", "grandmother", "mother", "parent"})
_GENERAL_COUNTRIES = frozenset({"country", "nation", "state", "kingdom", "republic"})


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase that describes an actor. `restricted` tells that a phrase behind the noun says which one ("of his unit");
    `names` are the capitalised words before it ("Wagner"), `modifiers` the small ones ("interior" of a minister).
    `anybody` tells that it may take up any person ("the 34-year-old", "the mother of two")."""

    noun: str
    word: str
    definite: bool
    plural: bool
    restricted: bool
    countries: frozenset[str]
    names: frozenset[str]
    modifiers: frozenset[str]
    anybody: bool = False


def describes(head: Token, registry: Registry) -> Description:
    """What a noun phrase tells of the actor it stands for."""
    determiners = {child.lower_ for child in head.children if child.dep_ in {"det", "poss", "predet"}}
    countries: set[str] = set()
    names: set[str] = set()
    for child in head.children:
        if child.i < head.i and child.dep_ in {"amod", "compound", "nmod", "poss"}:
            country = registry.country_of_adjective(child.text) if child.text[:1].isupper() else None
            if country is None and child.text[:1].isupper():
                country = registry.country_of_seat(child.text) or registry.find(child.text, "Country")
            if country is not None and country.country is not None:
                countries.add(country.country)
            elif (
                (child.pos_ == "PROPN" or child.ent_type_)
                and child.text[:1].isupper()
                and not is_calendar_name(child.text)
                and not is_platform(child.text)
            ):
                names.add(fold_name(child.text))
    # "Peru's leader" is one as "the Peruvian leader" is.
    owned = bool(countries) and any(child.dep_ == "poss" for child in head.children)
    restricted = any(child.i == head.i + 1 and _restricts(child) for child in head.children)
    family = head.lemma_.lower() in _PARENTS and any(
        child.lower_ == "of" and any(each.pos_ == "NUM" for each in child.children) for child in head.rights
    )
    return Description(
        noun=head.lemma_.lower(),
        word=head.lower_,
        definite=owned or not determiners.isdisjoint(_DEFINITE),
        plural=head.tag_ in {"NNS", "NNPS"} or is_collective(head.lower_),
        restricted=restricted and not family,
        countries=frozenset(countries),
        names=frozenset(names),
        modifiers=frozenset(
            child.lower_ for child in head.lefts if child.dep_ in {"amod", "compound", "nmod"} and child.is_lower
        ),
        anybody=family or is_age(head),
    )


def _restricts(child: Token) -> bool:
    """Whether a phrase right behind a noun says which one is meant; "of doing so" belongs to the verb."""
    if child.dep_ == "prep":
        return any(grandchild.dep_ == "pobj" for grandchild in child.children)
    return child.dep_ in {"acl", "relcl"}


def takes_up(description: Description, entity: Entity) -> float:
    """How well a description fits an actor that has come up; 0 where it does not, as for one that says itself which it is."""
    return 0.0 if description.restricted else fits(description, entity)


def fits(description: Description, entity: Entity) -> float:
    """How well the noun, nationality and names of a description fit an actor; 0 where they do not."""
    if description.countries and entity.countries and description.countries.isdisjoint(entity.countries):
        return 0.0
    if description.countries and not entity.countries:
        return 0.0
    if not description.names <= entity.nouns:
        return 0.0
    score = _noun_fit(description, entity)
    if score and description.countries:
        score += SAME_COUNTRY
    return score


def _noun_fit(description: Description, entity: Entity) -> float:
    noun, word = description.noun, description.word
    if description.anybody:
        fits_gender = entity.gender is None or noun_gender(noun) in {None, entity.gender}
        return SAME_KIND if entity.is_person and entity.mention.named and fits_gender else 0.0
    person = is_person_noun(noun)
    if person and not description.plural:
        if not entity.is_person or (noun_gender(noun) not in {None, entity.gender} and entity.gender is not None):
            return 0.0
        if _other_portfolio(description, entity):
            return 0.0
        told = MODIFIER_SHARE if not description.modifiers.isdisjoint(entity.nouns) else 0.0
        if noun in entity.nouns:
            return SAME_NOUN + told
        if not family_of(noun).isdisjoint(entity.nouns):
            return FAMILY + told
        return 0.0
    if entity.is_person:
        return 0.0
    if noun in entity.nouns or word in entity.nouns:
        return SAME_NOUN if entity.plural == description.plural or not entity.plural else 0.0
    if not family_of(noun).isdisjoint(entity.nouns) or not family_of(word).isdisjoint(entity.nouns):
        return FAMILY if not entity.plural or description.plural else 0.0
    return _kind_fit(noun, word, entity)


def _other_portfolio(description: Description, entity: Entity) -> bool:
    """Whether "the interior minister" cannot be one whom the text calls foreign minister; what the registry knows may be out of date."""
    if entity.mention.actor_id is not None:
        return False
    meant = {word for word in description.modifiers if is_portfolio(word)}
    return bool(meant) and meant.isdisjoint(entity.nouns) and any(map(is_portfolio, entity.nouns))


def _kind_fit(noun: str, word: str, entity: Entity) -> float:
    kind = entity.mention.kind
    if noun in _GENERAL_COUNTRIES:
        return SAME_KIND if kind == "Country" else 0.0
    if noun in _GENERAL_TANKS or "outlet" in noun_classes(noun):
        return 0.0
    if (noun in _GENERAL_GROUPS or word in _GENERAL_GROUPS) and entity.mention.named:
        if "armed" in noun_classes(noun) | noun_classes(word):
            return SAME_KIND if kind == "ArmedGroup" else 0.0
        return SAME_KIND if kind in {"Organization", "ArmedGroup"} else 0.0
    return 0.0
