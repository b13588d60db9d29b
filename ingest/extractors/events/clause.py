"""Reads the parse around a verb: who does it, to whom, with which prepositions, and in which mood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from ingest.extractors.events.lexicon import lemma_of, particles_of
from ingest.extractors.events.misparsed import behind_source, is_flat_verb, mistaken_subject, number_left, outcomes
from ingest.extractors.quotes.grammar import agent, is_passive, own_subject, passive_subject, subject

_OBJECTS = frozenset({"dobj", "obj"})
_COMPLEMENTS = frozenset({"xcomp", "ccomp"})
# Also adjectives: "walked free", "pleaded guilty", "was critical of".
_PARTICLES = frozenset({"prt", "advmod", "acomp", "oprd"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_FUTURE = frozenset({"will", "wo", "shall", "'ll", "’ll"})
_OBLIGATION = frozenset({"must", "should", "ought"})
_POSSIBLE = frozenset({"could", "may", "might", "can", "ca"})
_CONDITIONS = frozenset({"if", "unless", "whether", "should"})
_ALWAYS_WITH_OBJECT = frozenset(
    {
        "abduct",
        "arrest",
        "assassinate",
        "behead",
        "deport",
        "detain",
        "displace",
        "evacuate",
        "execute",
        "expel",
        "hurt",
        "imprison",
        "injure",
        "jail",
        "kidnap",
        "kill",
        "sentence",
        "shell",
        "torture",
        "wound",
    }
)
# Verbs with two objects, whose passive keeps one: "was handed a long sentence".
_GIVING = frozenset(
    {"award", "deny", "give", "grant", "hand", "offer", "pay", "promise", "refuse", "send", "sentence", "serve"}
)
_NEGATIONS = frozenset({"no", "never", "neither", "nor", "hardly"})


@dataclass(frozen=True, slots=True)
class Clause:
    """One verb with its arguments; a passive's subject is its `object`, its by-phrase the `subject`; `words` are its prepositions."""

    verb: Token
    subject: Token | None
    object: Token | None
    dative: Token | None
    prepositions: tuple[tuple[str, Token], ...]
    words: frozenset[str]
    particles: frozenset[str]
    complements: tuple[Token, ...]
    passive: bool


def clause_of(verb: Token) -> Clause:
    """The clause of a verb, with arguments that it shares with or takes from others."""
    passive = _is_passive(verb)
    children = list(verb.children)
    objects = [child for child in children if child.dep_ in _OBJECTS]
    dative = next((child for child in children if child.dep_ == "dative" and child.pos_ != "ADP"), None)
    if passive:
        who, whom = agent(verb), _passive_object(verb)
        if objects and objects[0] != whom and dative is None and verb.lemma_ in _GIVING:
            # "was handed a long sentence": given to the subject.
            whom, dative = objects[0], whom
    else:
        found = subject(verb)
        mistaken = mistaken_subject(verb) if found.kind not in ("own", "relative") else None
        who = mistaken if mistaken is not None else antecedent(found.token)
        # Of two objects the last is the thing given: "gave the singer a medal".
        whom = (objects[-1] if verb.lemma_ in _GIVING else objects[0]) if objects else _name_behind(verb, children)
        whom = antecedent(whom) if whom is not None else _relative_object(verb)
        if whom is None:
            whom = verb.head if is_flat_verb(verb) else number_left(verb)
    hidden = _hidden_particle(verb, children)
    adjective, noun = _small_clause(verb, children)
    if whom is None:
        whom = next((child for child in hidden.rights if child.dep_ == "pobj"), None) if hidden is not None else noun
    beside = [
        child for child in children if child.dep_ in _PARTICLES and (child.i > verb.i or child.lower_ == "jointly")
    ]
    beside.extend(each for each in (hidden, adjective) if each is not None)
    prepositions = [
        *_prepositions(verb),
        *(each for child in beside if child.pos_ == "ADV" for each in _prepositions(child)),
    ]
    if whom is not None and (whom.head == verb or (whom == verb.head and not passive and is_flat_verb(verb))):
        prepositions.extend(_prepositions(whom))
    if verb.lemma_ == "be":
        prepositions.extend(each for child in verb.rights if child.dep_ == "acomp" for each in _prepositions(child))
    return Clause(
        verb=verb,
        subject=who,
        object=whom,
        dative=dative,
        prepositions=tuple(prepositions),
        words=frozenset(word for word, _ in prepositions),
        particles=frozenset(child.lower_ for child in (*beside, *outcomes(verb))),
        complements=tuple(child for child in children if child.dep_ in _COMPLEMENTS and child.pos_ in ("VERB", "AUX")),
        passive=passive,
    )


def _name_behind(verb: Token, children: Sequence[Token]) -> Token | None:
    """The capitalised word right behind a verb that the parser takes for an adverb: "has taken Bakhmut"."""
    return next(
        (
            child
            for child in children
            if child.i == verb.i + 1
            and child.dep_ in ("advmod", "acomp", "oprd", "npadvmod")
            and child.text[:1].isupper()
            and child.ent_type_ not in ("DATE", "TIME")
        ),
        None,
    )


def _small_clause(verb: Token, children: Sequence[Token]) -> tuple[Token | None, Token | None]:
    """Adjective and noun of "freed the engineer unharmed", "found the editor guilty", where the parser makes a clause of them."""
    for child in children:
        if child.i > verb.i and child.dep_ == "ccomp" and child.pos_ == "ADJ":
            noun = next((noun for noun in child.lefts if noun.dep_ == "nsubj" and noun.i > verb.i), None)
            if noun is not None:
                return child, noun
    return None, None


def _hidden_particle(verb: Token, children: Sequence[Token]) -> Token | None:
    """The particle right behind a verb that the parser takes for a preposition: "choked off the road"."""
    words = particles_of(lemma_of(verb))
    if not words:
        return None
    return next(
        (child for child in children if child.i == verb.i + 1 and child.dep_ == "prep" and child.lower_ in words),
        None,
    )


def antecedent(token: Token | None) -> Token | None:
    """The noun that a relative pronoun stands for, else the token itself."""
    if token is None or token.lower_ not in _RELATIVES or token.tag_ not in ("WP", "WDT"):
        return token
    return next((ancestor.head for ancestor in token.ancestors if ancestor.dep_ == "relcl"), token)


def objects_of_prepositions(token: Token) -> Iterator[tuple[str, Token]]:
    """Preposition and noun of each phrase that hangs on `token`."""
    return _prepositions(token)


def is_negated(verb: Token) -> bool:
    """Whether "not" or another negative stands with the verb, its auxiliaries or its subject."""
    for child in verb.children:
        if child.dep_ == "neg" or (child.dep_ == "advmod" and child.lower_ in _NEGATIONS):
            return True
        if child.dep_ in ("nsubj", "nsubjpass", "dobj") and (
            child.lower_ in ("nobody", "none", "nothing") or any(each.lower_ == "no" for each in child.lefts)
        ):
            return True
    return False


def mood(verb: Token) -> str:
    """ "future", "obligation", "possible", "would" or "" after the auxiliaries of a verb."""
    for child in verb.lefts:
        if child.dep_ not in ("aux", "auxpass"):
            continue
        word = child.lower_
        if word in _FUTURE:
            return "future"
        if word in _OBLIGATION:
            return "obligation"
        if word in _POSSIBLE:
            return "possible"
        if word in ("would", "'d", "’d"):
            return "would"
    head = verb.head
    if verb.dep_ == "xcomp" and head.lower_ == "going" and any(child.lemma_ == "be" for child in head.lefts):
        return "future"
    if verb.dep_ == "xcomp" and head.lemma_ in ("have", "need") and head != verb:
        return "obligation"
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX") and verb.tag_ == "VB" and own_subject(verb) is None:
        return mood(head)
    return ""


def is_conditional(verb: Token) -> bool:
    """Whether the verb stands in an if-clause or below one."""
    node = verb
    while True:
        if node.dep_ in ("advcl", "ccomp", "relcl", "conj") or node == verb:
            marks = {child.lower_ for child in node.lefts if child.dep_ in ("mark", "aux")}
            if node.dep_ == "advcl" and marks & _CONDITIONS:
                return True
        if node.head == node:
            return False
        node = node.head


def _is_passive(verb: Token) -> bool:
    """As `is_passive`, but "has repelled attacks by rebels" is active whatever the by-phrase was hung on."""
    auxiliaries = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass")]
    if verb.tag_ == "VBN" and not auxiliaries and number_left(verb) is not None:
        return False
    if any(child.lemma_ == "have" for child in auxiliaries) and not any(
        child.dep_ == "auxpass" for child in auxiliaries
    ):
        return False
    shot_dead = verb.lemma_ == "shoot" and any(child.lower_ == "dead" for child in verb.rights)
    return is_passive(verb) or (
        (shot_dead or verb.lemma_ in _ALWAYS_WITH_OBJECT) and _is_headline_passive(verb, auxiliaries)
    )


def _is_headline_passive(verb: Token, auxiliaries: list[Token]) -> bool:
    """ "Two guards killed in raid": what needs an object and has none was done to its subject."""
    return (
        verb.tag_ in ("VBD", "VBN")
        and not auxiliaries
        and verb.dep_ in ("ROOT", "conj", "ccomp")
        and not any(child.dep_ in _OBJECTS or child.dep_ == "xcomp" for child in verb.rights)
    )


def _prepositions(token: Token) -> Iterator[tuple[str, Token]]:
    for child in token.rights:
        if child.dep_ in ("prep", "dative", "agent") and child.pos_ in ("ADP", "SCONJ", "ADV", "PART"):
            for grandchild in child.children:
                if grandchild.dep_ in ("pobj", "pcomp"):
                    yield child.lower_, grandchild
                elif grandchild.dep_ == "prep":
                    for noun in grandchild.children:
                        if noun.dep_ == "pobj":
                            yield child.lower_, noun
                            yield grandchild.lower_, noun


def _passive_object(verb: Token) -> Token | None:
    own = passive_subject(verb) or own_subject(verb) or behind_source(verb)
    if own is not None:
        return antecedent(own)
    if verb.dep_ == "acl" or verb.dep_ == "amod":
        return verb.head
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return _passive_object(verb.head)
    return next((child for child in verb.children if child.dep_ in _OBJECTS), None)


def _relative_object(verb: Token) -> Token | None:
    """The noun before "that they took": the object of a relative clause without a pronoun that the parser sees."""
    if verb.dep_ != "relcl":
        return None
    own = own_subject(verb)
    if own is None or (own.lower_ in _RELATIVES and own.tag_ in ("WP", "WDT")):
        return None
    return verb.head
