"""What the parse tells of a reference: its number, its prominence, whether it refers at all, how far its phrase goes."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from spacy.tokens import Span, Token

from ingest.annotations import ActorKind
from ingest.extractors.actors.lexicon import ORGANISATION_CLASSES, is_collective, is_force, is_person_noun, noun_classes
from ingest.extractors.quotes.grammar import tells_occasion
from ingest.extractors.quotes.lexicon import verbs

# Prominence by grammatical function, after the salience factors of Lappin and Leass (1994), scaled to a subject's.
SUBJECT_WEIGHT = 1.0
OBJECT_WEIGHT = 0.6
OBLIQUE_WEIGHT = 0.4
MODIFIER_WEIGHT = 0.2
# Who speaks goes on to be spoken of.
SPEAKER_FACTOR = 1.5
COORDINATED_FACTOR = 0.9

# A possessor that is itself only a pronoun adds little.
PRONOUN_FACTOR = 0.5

PronounFamily = Literal["male", "female", "plural", "neuter"]
FAMILY_OF_PRONOUN: dict[str, PronounFamily] = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
    "they": "plural", "them": "plural", "their": "plural", "themselves": "plural",
    "it": "neuter", "its": "neuter", "itself": "neuter",
}  # fmt: skip

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "ROOT"})
_OBJECTS = frozenset({"dobj", "iobj", "dative", "attr", "agent"})
_MODIFIERS = frozenset({"poss", "compound", "amod", "nmod"})
_GOES_ON = frozenset({"continue", "read"})
_INDEFINITE = frozenset({"anybody", "anyone", "everybody", "everyone", "nobody", "somebody", "someone", "whoever"})
# "the coast guard" is a service, "a prison guard" a man
_GUARDED = frozenset({"border", "coast", "national"})
_PHRASE_ENDS = frozenset({"relcl", "appos", "punct", "cc", "conj", "acl", "dep"})


def is_speech_verb(lemma: str) -> bool:
    """Whether a verb introduces what somebody says, or goes on with it ("it continued", "the update read")."""
    return lemma in _GOES_ON or any(cue.attitude == "speech" for cue in verbs().get(lemma, ()))


@lru_cache(maxsize=1024)
def introduces_words(lemma: str) -> bool:
    """Whether a verb introduces what somebody says as a clause or in their own words: "say", not "attack" or "call on"."""
    return lemma in _GOES_ON or any(
        cue.attitude == "speech" and cue.particle is None and not cue.frames.isdisjoint({"clause", "quote"})
        for cue in verbs().get(lemma, ())
    )


def is_place_of_somebody(token: Token) -> bool:
    """Whether a place's name tells where somebody spoke ("said in a speech at N"), or where a speaker or a body sits ("officials in N
    said", "a research group in N")."""
    if token.dep_ != "pobj":
        return False
    if described_kind(token.head.head) in {"Person", "Organization"}:
        return True
    node = token.head
    while node.head != node and node.pos_ in {"ADJ", "ADP", "NOUN", "PROPN"}:
        if node.dep_ == "nsubj":
            return introduces_words(node.head.lemma_)
        if node.dep_ not in {"amod", "prep", "pobj", "npadvmod", "dative"}:
            return False
        node = node.head
    return introduces_words(node.lemma_) or node.lower_ == "according"


def described_kind(token: Token) -> ActorKind | None:
    """The kind of actor that a common noun stands for; None for a noun that stands for none."""
    lemma = token.lemma_.lower()
    if is_age(token):
        return "Person"
    if lemma == "guard" and any(child.dep_ == "compound" and child.lower_ in _GUARDED for child in token.children):
        return "Organization"
    if is_person_noun(lemma):
        return "Population" if is_plural(token) else "Person"
    classes = noun_classes(lemma) | noun_classes(token.lower_)
    if "armed" in classes or is_force(token.lower_):
        return "ArmedGroup"
    if is_collective(token.lower_) and "outlet" not in classes:
        return "Population"
    if not classes.isdisjoint(ORGANISATION_CLASSES) or "medium" in classes:
        return "Organization"
    return "Country" if "country" in classes else None


def is_age(token: Token) -> bool:
    """Whether a word stands for somebody by age: "the 34-year-old"; not "she is 34 years old"."""
    children = {child.lemma_ for child in token.children if child.i < token.i}
    return token.lower_ == "old" and "year" in children and not children.isdisjoint({"a", "an", "the", "this", "that"})


def is_plural(token: Token) -> bool:
    """Whether a word means several."""
    if token.tag_ == "NNP" and token.is_sent_start and token.lower_.endswith("s"):
        # "Rebels of the north": a capital makes a name of it.
        return bool(noun_classes(token.lower_[:-1]))
    return token.tag_ in {"NNS", "NNPS"} or is_collective(token.lower_) or token.lower_ in {"they", "them"}


def phrase_of(head: Token) -> Span:
    """The noun phrase of a head, up to a relative clause, an apposition or a comma behind it, without the occasion of its speech."""
    lefts = [
        child.left_edge.i
        for child in head.lefts
        if child.dep_ not in {"punct", "cc", "preconj", "mark", "advmod", "nsubj", "dep", "advcl", "prep", "ccomp"}
    ]
    end = head.i + 1
    for child in head.rights:
        if (
            child.dep_ in _PHRASE_ENDS
            or child.pos_ in {"VERB", "AUX"}
            or any(each.dep_ == "pcomp" for each in child.children)
            or tells_occasion(child)
        ):
            break
        end = child.right_edge.i + 1
    comma = next((index for index in range(head.i + 1, end) if head.doc[index].text == ","), end)
    return head.doc[min(lefts, default=head.i) : comma]


def prominence(head: Token) -> float:
    """How prominent a mention is by its grammatical function."""
    if FAMILY_OF_PRONOUN.get(head.lower_) in {"neuter", "plural"} and head.dep_ not in _SUBJECTS:
        return MODIFIER_WEIGHT * PRONOUN_FACTOR
    if head.dep_ in _SUBJECTS:
        return SUBJECT_WEIGHT * (SPEAKER_FACTOR if is_speech_verb(head.head.lemma_) else 1.0)
    if head.dep_ in _OBJECTS:
        return OBJECT_WEIGHT
    if head.dep_ == "pobj" and head.head.lower_ == "to" and head.head.head.lower_ == "according":
        return SUBJECT_WEIGHT * SPEAKER_FACTOR
    if head.dep_ == "pobj" and head.head.dep_ == "agent":
        return OBJECT_WEIGHT
    if head.dep_ in {"appos", "conj"} and head.head != head:
        return prominence(head.head) * COORDINATED_FACTOR
    return MODIFIER_WEIGHT if head.dep_ in _MODIFIERS else OBLIQUE_WEIGHT


def governing_subjects(token: Token) -> list[Token]:
    """The subjects of the clauses that a token is part of, innermost first: "he" of "he said that the town …".

    An object of the innermost clause is never its own subject, so that one counts for possessors only.
    """
    subjects: list[Token] = []
    node, own_clause = token, True
    while node.head != node:
        head = node.head
        if head.pos_ in {"VERB", "AUX"}:
            if node.dep_ == "xcomp":
                # "urged the group to halt its advance": who is urged halts.
                subjects.extend(child for child in head.children if child.dep_ == "dobj")
            if not own_clause or token.dep_ == "poss":
                subjects.extend(
                    child for child in head.children if child.dep_ in {"nsubj", "nsubjpass"} and child != node
                )
            own_clause = False
        node = head
    return subjects


def following_subject(token: Token) -> Token | None:
    """The main subject that a fronted phrase leans forward to: "In its bulletin the staff said"."""
    root = token.sent.root
    subject = next((child for child in root.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.i < token.i or token.dep_ != "poss":
        return None
    node = token
    while node.head != node and node.head != root:
        node = node.head
    return subject if node.dep_ in {"prep", "advcl"} else None


def is_expletive(token: Token) -> bool:
    """Whether "it" stands for nothing: "it is likely that"."""
    if token.lower_ != "it":
        return False
    if token.dep_ == "expl":
        return True
    verb = token.head
    clause = any(child.dep_ in {"ccomp", "xcomp", "acl", "csubj", "csubjpass", "advcl"} for child in verb.children)
    return (
        clause
        and verb.lemma_ in {"be", "seem", "appear", "take"}
        and any(child.dep_ in {"acomp", "attr"} for child in verb.children)
    )


def is_bound(token: Token) -> bool:
    """Whether a pronoun stands for whoever an indefinite subject means: "nobody can say that he …", "everyone with their bags"."""
    for ancestor in token.ancestors:
        if any(
            child.lower_ in _INDEFINITE and child.i < token.i and child.dep_ in {"nsubj", "nsubjpass"}
            for child in ancestor.children
        ):
            return True
    return False


def speaks(head: Token) -> bool:
    """Whether a word is the subject of a verb of speech."""
    return head.dep_ == "nsubj" and is_speech_verb(head.head.lemma_)
