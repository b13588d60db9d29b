"""Which earlier statement a statement goes on about: "denied it", "called the figure too high", "such an order", the next sentence."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from ingest.annotations import Quote, Span
from ingest.extractors.actors.lexicon import is_happening

# Nouns for what somebody else has said: a statement that has only these for content is about what that was about.
_STATEMENT_NOUNS = frozenset(
    {"accusation", "account", "allegation", "assertion", "charge", "claim", "claims", "comment", "figure", "idea",
     "invention", "involvement", "it", "news", "notion", "order", "proposal", "question", "remark", "remarks", "report",
     "reports", "request", "responsibility", "rumor", "rumour", "statement", "story", "suggestion", "that", "them", "these",
     "this", "toll", "version", "warning"}
)  # fmt: skip
_COUNTS = frozenset({"count", "estimate", "figure", "figures", "number", "numbers", "tally", "toll"})
_DEMONSTRATIVES = frozenset({"such", "that", "these", "this", "those"})
# So many statements back a figure may lie that is taken up, anything else.
FIGURE_STATEMENTS, STATEMENTS = 6, 2


def content_tokens(doc: Doc, spans: Sequence[Span]) -> list[Token]:
    """The tokens of a content."""
    return [token for span in spans for token in doc.char_span(span.start, span.end, alignment_mode="expand") or ()]


def takes_up_a_statement(doc: Doc, quote: Quote) -> bool:
    """Whether the content is elided, no more than a word for what somebody has said, or points at one ("such an order")."""
    tokens = content_tokens(doc, quote.content)
    if not tokens:
        return True
    nouns = [token for token in tokens if token.pos_ in {"NOUN", "PROPN", "PRON"}]
    if not nouns:
        return False
    if nouns[0].lower_ in _STATEMENT_NOUNS and not any(token.pos_ == "VERB" for token in tokens):
        return True
    return any(
        (token.lower_ in _STATEMENT_NOUNS or is_happening(token.lemma_, verb=False))
        and any(child.lower_ in _DEMONSTRATIVES and child.dep_ in {"det", "predet"} for child in token.children)
        for token in nouns
        if token.pos_ == "NOUN"
    )


def taken_up(doc: Doc, quotes: Sequence[Quote], index: int, topics: Sequence[tuple[object, ...]]) -> int | None:
    """The statement that one takes up: the last with a number for "the figure", else the one before; None where none is near."""
    words = {token.lower_ for token in content_tokens(doc, quotes[index].content)}
    earlier = range(index - 1, max(-1, index - 1 - FIGURE_STATEMENTS), -1)
    if not _COUNTS.isdisjoint(words):
        for each in earlier:
            if any(token.like_num for token in content_tokens(doc, quotes[each].content)):
                return each
    near = (each for each in earlier[:STATEMENTS] if topics[each] and quotes[index].parent != each)
    return next(near, None)


def in_one_sentence(doc: Doc, first: Quote, second: Quote) -> bool:
    """Whether two statements are made in one sentence: "… is quiet, he said, but insisted that …"."""
    cues = [content_tokens(doc, quote.cue[:1]) for quote in (first, second)]
    return all(cues) and cues[0][0].sent.start == cues[1][0].sent.start


def goes_on(doc: Doc, quote: Quote) -> bool:
    """Whether the content goes on about what was said before: "It was not a battle"."""
    return any(
        token.lower_ in {"it", "they", "this", "that", "these"}
        and token.dep_ in {"nsubj", "nsubjpass"}
        and token.tag_ != "WDT"
        for token in content_tokens(doc, quote.content)
    )
