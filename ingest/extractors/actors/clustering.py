"""Joins the names of one text that name one actor, and adds the bare surnames that nothing else has found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from graph.names import fold_name
from ingest.columns import columns_of
from ingest.extractors.actors.identity import exact_surname, same_given_name, same_organisation, same_person
from ingest.extractors.actors.lexicon import given_name_gender, is_title, title_gender
from ingest.extractors.actors.mentions import Cluster, Mention
from ingest.registry import Registry, RegistryActor

SURNAME_CHARACTERS_MINIMUM = 3


def cluster_mentions(
    doc: Doc, text: str, mentions: Iterable[Mention], registry: Registry
) -> list[tuple[Mention, Cluster]]:
    """Each mention with the cluster it belongs to. Full names make clusters first, so that a surname may stand before them."""
    ordered = sorted(mentions, key=lambda each: each.start)
    clusters = _Clusters(doc, text, registry, ordered)
    placed: dict[Mention, Cluster] = {}
    for mention in (*(m for m in ordered if not _is_short(m)), *(m for m in ordered if _is_short(m))):
        placed[mention] = clusters.place(mention)
    return [(mention, placed[mention]) for mention in ordered]


def bare_surnames(
    doc: Doc, taken: Sequence[bool], clusters: Iterable[Cluster], places: Sequence[bool]
) -> list[Mention]:
    """Capitalised words outside `taken` that end a person's full name; a place's name behind a preposition needs a title."""
    surnames = {
        fold_name(name).rpartition(" ")[2]
        for cluster in clusters
        if cluster.kind == "Person"
        for name in (*cluster.names, *(cluster.actor.names if cluster.actor else ()))
        if " " in fold_name(name)
    }
    found = []
    for index, word in enumerate(columns_of(doc).words):
        if taken[index] or len(word) < SURNAME_CHARACTERS_MINIMUM or not word[0].isupper():
            continue
        if fold_name(word) not in surnames or not _may_be_surname(doc[index]):
            continue
        token = doc[index]
        before = doc[token.i - 1] if token.i else None
        titled = before is not None and is_title(before.text)
        speaks = before is not None and before.i > 0 and doc[before.i - 1].lower_ == "according"
        if titled or speaks or not places[token.i] or (before is not None and before.pos_ != "ADP"):
            found.append(Mention(token.i, token.i + 1, "Person"))
    return found


class _Clusters:
    """The actors of one text as they are found; looked up by the initials of their names."""

    def __init__(self, doc: Doc, text: str, registry: Registry, mentions: Sequence[Mention]) -> None:
        self._doc = doc
        self._text = text
        self._registry = registry
        self._by_actor: dict[tuple[str, str], Cluster] = {}
        self._by_initial: dict[tuple[str, str], dict[int, Cluster]] = {}
        self._unregistered_surnames = {
            fold_name(self._surface(each)).rpartition(" ")[2]
            for each in mentions
            if each.kind == "Person" and not each.actors and not _is_short(each)
        }

    def place(self, mention: Mention) -> Cluster:
        """The cluster of a mention, a new one where none fits."""
        surface = self._surface(mention)
        actor = self._registered(mention, surface)
        if actor is not None:
            kind = "Population" if mention.people else actor.kind
            cluster = self._by_actor.setdefault((actor.id, kind), Cluster(kind, [], actor))
        else:
            cluster = (
                self._person_of_surname(mention, surface) or self._alike(mention, surface) or Cluster(mention.kind, [])
            )
        cluster.titles.update(self._titles_before(mention))
        if surface not in cluster.names:
            cluster.names.append(surface)
        for name in (surface, *(actor.names if actor is not None else ())):
            for word in fold_name(name).split():
                self._by_initial.setdefault((cluster.kind, word[0]), {})[id(cluster)] = cluster
        return cluster

    def _surface(self, mention: Mention) -> str:
        span = self._doc[mention.start : mention.end]
        return mention.people or " ".join(self._text[span.start_char : span.end_char].split())

    def _candidates(self, kind: str, surface: str) -> list[Cluster]:
        initials = {word[0] for word in fold_name(surface).split()}
        found: dict[int, Cluster] = {}
        for initial in sorted(initials):
            found.update(self._by_initial.get((kind, initial), {}))
        return list(found.values())

    def _person_of_surname(self, mention: Mention, surface: str) -> Cluster | None:
        """The person whose surname a single word is, whatever kind the model took it for."""
        if not _is_short(mention):
            return None
        bearers = [
            cluster
            for cluster in self._candidates("Person", surface)
            if any(exact_surname(name, surface) for name in cluster.names)
        ]
        titles = self._titles_before(mention)
        return max(reversed(bearers), key=lambda bearer: _title_fit(bearer, titles), default=None)

    def _titles_before(self, mention: Mention) -> frozenset[str]:
        """The titles right before a person's name."""
        start = mention.start
        while mention.kind == "Person" and start and is_title(self._doc[start - 1].text):
            start -= 1
        return frozenset(token.lower_ for token in self._doc[start : mention.start])

    def _alike(self, mention: Mention, surface: str) -> Cluster | None:
        fitting = [each for each in self._candidates(mention.kind, surface) if _fits(each, mention, surface)]
        return fitting[-1] if fitting else None

    def _registered(self, mention: Mention, surface: str) -> RegistryActor | None:
        """The registry's actor whom a mention names, None for one that only the text knows."""
        if mention.actors:
            present = next((each for each in mention.actors if (each.id, each.kind) in self._by_actor), None)
            if present is not None:
                return present
            if mention.kind == "Person" and _is_short(mention) and fold_name(surface) in self._unregistered_surnames:
                return None
            return mention.actors[0]
        if mention.kind != "Person":
            return None
        return self._registered_short(mention, surface) if _is_short(mention) else self._registered_full(surface)

    def _registered_full(self, surface: str) -> RegistryActor | None:
        """By the name in any transliteration, or a known spelling of the surname behind the same given name."""
        found = self._registry.candidates(surface, "Person")
        if found:
            return found[0] if len(found) == 1 and same_person(found[0].name, surface) else None
        of_surname = self._registry.candidates(surface.split()[-1], "Person")
        found = tuple(actor for actor in of_surname if same_given_name(actor.name, surface))
        return found[0] if len(found) == 1 else None

    def _registered_short(self, mention: Mention, surface: str) -> RegistryActor | None:
        """By the surname: of one named in full in this text, or, behind a title, of the only one who bears it."""
        if fold_name(surface) in self._unregistered_surnames:
            return None
        found = self._registry.persons_of_surname(surface)
        present = next((actor for actor in found if (actor.id, actor.kind) in self._by_actor), None)
        if present is not None:
            return present
        titled = mention.start > 0 and is_title(self._doc[mention.start - 1].text)
        return found[0] if titled and len(found) == 1 else None


def _title_fit(bearer: Cluster, titles: frozenset[str]) -> int:
    """How well titles before a surname go with one who bears it: his own best, those of another gender not at all."""
    if not titles.isdisjoint(bearer.titles):
        return 1
    genders = {title_gender(title) for title in titles} - {None}
    own = {title_gender(title) for title in bearer.titles} - {None} or {
        given_name_gender(name) for name in bearer.names if " " in name
    } - {None}
    return -1 if genders and own and genders.isdisjoint(own) else 0


def _may_be_surname(token: Token) -> bool:
    """Whether the tagger sees a noun, or the word stands where a subject does ("May said")."""
    if not token.text[:1].isupper():
        return False
    if token.pos_ in {"PROPN", "NOUN"} or token.dep_ == "nsubj":
        return True
    return token.i + 1 < len(token.doc) and token.nbor().tag_ in {"VBD", "VBZ"}


def _is_short(mention: Mention) -> bool:
    return mention.end - mention.start == 1


def _fits(cluster: Cluster, mention: Mention, surface: str) -> bool:
    names = [*cluster.names, *(cluster.actor.names if cluster.actor is not None else ())]
    same = same_person if mention.kind == "Person" else same_organisation
    if any(fold_name(name) == fold_name(surface) or same(name, surface) for name in names):
        return True
    if mention.kind != "Person" or not _is_short(mention):
        return mention.kind == "Person" and any(same_person(surface, name) for name in cluster.names)
    # A bare given name of a person of this text ("Olha said").
    return any(fold_name(name).split()[0] == fold_name(surface) for name in cluster.names if " " in fold_name(name))
