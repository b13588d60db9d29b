"""Who is meant by what is theirs: a channel or an update, a group's fighters, a person's office, a country's air force."""

from __future__ import annotations

from spacy.tokens import Token

from ingest.annotations import ActorMention, Span
from ingest.extractors.actors.lexicon import is_force, is_platform, noun_classes
from ingest.registry import RegistryActor
from ingest.resolution.descriptions import describes
from ingest.resolution.entities import Entity
from ingest.resolution.grammar import is_speech_verb
from ingest.resolution.offices import office_of_person
from ingest.resolution.scene import Scene

_IRREGULARS = frozenset({"fighters", "gunmen", "insurgents", "militants", "militiamen", "paramilitaries", "rebels"})
_REGULARS = frozenset({"soldiers", "troops"})
_ARMY = frozenset({"army", "military"})
_GIVERS = frozenset({"by", "from", "of"})


def owner_meant(scene: Scene, token: Token) -> Entity | None:
    """Who is meant by what is theirs: a channel, report or update; a group's fighters; a person's office."""
    classes = noun_classes(token.lemma_)
    issuer = _issuer(scene, token) if "medium" in classes else None
    if issuer is not None:
        issuer.describe([token.lemma_.lower()])
        return issuer
    for child in token.children:
        if child.dep_ in {"poss", "compound", "nmod"}:
            owner = scene.entity_at(child.i)
        elif (
            child.dep_ == "prep"
            and child.lower_ in _GIVERS
            and (token.lemma_ in {"channel", "office"} or "medium" in classes)
        ):
            owner = next(
                (scene.known_at(grandchild.i) for grandchild in child.children if grandchild.dep_ == "pobj"), None
            )
        else:
            continue
        if owner is None or (child.dep_ != "poss" and is_platform(child.text)):
            continue
        if "outlet" in classes and owner.mention.kind == "Country":
            # "the country's state broadcaster"
            return None
        if not classes.isdisjoint({"medium", "outlet"}):
            owner = _voice_of(scene, owner)
            owner.describe([token.lemma_.lower()])
            return owner
        if is_force(token.lower_):
            return owner if owner.mention.kind in {"ArmedGroup", "Country"} else _forces_of(scene, owner)
        if token.lemma_ in {"office", "press", "presidency"} and owner.is_person and owner.mention.named:
            return scene.entity_of(office_of_person(owner.mention, scene.registry))
    if (
        "medium" in classes
        and token.dep_ == "nsubj"
        and describes(token, scene.registry).definite
        and scene.antecedent(token) is None
    ):
        # "the update read": of whoever has just been heard.
        return scene.last_spokesbody
    return None


def body_of(scene: Scene, title: Token) -> Entity | None:
    """Whom the bearer of a title speaks for or belongs to: "the army's spokesman", "its founder", "a commander of N"."""
    for child in title.children:
        found = None
        if child.dep_ in {"poss", "compound", "nmod"}:
            found = scene.known_at(child.i)
        elif child.dep_ == "prep" and child.lower_ in {"for", "of", "with"}:
            found = next((scene.known_at(each.i) for each in child.children if each.dep_ == "pobj"), None)
        if found is not None and not found.is_person:
            return found
    return None


def _voice_of(scene: Scene, owner: Entity) -> Entity:
    """Who speaks through "the country's update": the body of that country that has just been heard, else the country."""
    last = scene.last_spokesbody
    if owner.mention.kind == "Country" and last is not None and not owner.countries.isdisjoint(last.countries):
        return last
    return owner


def _issuer(scene: Scene, token: Token) -> Entity | None:
    """Who speaks through a medium: "the ministry said in a daily update"."""
    preposition = token.head
    if (
        token.dep_ != "pobj"
        or preposition.lower_ not in {"in", "on", "via", "through"}
        or preposition.head.pos_ != "VERB"
    ):
        return None
    subjects = [child for child in preposition.head.children if child.dep_ == "nsubj"]
    if not subjects or not is_speech_verb(preposition.head.lemma_):
        return None
    ahead = scene.mention_at(subjects[0].i)
    return scene.entity_of(ahead) if ahead is not None else scene.entity_at(subjects[0].i)


def _forces_of(scene: Scene, owner: Entity) -> Entity | None:
    """The armed group or country whose fighters "his men" are, as the registry knows it."""
    if owner.mention.actor_id is None:
        return None
    known = scene.registry.actor(owner.mention.actor_id)
    if known.kind != "Person":
        country = scene.registry.country(known.country)
        return scene.entity_of(_mention_of(country)) if country is not None else None
    for role in known.roles:
        group = scene.registry.actor(role.of)
        if group.kind == "ArmedGroup":
            return scene.entity_of(_mention_of(group))
    return None


def side_meant(scene: Scene, token: Token) -> Entity | None:
    """Whose bare "fighters" or "soldiers" are: of the only armed group, or the only army, that the text has named so far."""
    noun = token.lower_
    if noun not in _IRREGULARS | _REGULARS or any(
        child.i < token.i and child.lower_ != "the" for child in token.children
    ):
        return None
    groups = [
        entity
        for entity in scene.present(scene.place_of(token))
        if entity.mention.kind == "ArmedGroup"
        and entity.mention.named
        and (entity.nouns >= _ARMY) == (noun in _REGULARS)
    ]
    return groups[0] if len(groups) == 1 else None


def office_meant(scene: Scene, token: Token) -> Entity | None:
    """What "the air force" is in the country where the text plays, or in the country that the description names."""
    description = describes(token, scene.registry)
    country = scene.country
    owner = _owning_country(scene, token)
    if description.countries:
        country = scene.registry.country(min(description.countries))
    elif owner is not None:
        country = owner
    bare = [
        child.text
        for child in token.lefts
        if child.dep_ in {"compound", "amod"}
        and child.tag_ != "VBN"
        and scene.registry.country_of_adjective(child.text) is None
    ]
    # "the Ministry of Health": what it is concerned with belongs to its name.
    concern = _concern(token) if owner is None else ""
    for words in (bare, bare[-1:], []):
        phrase = " ".join([*words, token.text]) + concern
        if (
            country is not None
            and (description.definite or description.countries or owner is not None)
            and (owner is not None or concern or not description.restricted)
        ):
            office = scene.registry.office(phrase, country)
            if office is not None and (words or len(bare) == 0):
                return scene.entity_of(_mention_of(office))
    return None


def _owning_country(scene: Scene, token: Token) -> RegistryActor | None:
    """The country that "the country's foreign ministry" is of: the one that has come up, else the one where the text plays; or that a seat
    behind the noun stands for ("the government in Kabul")."""
    for child in token.children:
        if child.dep_ == "poss" and "country" in noun_classes(child.lemma_):
            entity = scene.entity_at(child.i)
            if entity is None or entity.mention.kind != "Country" or entity.mention.actor_id is None:
                return scene.country
            return scene.registry.actor(entity.mention.actor_id)
        if child.dep_ == "prep" and child.lower_ == "in" and child.i == token.i + 1:
            seats = [scene.registry.country_of_seat(each.text) for each in child.children if each.dep_ == "pobj"]
            if seats and seats[0] is not None:
                return seats[0]
        if child.dep_ == "prep" and child.lower_ == "of" and child.i == token.i + 1:
            # "the Supreme Court of the Republic of Ghana"
            words = [each.text for each in child.subtree if each.i > child.i and each.dep_ != "det"]
            country = scene.registry.find(" ".join(words), "Country")
            if country is not None:
                return country
    return None


def _concern(token: Token) -> str:
    """The words from "of" on that name what a body deals with; "" where there are none."""
    of = next((child for child in token.rights if child.lower_ == "of" and child.i == token.i + 1), None)
    noun = next((child for child in of.rights if child.dep_ == "pobj"), None) if of is not None else None
    if of is None or noun is None:
        return ""
    return " " + " ".join(each.text for each in token.doc[of.i : noun.i + 1])


def _mention_of(actor: RegistryActor) -> ActorMention:
    return ActorMention(Span(0, 0), actor.name, actor.kind, actor.id, form="description")
