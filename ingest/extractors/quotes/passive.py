"""Passive cues: "it is thought that", "he was told that", "they were accused of", "criticized by"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ingest.extractors.quotes import grammar
from ingest.extractors.quotes.candidate import Tokens
from ingest.extractors.quotes.lexicon import Cue

_SAYING = frozenset({"say", "tell", "write", "warn", "add"})


def passive_contents(verb: Token, cue: Cue) -> Iterator[tuple[str, list[Tokens]]]:
    """Family and content for each frame of `cue` that the passive fills, likeliest first."""
    frames = cue.frames
    after = verb.i + 1
    theme = grammar.passive_subject(verb)
    if theme is None and verb.dep_ == "acl":
        theme = verb.head
    if theme is None and verb.dep_ == "conj":
        theme = grammar.passive_subject(verb.head)
    expletive = theme is not None and theme.lower_ == "it"
    twin = _twin_subject(verb)
    if twin is not None and "clause" in frames:
        yield "clause", [Tokens(twin.left_edge.i, twin.head.right_edge.i + 1)]
    clause = next((child for child in verb.rights if child.dep_ in ("ccomp", "xcomp") and child.i > verb.i), None)
    if clause is None and verb.dep_ == "advcl":
        # "Asked whether it was true, she ..."
        clause = next(
            (
                child
                for child in verb.rights
                if child.dep_ == "advcl" and child.left_edge.lower_ in grammar.QUESTION_WORDS
            ),
            None,
        )
    if clause is not None and grammar.is_to_infinitive(clause):
        if (
            theme is not None
            and not expletive
            and {"clause", "infinitive", "object_infinitive", "object", "weak_object"} & frames
        ):
            yield (
                "passive_infinitive",
                [_theme(theme, verb), Tokens(max(after, clause.left_edge.i), clause.right_edge.i + 1)],
            )
    elif clause is not None and "clause" in frames and (expletive or "addressee" in frames or verb.dep_ == "advcl"):
        yield "passive_clause", [Tokens(max(after, clause.left_edge.i), clause.right_edge.i + 1)]
    if "addressee" in frames:
        for child in verb.rights:
            if child.dep_ == "prep" and child.lower_ in cue.prepositions and child.right_edge.i > child.i:
                yield "passive_preposition", [Tokens(child.i + 1, child.right_edge.i + 1)]
    if theme is None or expletive:
        return
    by = grammar.agent(verb)
    for frame in ("as", "of", "for", "to"):
        if f"object_{frame}" in frames:
            for child in [*verb.rights, *(by.rights if by is not None else ())]:
                if child.dep_ == "prep" and child.lower_ == frame and not _says_itself(child):
                    yield "passive_object_" + frame, [_theme(theme, verb), Tokens(child.i, child.right_edge.i + 1)]
    if "complement" in frames:
        for child in verb.rights:
            if child.dep_ in ("oprd", "attr", "acomp"):
                yield "passive_complement", [_theme(theme, verb), Tokens(child.left_edge.i, child.right_edge.i + 1)]
    if any(child.dep_ == "prep" and _says_itself(child) for child in verb.rights):
        return
    if by is not None and frames & {"object", "weak_object", "object_for", "object_of", "object_as", "clause"}:
        yield "passive_object", [_theme(theme, verb)]


def _twin_subject(verb: Token) -> Token | None:
    """The subject of what is said, where the parser took the cue for a participle ("two papers reported on Friday the bank had ...")."""
    if verb.dep_ != "acl":
        return None
    subjects = [child for child in verb.head.head.lefts if child.dep_ in ("nsubj", "nsubjpass")]
    if len(subjects) < 2 or subjects[0] is not verb.head or subjects[-1].left_edge.i <= verb.i:
        return None
    return subjects[-1]


def _says_itself(preposition: Token) -> bool:
    """ "was quoted as saying": what follows is a statement of its own, by the one who is quoted."""
    return any(child.dep_ == "pcomp" and child.lemma_ in _SAYING for child in preposition.rights)


def _theme(theme: Token, verb: Token) -> Tokens:
    end = min(theme.right_edge.i + 1, verb.left_edge.i if verb.left_edge.i > theme.i else verb.i)
    return Tokens(theme.left_edge.i, max(end, theme.i + 1))
