"""Clauses that surround or precede their cue: "A, he said", "A, said Smith, B", "as he said, A"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from ingest.extractors.quotes import grammar
from ingest.extractors.quotes.candidate import Tokens
from ingest.extractors.quotes.lexicon import verbs

_IDIOMS = frozenset({"know", "mean", "think", "guess", "see", "ask", "suppose"})
_DENIALS = frozenset({"deny", "dispute", "reject", "dismiss"})
_SUBORDINATORS = frozenset(
    {"after", "before", "when", "while", "if", "because", "since", "although", "though", "as", "until", "once"}
)


def around(doc: Doc, verb: Token) -> tuple[str, list[Tokens]] | None:
    """A clause that surrounds or precedes its cue: "A, he said", "A, said Smith, B", "as he said, A"."""
    own = grammar.own_subject(verb)
    if own is None:
        return None
    inserted = _inserted(doc, verb, own)
    if inserted is not None:
        return "around", inserted
    if any(child.dep_ == "ccomp" or (child.dep_ == "xcomp" and verb.dep_ != "parataxis") for child in verb.rights):
        return None
    if verb.lemma_ in _IDIOMS and own.lower_ in ("you", "i"):
        return None
    sentence = verb.sent
    start = min(verb.i, own.left_edge.i)
    while (
        start > sentence.start and doc[start - 1].head.i == verb.i and doc[start - 1].dep_ in ("aux", "advmod", "neg")
    ):
        start -= 1
    end = max(verb.i, own.right_edge.i if own.i > verb.i else verb.i) + 1
    before = start - 1
    while before >= sentence.start and (doc[before].tag_ == "''" or doc[before].is_space):
        before -= 1
    mark = next((child for child in verb.lefts if child.lower_ == "as" and child.dep_ in ("mark", "advmod")), None)
    if mark is not None:
        if end < sentence.end and not doc[end].is_punct and doc[end].pos_ not in ("ADV", "ADP", "SCONJ", "PROPN"):
            return None
        if own.lower_ in ("it", "they") and verb.i + 1 < len(doc) and not doc[verb.i + 1].is_punct:
            return None
        if verb.head.lemma_ in _DENIALS or verb.head.head.lemma_ in _DENIALS:
            # "He denied it, as she alleges": she alleges what he denied, not that he did.
            return None
        whole = verb.head.sent
        parts = [Tokens(whole.start, mark.i), Tokens(end, whole.end)]
        return "as", [part for part in parts if part.end - part.start > 1]
    told = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    if told is not None and verb.lemma_ != "tell":
        return None
    if told is not None and own.i < verb.i:
        end = told.right_edge.i + 1
    if end < sentence.end and doc[end].text == ":":
        return None
    left_clause = next((child for child in verb.lefts if child.dep_ in ("ccomp", "parataxis", "dep", "nsubj")), None)
    if left_clause is not None and left_clause is own:
        left_clause = next(
            (
                child
                for child in verb.lefts
                if child is not own and child.dep_ in ("npadvmod", "nsubj", "dep", "advmod")
            ),
            None,
        )
    if before < sentence.start:
        # Opens the sentence ("Said Smith: ..."), or its quotation ended the sentence before.
        return None
    if verb.dep_ in ("parataxis", "ccomp", "dep", "relcl", "advcl", "conj") and doc[before].text in (
        ",",
        "--",
        "-",
        "—",
        "?",
        "!",
        "―",
    ):
        close = _closing_comma(doc, end, sentence.end)
        if verb.head.i > verb.i and close is not None and verb.head.i > close:
            return "around", [Tokens(sentence.start, start), Tokens(close + 1, sentence.end)]
        ends = end >= sentence.end or doc[end].text in (".", ",", "?", "!") or doc[end].pos_ in ("ADP", "PROPN", "ADV")
        if verb.dep_ == "parataxis" or (verb.dep_ in ("ccomp", "conj") and verb.head.i < verb.i and ends):
            first = (
                before - 1 if doc[before - 1].tag_ in ("WDT", "WP", "WRB") else _clause_start(verb.head, sentence.start)
            )
            parts = [Tokens(min(first, start), start)]
            if close is not None and verb.head.right_edge.i > close:
                parts.append(Tokens(close + 1, verb.head.right_edge.i + 1))
            return "around", parts
    if left_clause is not None and doc[before].text in (",", "?", "!", "--", "-", "—", ".", "…", "..."):
        first = sentence.start if verb.dep_ == "ROOT" else left_clause.left_edge.i
        whole_clause = left_clause.dep_ in ("ccomp", "parataxis", "dep") and left_clause.pos_ in ("VERB", "AUX")
        if (
            left_clause.dep_ == "nsubj"
            and verb.dep_ == "ROOT"
            and any(doc[index].tag_ in (*grammar.FINITE, "VBN") for index in range(left_clause.i, before))
        ):
            # "Two armies united to attack a village, officials said": the parser takes the verb for a participle.
            return "around", [Tokens(first, start)]
        if (
            whole_clause
            and doc[left_clause.left_edge.i].lower_ in _SUBORDINATORS
            and left_clause.left_edge.dep_ == "mark"
        ):
            whole_clause = False
        if doc[before - 1].tag_ in ("WDT", "WP", "WRB") and before - 1 > first:
            # "the park, which, he said, is full"
            first = before - 1
        parts = [Tokens(first, start)]
        close = _closing_comma(doc, end, sentence.end)
        if close is not None and close + 3 < sentence.end and doc[close].text != ":":
            if doc[close + 1].tag_ in grammar.FINITE or (not whole_clause and verb.dep_ == "ROOT"):
                # "Those people, he explained on Monday, were well paid."
                parts.append(Tokens(close + 1, sentence.end))
                whole_clause = whole_clause or doc[close + 1].tag_ in grammar.FINITE
            elif doc[close + 1].dep_ == "cc":
                follower = next(
                    (c for c in [*verb.rights, *left_clause.rights] if c.dep_ == "conj" and c.i > close), None
                )
                if (
                    follower is not None
                    and grammar.own_subject(follower) is not None
                    and follower.lemma_ not in verbs()
                ):
                    parts.append(Tokens(close + 1, follower.right_edge.i + 1))
        if whole_clause:
            return "around", parts
    return None


def _inserted(doc: Doc, verb: Token, own: Token) -> list[Tokens] | None:
    """ "In the north, he said, things are quiet": a cue between commas, of which the parser made the main clause."""
    clause = next((child for child in verb.rights if child.dep_ == "ccomp"), None)
    start, end = min(verb.i, own.left_edge.i), max(verb.i, own.right_edge.i if own.i > verb.i else verb.i) + 1
    if clause is None or verb.dep_ != "ROOT" or end >= len(doc) or doc[end].text != "," or start <= verb.sent.start:
        return None
    if doc[start - 1].text != "," or clause.left_edge.i != end + 1 or clause.left_edge.lower_ == "that":
        return None
    return [Tokens(verb.sent.start, start), Tokens(end + 1, clause.right_edge.i + 1)]


def _clause_start(head: Token, minimum: int) -> int:
    return max(head.left_edge.i, minimum) if head.dep_ != "ROOT" else minimum


def _closing_comma(doc: Doc, start: int, end: int) -> int | None:
    """The comma that ends a cue clause put in the middle of what is said."""
    for index in range(start, min(end, start + 25)):
        if doc[index].text in (",", "--", "—", ";", ":"):
            return index
        if doc[index].text in ('"', "''"):
            return None
    return None
