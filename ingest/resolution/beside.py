"""The name beside a description: "its founder, N", "the think tank N", "a soldier who introduced himself as N"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ingest.annotations import ActorKind
from ingest.resolution.entities import Entity
from ingest.resolution.grammar import described_kind, is_plural, phrase_of
from ingest.resolution.scene import Scene

NAMING_DISTANCE_TOKENS = 3

_NAMING = frozenset(
    {
        "call",
        "called",
        "callsign",
        "herself",
        "himself",
        "identified",
        "name",
        "named",
        "nickname",
        "nicknamed",
        "only",
        "sign",
    }
)


def named_beside(scene: Scene, token: Token) -> Entity | None:
    """The named actor that a description stands beside: "its founder, N", "N, an analyst", "the think tank N", "N is a nurse"."""
    for other in _beside(scene, token):
        mention = scene.mention_at(other)
        if (
            mention is not None
            and mention.kind not in {"Country", "Population"}
            and _same_sort(described_kind(token), mention.kind)
        ):
            return scene.entity_of(mention)
    return None


def named_apposition(scene: Scene, token: Token) -> Entity | None:
    """The person whom any noun introduces: "his rival, N"."""
    for child in token.children:
        mention = scene.mention_at(child.i)
        if child.dep_ == "appos" and mention is not None and mention.kind == "Person":
            return scene.entity_of(mention)
    return None


def _self_named(scene: Scene, token: Token) -> Iterator[int]:
    """The name that a described person goes by: "a soldier who introduced himself as N", "a sergeant with the call sign N"."""
    if is_plural(token):
        return
    for each in token.subtree:
        if each.i > token.i and each.i in scene.name_ends and _is_person(scene, each.i):
            before = [scene.doc[index].lower_ for index in range(max(token.i, each.i - NAMING_DISTANCE_TOKENS), each.i)]
            if not _NAMING.isdisjoint(before):
                yield each.i


def _beside(scene: Scene, token: Token) -> Iterator[int]:
    doc = scene.doc
    yield from (child.i for child in token.children if child.dep_ == "appos")
    if token.dep_ == "appos":
        yield token.head.i
    if token.dep_ == "attr":
        yield from (child.i for child in token.head.children if child.dep_ == "nsubj")
    if token.i + 1 in scene.name_ends and not is_plural(token):
        yield token.i + 1
    yield from _self_named(scene, token)
    # "the head of the administration, N, said": the parser often hangs N elsewhere.
    for comma in range(token.i + 1, min(phrase_of(token).end, len(doc) - 2) + 1):
        if doc[comma].text == "," and comma + 1 in scene.name_ends and not is_plural(token):
            after = scene.name_ends[comma + 1]
            if after == len(doc) or (doc[after].text in {",", ".", ")"} and not _goes_on_listing(doc, after)):
                yield comma + 1


def _goes_on_listing(doc: Doc, after: int) -> bool:
    return doc[after].text == "," and after + 1 < len(doc) and doc[after + 1].lower_ in {"and", "or"}


def _is_person(scene: Scene, token: int) -> bool:
    mention = scene.mention_at(token)
    return mention is not None and mention.kind == "Person"


def _same_sort(described: ActorKind | None, named: ActorKind) -> bool:
    return (described == "Person") == (named == "Person")
