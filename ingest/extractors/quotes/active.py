"""Contents of an active cue: each frame of its entry is tried against the parse around the verb."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ingest.extractors.quotes import grammar
from ingest.extractors.quotes.around import around
from ingest.extractors.quotes.candidate import Tokens
from ingest.extractors.quotes.lexicon import Cue

# "told a meeting of island leaders in Honolulu last week that ..."
STRAY_TOKENS_MAXIMUM = 25


_OBJECT_PREPOSITIONS = ("as", "of", "for", "to", "at", "with")
_DASHES = frozenset({"-", "--", "—", "–"})


_EMPTY_OBJECTS = frozenset(
    {"it", "this", "that", "them", "him", "her", "me", "us", "you", "himself", "herself", "themselves", "itself"}
)


def active_contents(doc: Doc, verb: Token, cue: Cue) -> Iterator[tuple[str, list[Tokens]]]:
    """Family and content for each frame of `cue` that the sentence fills, likeliest first."""
    frames = cue.frames
    after = verb.i + 1 + (len(cue.particle.split()) if cue.particle else 0)
    if "clause" in frames or "quote" in frames:
        yield from _clause_frames(doc, verb, cue, after)
    clauses = [child for child in verb.rights if child.dep_ in ("xcomp", "ccomp", "advcl") and child.i > verb.i]
    infinitive = next((child for child in clauses if grammar.is_to_infinitive(child)), None)
    theme = next((child for child in verb.rights if child.dep_ in grammar.OBJECTS), None)
    if infinitive is not None and infinitive.dep_ != "advcl":
        if "object_infinitive" in frames:
            if theme is not None and theme.i < infinitive.i:
                yield "object_infinitive", [Tokens(theme.left_edge.i, infinitive.right_edge.i + 1)]
            elif _own_subject_is_theme(infinitive):
                yield "object_infinitive", [Tokens(max(after, infinitive.left_edge.i), infinitive.right_edge.i + 1)]
        if (
            "infinitive" in frames
            and (theme is None or theme.i > infinitive.i)
            and not _own_subject_is_theme(infinitive)
        ):
            yield "infinitive", [Tokens(max(after, infinitive.left_edge.i), _with_conjuncts(verb, infinitive) + 1)]
    if "gerund" in frames:
        for child in clauses:
            if child.dep_ in ("xcomp", "ccomp") and _is_gerund(child):
                yield "gerund", [Tokens(max(after, child.left_edge.i), _with_conjuncts(verb, child) + 1)]
    if "complement" in frames:
        yield from _complement(verb, theme, after)
    for preposition in _OBJECT_PREPOSITIONS:
        frame = f"object_{preposition}"
        if frame in frames and theme is not None:
            for child in [*verb.rights, *theme.rights]:
                if child.dep_ == "prep" and child.lower_ == preposition and child.i > theme.i:
                    yield frame, [Tokens(theme.left_edge.i, max(child.right_edge.i, theme.right_edge.i) + 1)]
    relative = next((word for word in verb.lefts if word.dep_ == "dobj" and word.tag_ in ("WDT", "WP", "IN")), None)
    if relative is not None and ("object_as" in frames or "object_of" in frames):
        for child in verb.rights:
            if child.dep_ == "prep" and child.lower_ == "as" and child.right_edge.i > child.i:
                yield "object_as", [Tokens(relative.i, relative.i + 1), Tokens(child.i + 1, child.right_edge.i + 1)]
    if "on_infinitive" in frames:
        for child in verb.rights:
            if (
                child.dep_ in ("advcl", "ccomp", "xcomp")
                and child.left_edge.lower_ in ("for", "on")
                and grammar.is_to_infinitive(child)
            ):
                yield "object_infinitive", [Tokens(child.left_edge.i + 1, child.right_edge.i + 1)]
            asked = [other.right_edge.i for other in clauses if grammar.is_to_infinitive(other) and other.i > child.i]
            # "appealed to both sides to stop": without the infinitive the two words tell no demand.
            if child.dep_ == "prep" and (
                child.lower_ in ("on", "upon", "for") or (child.lower_ in ("to", "with") and asked)
            ):
                end = max(asked, default=child.right_edge.i)
                yield "object_infinitive", [Tokens(child.i + 1, max(end, child.right_edge.i) + 1)]
    if "clause" not in frames and frames & {"object", "weak_object"}:
        for child in _right_clauses(verb):
            if child.left_edge.lower_ in grammar.QUESTION_WORDS or child.left_edge.lower_ == "that":
                yield "clause", [Tokens(max(after, child.left_edge.i), child.right_edge.i + 1)]
    for family in ("small_clause", "object", "weak_object"):
        if family in frames and theme is not None and theme.dep_ != "dative":
            yield family, [Tokens(theme.left_edge.i, _with_modifiers(verb, theme) + 1)]
    if cue.prepositions:
        words = [doc[i] for i in range(verb.i + 1, after)]
        for child in [*verb.rights, *(child for word in words for child in word.rights)]:
            if (
                child.dep_ in ("prep", "prt", "agent")
                and child.lower_ in cue.prepositions
                and child.right_edge.i > child.i
            ):
                yield "preposition", [Tokens(child.i + 1, child.right_edge.i + 1)]


def _with_conjuncts(verb: Token, child: Token) -> int:
    """The last token of an infinitive or gerund with those coordinated with it that the parser hung on the cue."""
    end = child.right_edge.i
    for other in verb.rights:
        if (
            other.dep_ == "conj"
            and other.tag_ == child.tag_
            and other.left_edge.i <= end + 2 + (other.i - other.left_edge.i)
        ):
            end = max(end, other.right_edge.i)
    return end


def _is_gerund(verb: Token) -> bool:
    """ "Doing", "having done"."""
    return verb.tag_ == "VBG" or (verb.left_edge.tag_ == "VBG" and verb.left_edge.dep_ == "aux")


def _with_modifiers(verb: Token, theme: Token) -> int:
    """The last token of an object with "by ...", "of ...", "between ..." that the parser hung on the cue."""
    end = theme.right_edge.i
    for child in verb.rights:
        if (
            child.dep_ in ("prep", "agent")
            and child.lower_ in ("by", "of", "between", "against")
            and child.left_edge.i == end + 1
        ):
            end = child.right_edge.i
    return end


def _own_subject_is_theme(clause: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in clause.lefts)


def _right_clauses(verb: Token) -> Iterator[Token]:
    for child in verb.rights:
        if child.dep_ in ("ccomp", "csubj"):
            yield child


def _complement(verb: Token, theme: Token | None, after: int) -> Iterator[tuple[str, list[Tokens]]]:
    relative = next((word for word in verb.lefts if word.dep_ == "dobj"), None)
    if relative is None and theme is None and verb.dep_ == "relcl" and verb.left_edge.lower_ in ("that", "which"):
        relative = verb.left_edge
    for child in verb.rights:
        second = theme is not None and child.dep_ in grammar.OBJECTS and child.i > theme.i
        if second or (
            child.dep_ in ("oprd", "ccomp", "xcomp", "attr", "acomp") and not grammar.is_to_infinitive(child)
        ):
            if theme is not None or _own_subject_is_theme(child):
                start = min(theme.left_edge.i if theme is not None else after, child.left_edge.i)
                yield "complement", [Tokens(max(start, after), child.right_edge.i + 1)]
            elif relative is not None:
                yield (
                    "complement",
                    [Tokens(relative.left_edge.i, relative.i + 1), Tokens(child.left_edge.i, child.right_edge.i + 1)],
                )
    relative = next((word for word in verb.lefts if word.dep_ == "dobj" and word.tag_ in ("WDT", "WP")), None)
    if relative is not None and theme is not None:
        yield "complement", [Tokens(relative.i, relative.i + 1), Tokens(theme.left_edge.i, theme.right_edge.i + 1)]
    if theme is not None and theme.right_edge.i > theme.i + 1:
        inner = theme.right_edge
        if inner.text in ('"', "''"):
            yield "complement", [Tokens(theme.left_edge.i, theme.right_edge.i + 1)]


def _clause_frames(doc: Doc, verb: Token, cue: Cue, after: int) -> Iterator[tuple[str, list[Tokens]]]:
    if "quote" in cue.frames:
        surrounding = around(doc, verb)
        if surrounding is not None:
            yield surrounding
            return
    for child in _right_clauses(verb):
        if child.i < verb.i:
            continue
        if grammar.is_to_infinitive(child) or (
            child.tag_ == "VBG" and not any(c.dep_ in ("aux", "nsubj") for c in child.lefts)
        ):
            continue
        start = max(after, child.left_edge.i)
        end = child.right_edge.i + 1
        if "addressee" not in cue.frames:
            # The clause's own subject, hung on the verb by mistake.
            start = min(
                [start, *(o.left_edge.i for o in verb.rights if o.dep_ in ("dobj", "nsubj") and verb.i < o.i < child.i)]
            )
        first = next(child.lefts, None)
        mark = next((word for word in child.lefts if word.lower_ == "that" and word.dep_ == "mark"), None)
        if mark is not None:
            start = max(start, mark.i)
        elif first is not None and first.dep_ == "npadvmod" and first.i >= start and first.tag_ != "CD":
            # "said Monday he would": the day is when it was said.
            start = first.right_edge.i + 1
        for other in verb.rights:
            shares = other.i > child.i and other.dep_ == "conj" and grammar.own_subject(other) is None
            if shares and any(word.tag_ == "MD" for word in other.lefts):
                # "says it would cost less but would take longer"
                end = max(end, other.right_edge.i + 1)
            # Clauses in a coordination that the parser hung on the verb: "said that A and that B".
            if (
                other.i > child.i
                and other.dep_ in ("conj", "ccomp")
                and other.left_edge.lower_ in ("that", "whether", "if")
            ):
                end = max(end, other.right_edge.i + 1)
        finite = child.tag_ in grammar.FINITE or any(c.dep_ in ("aux", "auxpass", "cop", "mark") for c in child.lefts)
        marked = child.left_edge.lower_ in grammar.QUESTION_WORDS or child.left_edge.lower_ == "that"
        if (
            end < len(doc) - 1
            and doc[end].text == ":"
            and doc[end].sent.start == verb.sent.start
            and doc[end + 1].tag_ != "``"
        ):
            end = verb.sent.end
        if end < len(doc) and doc[end].text in _DASHES and sum(doc[i].text in _DASHES for i in range(start, end)) == 1:
            # "that the mayor - even as he says so - has done little": the second dash does not end it.
            end = max(end, _to_comma(doc, end + 1, verb.sent.end))
        if cue.attitude != "speech" or "clause" in cue.frames:
            yield ("clause" if finite or marked else "small_clause"), [Tokens(start, end)]
            return
    if "clause" not in cue.frames:
        return
    stray = _stray_that(doc, verb)
    if stray is not None:
        yield "clause", [stray]
    if cue.attitude == "speech" and "object" not in cue.frames:
        loose = _loose_clause(doc, verb, after)
        if loose is not None:
            yield "clause", [loose]
    if cue.lemma in ("say", "think", "believe"):
        for child in verb.rights:
            if child.dep_ == "dobj" and child.i > verb.i and child.lower_ not in _EMPTY_OBJECTS:
                yield "said_object", [Tokens(child.left_edge.i, child.right_edge.i + 1)]
            if child.dep_ == "advmod" and child.lower_ == "so":
                yield "said_so", [Tokens(child.i, child.i + 1)]


def _loose_clause(doc: Doc, verb: Token, start: int) -> Tokens | None:
    """A clause behind the cue that the parser made no complement of: a finite verb with a subject of its own, right there."""
    for index in range(start, min(verb.sent.end, start + STRAY_TOKENS_MAXIMUM)):
        token = doc[index]
        if token.is_punct or token.dep_ in ("cc", "relcl") or token.tag_ in ("WDT", "WP", "WRB"):
            return None
        if token.tag_ in grammar.FINITE:
            own = grammar.own_subject(token if token.tag_ != "MD" else token.head)
            if own is None or own.left_edge.i != start:
                return None
            head = token if token.tag_ != "MD" else token.head
            return Tokens(own.left_edge.i, max(head.right_edge.i, index) + 1)
    return None


def _stray_that(doc: Doc, verb: Token) -> Tokens | None:
    """A that-clause hung on a noun between ("told a crowd on Monday that ..."): up to the end of its clause."""
    sentence = verb.sent
    for index in range(verb.i + 1, min(verb.right_edge.i + 1, verb.i + STRAY_TOKENS_MAXIMUM, sentence.end)):
        token = doc[index]
        if token.lower_ == "that" and token.dep_ == "mark" and token.head.i > index:
            return Tokens(index, token.head.right_edge.i + 1)
        if token.pos_ in ("VERB", "AUX") or token.dep_ == "cc" or token.text in ";:":
            return None
    return None


def _to_comma(doc: Doc, start: int, end: int) -> int:
    while start < end and doc[start].text not in (",", ";", ".", "?", "!"):
        start += 1
    return start
