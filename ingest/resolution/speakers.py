"""Who speaks and who is spoken to: the actor that a mention in the text stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from graph.names import fold_name
from ingest.annotations import ActorKind, ActorMention, Quote, Span, Toponym
from ingest.extractors.actors.identity import exact_surname
from ingest.extractors.actors.lexicon import noun_classes
from ingest.resolution.discourse import Discourse, read_discourse
from ingest.resolution.entities import Entity
from ingest.resolution.grammar import FAMILY_OF_PRONOUN, described_kind, phrase_of

_FIRST_PERSON = frozenset({"i", "me", "we", "us", "myself", "ourselves"})
_JOINING = frozenset({"of", "for", "the", "and"})
_ARTICLES = frozenset({"the", "a", "an"})
_RELATIVE = frozenset({"who", "which", "that"})
_QUANTITIES = frozenset(
    {"couple", "dozen", "dozens", "group", "handful", "hundreds", "many", "most", "number", "one", "part", "several", "some",
     "crowd", "crowds", "millions", "scores", "tens", "thousands"}
)  # fmt: skip


def resolve_speakers(
    doc: Doc, text: str, quotes: Sequence[Quote], actors: Sequence[ActorMention], toponyms: Sequence[Toponym] = ()
) -> tuple[ActorMention | None, ...]:
    """For each quote who says it; None where the text names no speaker. The mention's span is the quote's own."""
    discourse = read_discourse(doc, text, actors, toponyms)
    speakers: list[ActorMention | None] = []
    for quote in quotes:
        outer = _outer_speaker(discourse, quotes, quote)
        speakers.append(resolve_mention(discourse, quote.speaker, outer) if quote.speaker is not None else None)
    return tuple(speakers)


def resolve_addressees(
    doc: Doc, text: str, quotes: Sequence[Quote], actors: Sequence[ActorMention], toponyms: Sequence[Toponym] = ()
) -> tuple[ActorMention | None, ...]:
    """For each quote who is spoken to; None where the text names nobody."""
    discourse = read_discourse(doc, text, actors, toponyms)
    return tuple(
        resolve_mention(discourse, quote.addressee) if quote.addressee is not None else None for quote in quotes
    )


def resolve_mention(discourse: Discourse, span: Span, outer_speaker: ActorMention | None = None) -> ActorMention | None:
    """Whom the words of `span` mean. `outer_speaker` is whose words they stand in, so that "I" means them and "she" does not.

    A named head wins, with its title as role; then a named apposition; a pronoun and a definite description are resolved by the
    discourse; any other description is an actor of its own, `named` False. None for words that stand for nobody ("it is thought").
    """
    tokens = discourse.doc.char_span(span.start, span.end, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return None
    head = _head(tokens.root)
    if head.pos_ in ("VERB", "AUX") and discourse.mention_at(tokens[-1].i) is not None:
        # "WHO chief N said": the parser took the title for a verb.
        head = tokens[-1]
    if outer_speaker is not None and head.lower_ in _FIRST_PERSON and head.text != "US":
        return replace(outer_speaker, span=span, role=None, form="pronoun")
    named = discourse.mention_at(head.i)
    if named is not None:
        return replace(named, span=span)
    entity = discourse.entity_at(head.i)
    if head.lower_ in FAMILY_OF_PRONOUN and outer_speaker is not None and discourse.quoted[head.i]:
        entity = discourse.pronoun(
            head, excluded=[each for each in [_entity_of(discourse, outer_speaker)] if each is not None]
        )
    if entity is not None:
        return _as_referred(entity, span, head)
    if head.pos_ == "PRON":
        return None
    return _country(discourse, head, span) or _described(discourse, head, span)


def _outer_speaker(discourse: Discourse, quotes: Sequence[Quote], quote: Quote) -> ActorMention | None:
    """Who speaks the words that a nested quote stands in."""
    if quote.parent is None:
        return None
    outer = quotes[quote.parent]
    return (
        resolve_mention(discourse, outer.speaker, _outer_speaker(discourse, quotes, outer))
        if outer.speaker is not None
        else None
    )


def _entity_of(discourse: Discourse, mention: ActorMention) -> Entity | None:
    return next((entity for entity in discourse.entities if _same_actor(entity.mention, mention)), None)


def _same_actor(left: ActorMention, right: ActorMention) -> bool:
    return (left.kind, left.name, left.actor_id, left.named) == (right.kind, right.name, right.actor_id, right.named)


def _head(root: Token) -> Token:
    """The noun that a phrase is about: "a number of officials", "one of the officers", the antecedent of "who"."""
    if root.lower_ in _RELATIVE and root.head.dep_ == "relcl":
        return root.head.head
    if root.pos_ == "ADP":
        return next((child for child in root.children if child.dep_ == "pobj"), root)
    named = [child for child in root.children if child.dep_ == "appos" and child.pos_ == "PROPN"]
    if root.lower_ in _QUANTITIES and named:
        # "one of them, N"
        return named[0]
    if root.lower_ in _QUANTITIES:
        for child in root.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                return next((grandchild for grandchild in child.children if grandchild.dep_ == "pobj"), root)
    return root


def _as_referred(entity: Entity, span: Span, head: Token) -> ActorMention:
    if head.lower_ in FAMILY_OF_PRONOUN:
        return replace(entity.mention, span=span, role=None, form="pronoun")
    return replace(entity.mention, span=span, role=None, form="description")


def _country(discourse: Discourse, head: Token, span: Span) -> ActorMention | None:
    """The country whose name or seat speaks where nothing has marked it as an actor."""
    if head.pos_ != "PROPN" and not head.text[:1].isupper():
        return None
    words = " ".join(discourse.text[span.start : span.end].split())
    found = discourse.registry.country_of_seat(words) or discourse.registry.find(words, "Country")
    return ActorMention(span, found.name, "Country", found.id) if found is not None else None


def _described(discourse: Discourse, head: Token, span: Span) -> ActorMention:
    """An actor of its own: named where capitalised words name it, else by its description."""
    if head.lower_ in _ARTICLES:
        # "The update read": the parser took all three for one name.
        phrase = discourse.doc.char_span(span.start, span.end, alignment_mode="expand") or phrase_of(head)
    else:
        phrase = phrase_of(head)
    words = " ".join(discourse.text[phrase.start_char : phrase.end_char].split())
    described = described_kind(head)
    if _is_capitalised(head) and head.lower_ not in _ARTICLES and described is None and not _is_evidence(head):
        beside = [child for child in head.children if child.dep_ == "appos"]
        of_body = any(described_kind(token) == "Organization" for token in (*phrase, *beside)) or any(
            child.dep_ == "relcl" and child.left_edge.lower_ == "which" for child in head.children
        )
        run = _capitalised_run(head, joining=_JOINING if of_body else frozenset())
        name = " ".join(discourse.text[run.start : run.end].split())
        known = next((each for each in discourse.entities if _is_name_of(name, each)), None)
        if known is not None:
            return replace(known.mention, span=span)
        if head.pos_ == "PROPN" or beside or not head.is_sent_start:
            return ActorMention(span=span, name=name, kind="Organization" if of_body else "Person")
    # What no list knows for a person and yet speaks is a paper, a poll, a body.
    kind: ActorKind = described or "Organization"
    first, _, rest = words.partition(" ")
    name = rest if rest and first.lower() in _ARTICLES else words
    return ActorMention(span=span, name=name, kind=kind, form="description", named=False)


def _is_evidence(head: Token) -> bool:
    """Whether a word that may open a sentence is a thing that shows, not a name: "Footage showed"."""
    return "evidence" in noun_classes(head.lemma_) | noun_classes(head.lower_)


def _is_name_of(name: str, entity: Entity) -> bool:
    """Whether a name is an entity's own, or the surname of a person."""
    if fold_name(entity.mention.name) == fold_name(name):
        return True
    return entity.is_person and entity.mention.named and exact_surname(entity.mention.name, name)


def _capitalised_run(head: Token, joining: frozenset[str]) -> Span:
    """The capitalised words around a head, with the small words that may join them."""
    doc, start, end = head.doc, head.i, head.i + 1
    while start and (
        _is_capitalised(doc[start - 1])
        or (doc[start - 1].lower_ in joining and start > 1 and _is_capitalised(doc[start - 2]))
    ):
        start -= 1
    while end < len(doc) and (
        _is_capitalised(doc[end])
        or (doc[end].lower_ in joining and end + 1 < len(doc) and _is_capitalised(doc[end + 1]))
    ):
        end += 1
    if doc[start].lower_ in _ARTICLES and end - start > 1:
        start += 1
    return Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))


def _is_capitalised(token: Token) -> bool:
    return token.text[:1].isupper()
