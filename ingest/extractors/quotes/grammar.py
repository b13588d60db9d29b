"""Reads the parse around a cue: its subject, the extent of a mention, the extent of a clause."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Doc, Token

from ingest.extractors.quotes.candidate import Tokens
from ingest.extractors.quotes.lexicon import media

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
QUESTION_WORDS = frozenset({"who", "what", "which", "when", "where", "why", "how", "whether", "if", "whom", "whose"})
OBJECTS = frozenset({"dobj", "dative", "obj"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})
ISSUING_VERBS = frozenset(
    {"release", "issue", "send", "post", "write", "publish", "put", "tweet", "retweet", "share", "circulate", "sign"}
)
# A governor is sought this many steps up at most.
STEPS_MAXIMUM = 6
STRETCH_TOKENS_MAXIMUM = 60
_TRIMMED = frozenset(",;:.-—–―…!?)]") | {"--", "---", "...", " ", "\n"}


class Subject(NamedTuple):
    """Who does what the verb says; `token` is None where the parse has nobody."""

    token: Token | None
    kind: str


def is_to_infinitive(token: Token) -> bool:
    """Whether the verb stands with "to"."""
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in token.lefts)


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive, or is a participle after its noun ("a man accused of ...")."""
    if verb.tag_ != "VBN":
        return False
    if any(child.dep_ in ("nsubjpass", "auxpass", "agent") for child in verb.children):
        return True
    if any(child.lemma_ == "have" for child in verb.lefts if child.dep_ == "aux"):
        return False
    if any(child.dep_ in SUBJECTS for child in verb.children):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return verb.head.tag_ == "VBN" and is_passive(verb.head)
    return verb.dep_ in ("acl", "advcl", "amod")


def subject(verb: Token) -> Subject:
    """The subject of an active verb: its own, one shared in a coordination, or the one that controls it."""
    own = own_subject(verb)
    if own is not None:
        kind = "relative" if own.lower_ in _RELATIVES and own.tag_ in ("WP", "WDT") else "own"
        return Subject(own, kind)
    node = verb
    kind = "none"
    for _ in range(STEPS_MAXIMUM):
        head = node.head
        if head is node:
            break
        if node.dep_ in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN", "PRON", "DET", "NUM"):
            infinitive = any(child.tag_ == "TO" for child in node.lefts)
            if not infinitive and (not is_text(head) or head.dep_ in SUBJECTS):
                return Subject(head, "control" if node.dep_ == "acl" else "relative")
            # "gave a speech to defend it", "issued a report defending it": whoever did so speaks.
            if head.dep_ in SUBJECTS | PASSIVE_SUBJECTS:
                return Subject(head, "control")
        if node.dep_ == "conj":
            kind = "shared" if kind == "none" else kind
        elif node.dep_ == "pcomp" and head.lower_ == "for" and head.head.pos_ == "VERB":
            # "thanked them for backing it"
            theme = next((child for child in head.head.rights if child.dep_ in OBJECTS and child.i < head.i), None)
            if theme is not None and theme.pos_ in ("PROPN", "PRON"):
                return Subject(theme, "control")
            kind = "control"
        elif node.dep_ in ("xcomp", "ccomp") and node.head.pos_ in ("VERB", "AUX", "ADJ"):
            theme = next((child for child in head.rights if child.dep_ in OBJECTS and child.i < node.i), None)
            if node.dep_ == "xcomp" and theme is not None and head.lemma_ not in ("promise", "vow"):
                return Subject(theme, "control")
            kind = "control"
        else:
            kind = "control"
        if head.pos_ in ("VERB", "AUX"):
            found = own_subject(head) or passive_subject(head)
            if found is not None:
                return Subject(found, kind)
        elif node.dep_ == "pcomp" or head.dep_ in ("prep", "pcomp"):
            pass
        elif head.pos_ in ("NOUN", "PROPN") and node.dep_ in ("prep", "acl"):
            owner = next((child for child in head.lefts if child.dep_ == "poss"), None)
            if owner is not None:
                return Subject(owner, "control")
        node = head
    root = verb.sent.root
    found = own_subject(root) if root.i < verb.i and root.pos_ in ("VERB", "AUX") else None
    return Subject(found, "control") if found is not None else Subject(None, "none")


def is_text(noun: Token) -> bool:
    """Whether the noun is a text that somebody puts out, and that may speak itself."""
    return media().get(noun.lemma_.lower()) in ("document", "post")


def issuer(subject_: Token) -> Token | None:
    """Who put out the statement or post that speaks ("she released a statement that said ..."); None where it speaks alone."""
    noun = subject_
    if noun.tag_ in ("WDT", "WP") and noun.head.dep_ == "relcl":
        noun = noun.head.head
    if not is_text(noun) or noun.dep_ != "dobj" or noun.head.lemma_ not in ISSUING_VERBS:
        return None
    return subject(noun.head).token


def own_subject(verb: Token) -> Token | None:
    """The subject that hangs on the verb itself, the nearest where the parse has two."""
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS and child.dep_ != "expl"]
    return min(subjects, key=lambda child: abs(child.i - verb.i)) if subjects else None


def passive_subject(verb: Token) -> Token | None:
    """The subject of a passive: who is told, what is said."""
    return next((child for child in verb.lefts if child.dep_ in PASSIVE_SUBJECTS), None)


def agent(verb: Token) -> Token | None:
    """Who does what a passive verb says ("by ...")."""
    for child in verb.rights:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((grandchild for grandchild in child.rights if grandchild.dep_ == "pobj"), None)
    return None


def extent(token: Token) -> Tokens:
    """All tokens that hang on `token`."""
    return Tokens(token.left_edge.i, token.right_edge.i + 1)


def mention(doc: Doc, token: Token, limit: Tokens) -> Tokens:
    """The noun phrase of `token` with titles, appositions and relative clauses, inside `limit`, without stray marks at its edges."""
    span = extent(token)
    start, end = max(span.start, limit.start), min(span.end, limit.end)
    if not start <= token.i < end:
        start, end = token.i, token.i + 1
    for child in token.children:
        # A clause that the parser hung on the noun by mistake is no part of the name.
        if child.dep_ in ("cc", "punct") and child.i == start and child.i < token.i:
            start = child.i + 1
        if child.dep_ in ("ccomp", "parataxis", "advcl") and child.i > token.i:
            end = min(end, child.left_edge.i)
        if child.dep_ in ("ccomp", "parataxis", "advcl") and child.i < token.i:
            start = max(start, child.right_edge.i + 1)
        if child.i > token.i and tells_occasion(child):
            end = min(end, child.i)
    return trim(doc, Tokens(start, max(end, token.i + 1)))


def tells_occasion(phrase: Token) -> bool:
    """Whether a phrase behind a speaker tells when or in what it spoke: "the council on Monday", "the mission in a statement"."""
    if phrase.dep_ != "prep" or phrase.lower_ not in ("in", "on"):
        return False
    noun = next((child for child in phrase.rights if child.dep_ == "pobj"), None)
    if noun is None:
        return False
    if phrase.lower_ == "in":
        return media().get(noun.lemma_.lower()) in ("document", "post", "event")
    return noun.ent_type_ == "DATE" and noun.pos_ == "PROPN"


def trim(doc: Doc, span: Tokens) -> Tokens:
    """`span` without punctuation and blanks at its edges; quotation marks stay."""
    start, end = span
    while start < end and (doc[start].is_space or doc[start].text in _TRIMMED):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in _TRIMMED or doc[end - 1].text in "(["):
        end -= 1
    return _balanced(doc, Tokens(start, end))


def _balanced(doc: Doc, span: Tokens) -> Tokens:
    """`span` with the bracket that closes one opened in it."""
    depth = 0
    for token in doc[span.start : span.end]:
        depth += (token.text in "([") - (token.text in ")]")
    if depth > 0:
        for end in range(span.end, min(span.end + 3, len(doc))):
            if doc[end].text in ")]":
                return Tokens(span.start, end + 1)
    return span


def stretch_right(doc: Doc, verb: Token, end: int) -> int:
    """Where a phrase that ends at `end` really ends: no word is left hanging before the next mark, conjunction or line end.

    The parser breaks sentences without a full stop, and drops the tail of long clauses.
    """
    limit = min(len(doc), end + STRETCH_TOKENS_MAXIMUM)
    above = {ancestor.i for ancestor in verb.ancestors}
    while end < limit:
        token = doc[end]
        mark = (token.is_punct and token.tag_ != "``") or token.text == "--" or token.is_space
        if mark or token.dep_ == "cc" or (token.is_sent_start and doc[end - 1].text[-1:] in ".?!"):
            break
        if end in above or (token.head.i in above and token.head.i != end):
            break
        end += 1
    return end


def cue_extent(doc: Doc, verb: Token, particle: str | None) -> Tokens:
    """The verb with auxiliaries, negation and adverbs that stand directly before it, and its particle."""
    start = end = verb.i
    while start > 0 and doc[start - 1].head.i == verb.i and doc[start - 1].dep_ in ("aux", "auxpass", "neg", "advmod"):
        start -= 1
    end += 1
    if particle:
        for word in particle.split():
            if end < len(doc) and doc[end].lower_ == word:
                end += 1
    return Tokens(start, end)
