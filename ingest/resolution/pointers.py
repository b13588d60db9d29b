"""Nouns that point back at what was told before: "shrugged at the rebuke", "hailed the summit", "doubted the tally"."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from spacy.tokens import Doc, Token

from ingest.annotations import ActorMention, Quote, Span, Toponym
from ingest.extractors.actors.lexicon import is_happening
from ingest.resolution.continuation import content_tokens
from ingest.resolution.grammar import is_plural

Topic = ActorMention | Toponym

# So many sentences back a claim or a happening may lie that a noun takes up.
SENTENCES_BACK = 30
_POINTING = frozenset({"any", "no", "such", "that", "these", "this", "those"})
_DOZENS = frozenset({"dozens", "hundreds", "scores", "thousands"})
_NEW = frozenset({"different", "further", "future", "new", "next", "other"})


@dataclass(frozen=True, slots=True)
class Group:
    """What a group of nouns points back at; `verbs` and `nouns` are lemmas, `acts` those of statements.

    `counts` asks for a number, `happening` takes any verb of a happening, `same` only the same noun in the plural; `parties` is how many
    parties must have been named.
    """

    nouns: frozenset[str]
    verbs: frozenset[str]
    acts: frozenset[str]
    counts: bool
    happening: bool
    same: bool
    parties: int


@lru_cache(maxsize=1)
def _groups() -> dict[str, tuple[Group, ...]]:
    read = tomllib.loads((files(__package__) / "data" / "pointers.toml").read_text(encoding="utf-8"))
    by_noun: dict[str, tuple[Group, ...]] = {}
    for each in read["groups"]:
        group = Group(
            frozenset(each["nouns"]), frozenset(each.get("verbs", ())), frozenset(each.get("acts", ())),
            each.get("counts", False), each.get("happening", False), each.get("same", False),
            each.get("parties", 0),
        )  # fmt: skip
        for noun in each["nouns"]:
            by_noun[noun] = (*by_noun.get(noun, ()), group)
    return by_noun


def pointing_noun(tokens: Sequence[Token]) -> tuple[Token, Group] | None:
    """The first noun of a content that points back, with what it may point at; None without one."""
    clause = any(token.pos_ in {"AUX", "VERB"} for token in tokens)
    for token in tokens:
        if token.pos_ != "NOUN" or token.dep_ in {"compound", "nmod"}:
            continue
        before = {child.lower_ for child in token.lefts}
        for group in _groups().get(token.lemma_.lower(), ()):
            if (group.same and not is_plural(token)) or (group.counts and clause) or not before.isdisjoint(_NEW):
                continue
            if not before.isdisjoint(_POINTING) or ("the" in before and (group.same or not clause)):
                return token, group
    return None


def pointed_at(
    doc: Doc,
    quotes: Sequence[Quote],
    index: int,
    topics: Sequence[tuple[Topic, ...]],
    in_sentence: Callable[[Span], tuple[Topic, ...]],
) -> tuple[Topic, ...]:
    """The topics of the nearest statement or sentence before that tells what the content's noun points at; none where none does.

    `topics` are those of the statements before, `in_sentence` tells the parties and places that a stretch of text names.
    """
    tokens = content_tokens(doc, quotes[index].content)
    pointing = pointing_noun(tokens)
    if pointing is None or quotes[index].act == "announce":
        return ()
    noun, group = pointing
    start = min(noun.idx, *(span.start for span in quotes[index].cue))
    statements = [(quote, found) for quote, found in zip(quotes[:index], topics, strict=True) if found]
    for sentence in _sentences_before(doc, start):
        stretch = Span(sentence[0].idx, min(sentence[-1].idx + len(sentence[-1]), start))
        inside = [token for token in sentence if token.idx < stretch.end]
        told = [
            (quote, found)
            for quote, found in statements
            if any(stretch.start <= span.start < stretch.end for span in (*quote.cue[:1], *quote.content[:1]))
        ]
        for quote, found in reversed(told):
            if _states(doc, quote, group) and _enough(found, group):
                return found
        if any(_tells(token, group, noun) for token in inside) and (not group.counts or _has_number(inside)):
            found = in_sentence(stretch)
            if found and _enough(found, group):
                return found
    return ()


def _states(doc: Doc, quote: Quote, group: Group) -> bool:
    if group.counts:
        return _has_number(content_tokens(doc, quote.content))
    return quote.act in group.acts or quote.cue_lemma in group.verbs


def _has_number(tokens: Sequence[Token]) -> bool:
    return any((token.like_num and token.dep_ == "nummod") or token.lower_ in _DOZENS for token in tokens)


def _tells(token: Token, group: Group, noun: Token) -> bool:
    lemma = token.lemma_.lower()
    if token.pos_ in {"NOUN", "PROPN"}:
        if group.same:
            return lemma == noun.lemma_.lower() and is_plural(token)
        return lemma in group.nouns or (group.happening and is_happening(lemma, verb=False))
    return token.pos_ == "VERB" and (lemma in group.verbs or (group.happening and is_happening(lemma, verb=True)))


def _enough(found: Sequence[Topic], group: Group) -> bool:
    return sum(isinstance(topic, ActorMention) for topic in found) >= group.parties


def _sentences_before(doc: Doc, offset: int) -> Iterator[Sequence[Token]]:
    """The sentence that holds an offset and those before, nearest first."""
    sentences = [sentence for sentence in doc.sents if sentence.start_char < offset]
    for sentence in reversed(sentences[-SENTENCES_BACK:]):
        yield tuple(sentence)
