"""Finds the actors that a text names: persons, organisations, countries, armed groups and peoples, one identity for each."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from ingest.annotations import ActorKind, ActorMention, Span, Toponym
from ingest.extractors.actors.acronyms import find_spelled_out
from ingest.extractors.actors.clustering import bare_surnames, cluster_mentions
from ingest.extractors.actors.countries import find_countries
from ingest.extractors.actors.known import find_known, stands_for_place
from ingest.extractors.actors.lexicon import is_organisation_word
from ingest.extractors.actors.longer import opens_longer_name
from ingest.extractors.actors.mentions import Cluster, Mention
from ingest.extractors.actors.national import in_their_country
from ingest.extractors.actors.roles import role_before, role_behind
from ingest.extractors.actors.unknown import find_unknown
from ingest.extractors.actors.words import folded_words
from ingest.registry import Registry

__all__ = ["extract_actors"]


def extract_actors(
    doc: Doc, text: str, toponyms: Sequence[Toponym], registry: Registry, boilerplate: Sequence[Span] = ()
) -> tuple[ActorMention, ...]:
    """The actors named in a text, in its order, none overlapping another; nothing in `boilerplate` is one.

    A country's name is an actor unless it tells where ("in Ukraine"); a capital is one where its toponym is a metonym. A country's
    forces ("Russian troops") stand for the country. Mentions of one actor share name, kind and id.
    """
    taken = _covered_tokens(doc, boilerplate)
    mentions: list[Mention] = []

    def take(mention: Mention) -> None:
        if not any(taken[mention.start : mention.end]):
            taken[mention.start : mention.end] = [True] * (mention.end - mention.start)
            mentions.append(mention)

    known = list(find_known(doc, folded_words(doc), registry))
    for found in known:
        if found.end - found.start > 1 and found.actors[0].kind != "Country":
            take(Mention(found.start, found.end, found.actors[0].kind, found.actors))
    for spelled in find_spelled_out(doc):
        take(Mention(spelled.start, spelled.end, spelled.kind))
    places = _covered_tokens(doc, [toponym.span for toponym in toponyms])
    for name in find_unknown(doc, [known or place for known, place in zip(taken, places, strict=True)], registry):
        if name.kind == "Person" and name.end - name.start > 1:
            take(Mention(name.start, name.end, name.kind))
    for country in find_countries(doc, toponyms, registry):
        kind: ActorKind = "Population" if country.people else "Country"
        take(Mention(country.start, country.end, kind, (country.country,), people=country.people))
    for found in known:
        # "Ukraine said", "Brussels said"; "in Ukraine" and "in Brussels" are places.
        if (
            found.actors[0].kind == "Country"
            and not places[found.start]
            and opens_longer_name(doc, found.end, registry)
        ):
            continue
        is_place = found.actors[0].kind == "Country" or places[found.start]
        if not is_place or not stands_for_place(doc, found.start):
            take(Mention(found.start, found.end, found.actors[0].kind, found.actors))
    for mention in mentions:
        if mention.kind == "Person":
            # "US Secretary of State": its words are nobody's name.
            start, _ = role_before(doc, mention.start)
            body = _bodies_inside(doc, start, mention.start)
            taken[start : mention.start] = [
                known or not inside for known, inside in zip(taken[start : mention.start], body, strict=True)
            ]
    for name in find_unknown(doc, [known or place for known, place in zip(taken, places, strict=True)], registry):
        take(Mention(name.start, name.end, name.kind))
    clusters = {id(cluster): cluster for _, cluster in cluster_mentions(doc, text, mentions, registry)}
    for mention in bare_surnames(doc, taken, clusters.values(), places):
        take(mention)
    found_actors = [
        _annotated(doc, mention, cluster) for mention, cluster in cluster_mentions(doc, text, mentions, registry)
    ]
    return in_their_country(found_actors, toponyms, registry)


def _bodies_inside(doc: Doc, start: int, end: int) -> list[bool]:
    """For each token of a title whether it is part of the name of a body that the bearer belongs to: "Freedom Movement leader N"."""
    inside = [False] * (end - start)
    last = end
    while last > start:
        first = last - 1
        while first > start and doc[first].ent_iob_ == "I":
            first -= 1
        named = doc[first].ent_type_ == "ORG" and last - first > 1
        if named and doc[last - 1].is_title and is_organisation_word(doc[last - 1].text):
            inside[first - start : last - start] = [True] * (last - first)
        last = first
    return inside


def _annotated(doc: Doc, mention: Mention, cluster: Cluster) -> ActorMention:
    named = doc[mention.start : mention.end]
    role = None
    if cluster.kind == "Person":
        _, role = role_before(doc, mention.start)
        role = role or role_behind(doc, mention.end)
    return ActorMention(
        span=Span(named.start_char, named.end_char),
        name=cluster.fullest,
        kind=cluster.kind,
        actor_id=cluster.actor.id if cluster.actor is not None and cluster.kind != "Population" else None,
        role=role,
    )


def _covered_tokens(doc: Doc, spans: Sequence[Span]) -> list[bool]:
    """For each token whether one of the spans covers it, if only in part."""
    covered = [False] * len(doc)
    for span in spans:
        tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
        if tokens is not None:
            covered[tokens.start : tokens.end] = [True] * len(tokens)
    return covered
