"""Attribution by layout: the colon of a headline or a transcript, the dash before a signature."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from spacy.tokens import Doc

from ingest.annotations import Span
from ingest.columns import columns_of
from ingest.dateline import find_datelines
from ingest.extractors.quotes import grammar
from ingest.extractors.quotes.candidate import Candidate, Tokens
from ingest.extractors.quotes.lexicon import Cue

COLON = Cue(":", None, "speech", "neutral", "assert", frozenset({"quote"}), frozenset())
DASH = Cue("—", None, "speech", "neutral", "assert", frozenset({"quote"}), frozenset())
# "Jane Doe, mayor of Springfield: ..." is about as long as the name before a colon gets.
NAME_TOKENS_MAXIMUM = 8
HEADLINE_TOKENS_MAXIMUM = 30
_NAME_TAGS = frozenset({"NNP", "NNPS", "POS", "NN", "NNS", "CC", "DT", "JJ", "CD", "IN", ",", "HYPH", "."})
# What stands before the colon of a headline without being anybody.
_LABELS = frozenset(
    {"update", "updated", "live", "watch", "video", "exclusive", "breaking", "analysis", "opinion", "note", "related", "photo", "photos",
     "correction", "editor's note", "fact check", "the latest", "more", "also", "caption", "by", "source", "sources", "credit", "image",
     "time", "date", "where", "when", "what", "who", "why", "how", "read more", "live updates", "explainer", "review", "interview"}
)  # fmt: skip
_DASHES = frozenset({"—", "–", "―", "--", "-"})


_TURN = re.compile(r"[\"“']?((?:[A-Z][A-Z.'’-]+)(?: [A-Z][A-Z.'’-]+){0,3})(?: ?\([^)]{1,40}\))?:(?=\s)")


def datelines(doc: Doc) -> dict[int, int]:
    """The token behind each dateline by the token that the dateline starts with."""
    columns = columns_of(doc)
    return {
        bisect_right(columns.ends, start): bisect_left(columns.starts, end)
        for start, end in find_datelines(columns.text).items()
    }


def turn(doc: Doc, line: Tokens) -> Candidate | None:
    """ "SMITH: We shall see." in a transcript: a name in capitals, a colon, what is said."""
    first = columns_of(doc).surface(line.start, min(line.end, line.start + NAME_TOKENS_MAXIMUM + 4))
    match = _TURN.match(first)
    if match is None or match.group(1).lower() in _LABELS:
        return None
    offset = doc[line.start].idx + match.end() - 1
    colon = next((i for i in range(line.start, line.end) if doc[i].idx <= offset < doc[i].idx + len(doc[i])), None)
    if colon is None or colon + 1 >= line.end:
        return None
    start = line.start + (doc[line.start].text[:1] in "\"“'")
    return Candidate(
        COLON, colon, Tokens(colon, colon + 1), [Tokens(colon + 1, line.end)], "turn", grammar.trim(doc, Tokens(start, colon)), "own",
        Tokens(start, colon + 1),
    )  # fmt: skip


def headline_colon(doc: Doc, line: Tokens) -> Candidate | None:
    """ "Mayor: City needs water" as a whole line."""
    if line.end - line.start > HEADLINE_TOKENS_MAXIMUM:
        return None
    colon = next(
        (i for i in range(line.start, min(line.end, line.start + NAME_TOKENS_MAXIMUM + 1)) if doc[i].text == ":"), None
    )
    if colon is None or colon == line.start or line.end - colon < 4:
        return None
    name = grammar.trim(doc, Tokens(line.start, colon))
    if (
        name.end == name.start
        or any(doc[i].tag_ not in _NAME_TAGS for i in range(*name))
        or doc[name.start : name.end].text.lower() in _LABELS
    ):
        return None
    if not any(doc[i].tag_ in ("NNP", "NNPS", "NNS", "NN") for i in range(*name)):
        return None
    content = grammar.trim(doc, Tokens(colon + 1, line.end))
    if not any(doc[i].pos_ in ("VERB", "AUX") for i in range(*content)):
        return None
    return Candidate(
        COLON, colon, Tokens(colon, colon + 1), [content], "headline_colon", name, "own", Tokens(name.start, colon + 1)
    )


def signature(doc: Doc, quotation: Tokens, line: Tokens) -> Candidate | None:
    """ "..." — Jane Doe: a dash and a name after a quotation that fills its line."""
    dash = quotation.end
    if doc[dash - 1].text[-1:] in _DASHES:
        dash -= 1
    if dash >= line.end or doc[dash].text[-1:] not in _DASHES or line.end - dash > NAME_TOKENS_MAXIMUM + 4:
        return None
    name = grammar.trim(doc, Tokens(dash + 1, line.end))
    if name.end <= name.start or doc[name.start].tag_ not in ("NNP", "DT", "NN", "JJ"):
        return None
    if any(doc[i].pos_ in ("VERB", "AUX") and not doc[i].text[:1].isupper() for i in range(*name)):
        return None
    return Candidate(DASH, dash, Tokens(dash, dash + 1), [], "signature", name, "own", Tokens(dash, name.end))


def character_span(doc: Doc, tokens: Tokens) -> Span:
    """Code points of some tokens; an empty span where there are none."""
    if tokens.end <= tokens.start:
        offset = doc[tokens.start].idx if tokens.start < len(doc) else 0
        return Span(offset, offset)
    last = doc[tokens.end - 1]
    return Span(doc[tokens.start].idx, last.idx + len(last))
