"""Where what is said ends: not in the middle of a broken sentence, not with where it was said, not with the writer's remark."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from ingest.extractors.quotes import grammar
from ingest.extractors.quotes.candidate import Tokens
from ingest.extractors.quotes.lexicon import media

# Longer than clauses of news get; what the parser makes of a text without stops is cut there.
CONTENT_TOKENS_MAXIMUM = 300
COMMENT_TOKENS_MAXIMUM = 80
# "in a telephone interview with reporters from his office on Tuesday"
MEDIUM_TOKENS_MAXIMUM = 16


_DESCRIBING = frozenset(
    {"of", "for", "from", "about", "between", "with", "against", "as", "by", "toward", "towards", "over", "that"}
)
_SAYING_NOUNS = frozenset(
    {"accusation", "allegation", "argument", "assertion", "charge", "claim", "comment", "complaint", "idea", "message", "point", "promise",
     "proposal", "remark", "reference", "statement", "suggestion", "view", "warning"}
)  # fmt: skip
_PLACES_TO_SPEAK = frozenset({"in", "on", "at", "during", "via"})


def bounded(part: Tokens, cue: int) -> Tokens:
    """The part, no longer than any clause is, the end nearer to the cue kept."""
    if part.start > cue:
        return Tokens(part.start, min(part.end, part.start + CONTENT_TOKENS_MAXIMUM))
    return Tokens(max(part.start, part.end - CONTENT_TOKENS_MAXIMUM), part.end)


def modified(doc: Doc, part: Tokens) -> bool:
    """Whether the words behind a noun phrase still describe it: "of ...", "for ...", "based on ..."; a name needs no description."""
    last = doc[part.end - 1]
    if part.end >= len(doc) or last.pos_ in ("PROPN", "PRON"):
        return False
    token = doc[part.end]
    return token.tag_ in ("VBG", "VBN") or token.lower_ in _DESCRIBING


def breaks(doc: Doc, end: int) -> bool:
    """Whether a sentence begins here without the one before having ended."""
    return (
        end < len(doc)
        and bool(doc[end].is_sent_start)
        and not doc[end].is_space
        and doc[end - 1].text not in (".", "?", "!")
    )


def without_medium(doc: Doc, part: Tokens, verb: Token) -> Tokens:
    """The part without "in an interview", "during the debate", "on Twitter" at its end: where it was said, not what."""
    for index in range(part.end - 1, max(part.start + 1, part.end - MEDIUM_TOKENS_MAXIMUM), -1):
        token = doc[index]
        if token.is_quote:
            return part
        if token.dep_ == "prep" and token.right_edge.i >= part.end - 2:
            noun = next((child for child in token.rights if child.dep_ == "pobj"), None)
            if noun is None:
                continue
            if token.lower_ == "during" and token.head.i <= verb.i:
                return Tokens(part.start, index)
            if token.lower_ in _PLACES_TO_SPEAK and media().get(noun.lemma_.lower()) in ("post", "event", "platform"):
                return Tokens(part.start, index)
    return part


def without_day(doc: Doc, part: Tokens, verb: Token) -> Tokens:
    """The part without a day right behind the cue: "said on Friday it had left" tells when it was said, whatever the parser hung it on."""
    first = doc[part.start]
    if part.start != verb.i + 1 or first.lower_ != "on" or first.dep_ != "prep":
        return part
    day = next((child for child in first.rights if child.dep_ == "pobj"), None)
    if day is None or day.ent_type_ not in ("DATE", "TIME") or day.pos_ != "PROPN":
        return part
    end = day.right_edge.i + 1
    goes_on = (
        end < part.end
        and not doc[end].is_punct
        and any(token.dep_ in grammar.SUBJECTS | grammar.PASSIVE_SUBJECTS for token in doc[end : part.end])
    )
    return Tokens(end, part.end) if goes_on else part


def without_comment(doc: Doc, part: Tokens) -> Tokens:
    """The part without what the writer adds behind a comma: a relative clause, "a claim that nobody could check"."""
    for index in range(part.end - 1, max(part.start + 1, part.end - COMMENT_TOKENS_MAXIMUM), -1):
        if doc[index].is_quote:
            break
        if doc[index].text == "," and _is_aside(doc, index + 1):
            return Tokens(part.start, index)
    for index in range(part.end - 1, max(part.start + 1, part.end - COMMENT_TOKENS_MAXIMUM), -1):
        token = doc[index]
        if (
            token.tag_ in ("WDT", "WP", "WP$")
            and doc[index - 1].text == ","
            and token.head.right_edge.i >= part.end - 2
        ):
            node = token
            while node.dep_ != "relcl" and node.head is not node and node.head.i > index:
                node = node.head
            if node.dep_ == "relcl" and node.right_edge.i >= part.end - 2:
                return Tokens(part.start, index - 1)
        if token.is_quote:
            return part
    return part


def _is_aside(doc: Doc, start: int) -> bool:
    """Whether the words behind a comma speak of what was said: "a claim which nobody could verify"."""
    words = [token.lower_ for token in doc[start : start + 3]]
    if len(words) < 3:
        return False
    return words[0] in ("a", "an") and words[1] in _SAYING_NOUNS and words[2] in ("that", "which", "he", "she", "they")
