"""Joins the names of one text that name one actor, and adds the bare surnames that nothing else has found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from graph.names import fold_name
from ingest.extractors.actors.identity import exact_surname, same_given_name, same_organisation, same_person
from ingest.extractors.actors.lexicon import is_title
from ingest.extractors.actors.mentions import Cluster, Mention
from ingest.registry import Registry, RegistryActor

SURNAME_CHARACTERS_MINIMUM = 3


def cluster_mentions(doc: Doc, mentions: Iterable[Mention], registry: Registry) -> list[tuple[Mention, Cluster]]:
    """Each mention with the cluster that it belongs to; full names make clusters first, so that a surname may stand before them."""
    clusters: list[Cluster] = []
    placed: dict[Mention, Cluster] = {}
    ordered = sorted(mentions, key=lambda each: each.start)
    local_names = [
        _surface(doc, each)
        for each in ordered
        if each.kind == "Person" and not each.actors and each.end - each.start > 1
    ]
    for mention in (*(m for m in ordered if not _is_short(m)), *(m for m in ordered if _is_short(m))):
        cluster = _cluster_of(doc, mention, clusters, registry, local_names)
        cluster.names.append(_surface(doc, mention))
        placed[mention] = cluster
    return [(mention, placed[mention]) for mention in ordered]


def bare_surnames(
    doc: Doc, taken: Sequence[bool], clusters: Iterable[Cluster], places: Sequence[bool]
) -> list[Mention]:
    """Capitalised words outside `taken` that end the full name of a person of the text; a place's name needs a title before it."""
    surnames = {
        fold_name(name).rpartition(" ")[2]
        for cluster in clusters
        if cluster.kind == "Person"
        for name in (*cluster.names, *(cluster.actor.names if cluster.actor else ()))
        if " " in fold_name(name)
    }
    found = []
    for token in doc:
        if (
            taken[token.i]
            or not token.text[:1].isupper()
            or len(token) < SURNAME_CHARACTERS_MINIMUM
            or not _may_be_surname(token)
        ):
            continue
        if fold_name(token.text) not in surnames:
            continue
        titled = token.i > 0 and is_title(doc[token.i - 1].text)
        in_place = token.i > 0 and doc[token.i - 1].pos_ == "ADP"
        if titled or not places[token.i] or not in_place:
            found.append(Mention(token.i, token.i + 1, "Person"))
    return found


def _may_be_surname(token: Token) -> bool:
    """Whether the tagger sees a noun, or the word stands where a subject does ("May said")."""
    if token.pos_ in {"PROPN", "NOUN"} or token.dep_ == "nsubj":
        return True
    return token.i + 1 < len(token.doc) and token.nbor().tag_ in {"VBD", "VBZ"}


def _is_short(mention: Mention) -> bool:
    return mention.end - mention.start == 1


def _surface(doc: Doc, mention: Mention) -> str:
    return mention.people or " ".join(doc[mention.start : mention.end].text.split())


def _cluster_of(
    doc: Doc, mention: Mention, clusters: list[Cluster], registry: Registry, local_names: Sequence[str]
) -> Cluster:
    surface = _surface(doc, mention)
    actor = _registered(doc, mention, surface, clusters, registry, local_names)
    if actor is not None:
        kind = "Population" if mention.people else actor.kind
        for cluster in clusters:
            if cluster.actor is actor and cluster.kind == kind:
                return cluster
        cluster = Cluster(kind, [], actor)
    else:
        person = next(
            (
                each
                for each in reversed(clusters)
                if each.kind == "Person" and any(exact_surname(name, surface) for name in each.names)
            ),
            None,
        )
        if person is not None and _is_short(mention):
            return person
        # The one mentioned last before this place, or first after it: clusters stand in the order of their first mention.
        fitting = [cluster for cluster in clusters if cluster.kind == mention.kind and _fits(cluster, mention, surface)]
        exact = [cluster for cluster in fitting if any(exact_surname(name, surface) for name in cluster.names)]
        if fitting:
            return (exact or fitting)[-1]
        cluster = Cluster(mention.kind, [])
    clusters.append(cluster)
    return cluster


def _registered(
    doc: Doc,
    mention: Mention,
    surface: str,
    clusters: Sequence[Cluster],
    registry: Registry,
    local_names: Sequence[str],
) -> RegistryActor | None:
    """The registry's actor whom a mention names, None for one that only the text knows."""
    in_text = [cluster.actor for cluster in clusters if cluster.actor is not None and cluster.kind != "Population"]
    if mention.actors:
        for actor in in_text:
            if actor in mention.actors:
                return actor
        if (
            mention.kind == "Person"
            and _is_short(mention)
            and any(exact_surname(name, surface) for name in local_names)
        ):
            return None
        return mention.actors[0]
    if mention.kind != "Person":
        return None
    if not _is_short(mention):
        found = registry.candidates(surface, "Person")
        if not found:
            # The given name of one whom that surname is a known spelling of.
            found = tuple(
                actor
                for actor in registry.candidates(surface.split()[-1], "Person")
                if same_given_name(actor.name, surface)
            )
            return found[0] if len(found) == 1 else None
        return found[0] if len(found) == 1 and same_person(found[0].name, surface) else None
    if any(exact_surname(name, surface) for name in local_names):
        return None
    for actor in reversed(in_text):
        if actor.kind == "Person" and exact_surname(actor.name, surface):
            return actor
    titled = mention.start > 0 and is_title(doc[mention.start - 1].text)
    found = registry.persons_of_surname(surface)
    return found[0] if titled and len(found) == 1 else None


def _fits(cluster: Cluster, mention: Mention, surface: str) -> bool:
    names = [*cluster.names, *(cluster.actor.names if cluster.actor is not None else ())]
    same = same_person if mention.kind == "Person" else same_organisation
    if any(fold_name(name) == fold_name(surface) or same(name, surface) for name in names):
        return True
    if mention.kind != "Person" or not _is_short(mention):
        return mention.kind == "Person" and any(same_person(surface, name) for name in cluster.names)
    # A bare given name of a person of this text ("Olha said").
    return any(fold_name(name).split()[0] == fold_name(surface) for name in cluster.names if " " in name)
