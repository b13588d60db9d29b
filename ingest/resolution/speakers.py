"""Who speaks and who is spoken to: the actor that a mention in the text stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from ingest.annotations import ActorMention, Quote, Span
from ingest.extractors.actors.lexicon import noun_classes
from ingest.resolution.discourse import Discourse, described_kind, is_plural, phrase_of, read_discourse
from ingest.resolution.entities import Entity

_FIRST_PERSON = frozenset({"i", "me", "we", "us"})
_RELATIVE = frozenset({"who", "which", "that"})


def resolve_speakers(doc: Doc, text: str, quotes: Sequence[Quote], actors: Sequence[ActorMention]) -> tuple[ActorMention | None, ...]:
    """For each quote who says it; None where the text names no speaker. The mention's span is the quote's own."""
    discourse = read_discourse(doc, text, actors)
    speakers: list[ActorMention | None] = []
    for quote in quotes:
        parent = quotes[quote.parent] if quote.parent is not None else None
        # A quote's parent stands before it, or its speaker does: in text order an inner quote may come first.
        outer = resolve_mention(discourse, parent.speaker) if parent is not None and parent.speaker is not None else None
        speakers.append(resolve_mention(discourse, quote.speaker, outer) if quote.speaker is not None else None)
    return tuple(speakers)


def resolve_addressees(doc: Doc, text: str, quotes: Sequence[Quote], actors: Sequence[ActorMention]) -> tuple[ActorMention | None, ...]:
    """For each quote who is spoken to; None where the text names nobody."""
    discourse = read_discourse(doc, text, actors)
    return tuple(resolve_mention(discourse, quote.addressee) if quote.addressee is not None else None for quote in quotes)


def resolve_mention(discourse: Discourse, span: Span, outer_speaker: ActorMention | None = None) -> ActorMention | None:
    """Whom the words of `span` mean. `outer_speaker` is who "I" and "we" are inside that speaker's own words.

    A named head wins, with its title as role; then a named apposition; a pronoun and a definite description are resolved by the
    discourse; any other description is an actor of its own, `named` False. None for words that stand for nobody ("it is thought").
    """
    doc = discourse.doc
    tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return None
    head = _head(tokens.root)
    if head.lower_ in _FIRST_PERSON and outer_speaker is not None:
        return replace(outer_speaker, span=span, role=None, form="pronoun")
    named = discourse.mention_at(head.i)
    if named is not None:
        return replace(named, span=span)
    entity = discourse.entity_at(head.i)
    if entity is None or not entity.mention.named:
        inside = _named_inside(discourse, head, tokens.start, tokens.end)
        if inside is not None:
            return replace(inside, span=span)
    owner = _owner(discourse, head)
    if owner is not None:
        return replace(owner.mention, span=span, role=None, form="description")
    if entity is not None:
        return _as_referred(entity, span, head)
    if head.pos_ == "PRON":
        return None
    return _described(discourse, head, span)


def _head(root: Token) -> Token:
    """The noun that a phrase is about: "a number of officials", "one of the officers"."""
    if root.lower_ in _RELATIVE and root.head.dep_ == "relcl":
        return root.head.head
    if root.pos_ == "ADP":
        return next((child for child in root.children if child.dep_ == "pobj"), root)
    return root


def _named_inside(discourse: Discourse, head: Token, start: int, end: int) -> ActorMention | None:
    """The name in a mention that is the description's own: in apposition, or right behind it ("the group Memorial")."""
    for token in discourse.doc[start:end]:
        mention = discourse.mention_at(token.i)
        if mention is None or mention.kind == "Country":
            continue
        if token.dep_ == "appos" and token.head is head:
            return mention
        if token.i == head.i + 1 and token.dep_ != "pobj":
            return mention
    return None


def _owner(discourse: Discourse, head: Token) -> Entity | None:
    """Whose a channel, a report or an update is: that actor speaks through it."""
    if "medium" not in noun_classes(head.lemma_) and "outlet" not in noun_classes(head.lemma_):
        return None
    for child in head.children:
        if child.dep_ in {"poss", "compound", "nmod"}:
            entity = discourse.entity_at(child.i)
            if entity is not None:
                return entity
        if child.dep_ == "prep" and child.lower_ in {"by", "from", "of"}:
            for grandchild in child.children:
                entity = discourse.entity_at(grandchild.i)
                if entity is not None:
                    return entity
    return None


def _as_referred(entity: Entity, span: Span, head: Token) -> ActorMention:
    form = "pronoun" if head.pos_ == "PRON" else "description"
    return replace(entity.mention, span=span, role=None, form="description" if form == "description" else "pronoun")


def _described(discourse: Discourse, head: Token, span: Span) -> ActorMention:
    kind = described_kind(head)
    if kind is None:
        kind = "Population" if is_plural(head) else "Person"
    if head.pos_ == "PROPN":
        phrase = discourse.text[span.start : span.end]
        return ActorMention(span=span, name=" ".join(phrase.split()), kind="Person")
    phrase_span = phrase_of(head)
    name = " ".join(discourse.text[phrase_span.start_char : phrase_span.end_char].split())
    return ActorMention(span=span, name=name, kind=kind, form="description", named=False)
