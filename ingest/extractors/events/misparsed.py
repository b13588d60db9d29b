"""What the parser hangs elsewhere in headlines and behind sources, found again: subjects, objects, verbs and event nouns."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ingest.extractors.quotes.grammar import own_subject

_OBJECTS = frozenset({"dobj", "obj"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "VB", "VBN"})


def is_verb_of_headline(token: Token) -> bool:
    """Whether the tagger missed the verb of a headline: "Protesters storm parliament", "Protests erupt in Lima"."""
    return (
        token.dep_ == "ROOT"
        and token.tag_ in ("NN", "NNS", "JJ")
        and any(child.dep_ == "nsubj" for child in token.lefts)
        and not any(child.dep_ == "cop" or child.pos_ in ("AUX", "DET") for child in token.lefts)
    )


def is_flat_verb(verb: Token) -> bool:
    """Whether a verb with a subject of its own hangs as if it were an adjective on its object: "Police detain editor"."""
    return verb.dep_ == "amod" and verb.tag_ in _FINITE and own_subject(verb) is not None


def mistaken_subject(verb: Token) -> Token | None:
    """The subject of a verb without one, where the parser hung it elsewhere."""
    if verb.tag_ not in _FINITE:
        return None
    return behind_source(verb) or _gerund_before(verb) or _plural_before(verb)


def behind_source(verb: Token) -> Token | None:
    """The subject behind a source: of "According to the army, rebels attacked" the parser makes the army and the rebels."""
    for child in verb.lefts:
        if child.lower_ == "according":
            for noun in child.subtree:
                if noun.dep_ == "conj" and noun.left_edge.i and noun.left_edge.nbor(-1).text == ",":
                    return noun
    return None


def is_event_gerund(token: Token) -> bool:
    """Whether a form in -ing is a noun: "Fighting continued", "Shelling by the army wounded two", "Russian shelling leaves two dead"."""
    if token.tag_ != "VBG" or token.dep_ in ("pobj", "nsubj", "nsubjpass"):
        return token.tag_ == "VBG"
    if any(child.dep_ in _OBJECTS for child in token.rights):
        return False
    if token.dep_ in ("advcl", "csubj"):
        return token.right_edge.i + 1 == token.head.i and any(child.dep_ in ("agent", "prep") for child in token.rights)
    return token.dep_ == "ROOT" and _headline_verb(token) is not None


def _headline_verb(gerund: Token) -> Token | None:
    return next((child for child in gerund.rights if child.dep_ == "xcomp" and child.tag_ == "VBZ"), None)


def _gerund_before(verb: Token) -> Token | None:
    """The event noun in -ing that stands as the subject, where the parser makes it a clause of its own."""
    if verb.dep_ == "xcomp":
        return verb.head if is_event_gerund(verb.head) and _headline_verb(verb.head) == verb else None
    return next((child for child in verb.lefts if child.dep_ == "advcl" and is_event_gerund(child)), None)


def _plural_before(verb: Token) -> Token | None:
    """The plural of a headline that stands as if it were part of a name: "Nurses strike in Lagos"."""
    if verb.dep_ != "ROOT" or verb.tag_ != "VBP":
        return None
    return next((child for child in verb.lefts if child.dep_ == "compound" and child.tag_ == "NNS"), None)


def outcomes(verb: Token) -> Iterator[Token]:
    """What people are left, wherever the parser hung it: "left two dead", "left 12 people injured"."""
    if verb.lemma_ != "leave":
        return
    for child in verb.rights:
        if child.dep_ == "ccomp" and child.tag_ == "VBN":
            yield child
        if child.dep_ in _OBJECTS:
            yield from (each for each in child.rights if each.dep_ in ("amod", "acl"))


def number_left(verb: Token) -> Token | None:
    """The number that counts an adjective in "leaves two dead"."""
    left = next((child for child in verb.rights if child.dep_ == "oprd"), None) if verb.lemma_ == "leave" else None
    return next((child for child in left.lefts if child.dep_ == "nummod"), None) if left is not None else None
