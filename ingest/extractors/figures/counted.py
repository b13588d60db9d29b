"""What a number counts or measures: the noun it stands with, and the verb that says what became of those counted."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from ingest.annotations import Metric
from ingest.extractors.events.clause import is_negated
from ingest.extractors.figures import lexicon
from ingest.extractors.figures.quantities import Quantity
from ingest.extractors.quotes.grammar import is_passive

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Adjectives of a state: "five dead", "dozens were missing".
_STATES: dict[str, Metric] = {
    "dead": "killed", "wounded": "wounded", "injured": "wounded", "missing": "missing", "homeless": "displaced",
}  # fmt: skip
_TIME_LABELS = frozenset({"DATE", "TIME", "ORDINAL"})
# A noun further behind its number than this is another's ("two large Soviet-era artillery shells").
NOUN_TOKENS_MAXIMUM = 6


@dataclass(frozen=True, slots=True)
class Counted:
    """Metric and unit of a number; `start` and `end` are the offsets of the words that tell them."""

    metric: Metric
    unit: str | None
    start: int
    end: int
    negated: bool


def counted_by(doc: Doc, quantity: Quantity) -> Counted | None:
    """What the number counts, None where it is a time, an age, a rank, a name's part, or counts nothing known."""
    number = doc[quantity.last]
    sign = _currency(doc, quantity)
    if sign is not None:
        return Counted("money", lexicon.currencies()[sign.text], sign.idx, _end_of(number), False)
    following = doc[quantity.end] if quantity.end < len(doc) else None
    if number.text.endswith("%"):
        return Counted("share", "percent", number.idx, _end_of(number), False)
    if following is not None and following.lower_ in ("%", "percent", "per"):
        cent = following.nbor() if following.lower_ == "per" and following.i + 1 < len(doc) else following
        if cent.lower_ in ("%", "percent", "cent"):
            return Counted("share", "percent", number.idx, _end_of(cent), False)
    if number.text.lower().endswith("km"):
        return Counted("distance", "kilometre", number.idx, _end_of(number), False)
    if following is not None and following.lower_ in _STATES:
        return Counted(_STATES[following.lower_], "person", number.idx, _end_of(following), False)
    if _is_toll(number):
        return Counted("killed", "person", number.idx, _end_of(number), False)
    noun = _noun(doc, quantity)
    if noun is None:
        return _people(doc, quantity)
    if noun.lemma_.lower() in lexicon.times() or noun.lower_ in lexicon.times():
        return None
    metric, unit = _unit_of(noun)
    if metric is None:
        return None
    if unit == "person" or metric == "other":
        happened, negated = _happened(noun)
        if happened is not None:
            return Counted(happened, unit, number.idx, _end_of(noun), negated)
    _, negated = _happened(noun)
    return Counted(metric, unit, number.idx, _end_of(noun), negated)


def _is_toll(number: Token) -> bool:
    """Whether a number is what "the death toll" has come to, or what somebody puts it at."""
    if number.dep_ not in ("pobj", "attr", "dobj"):
        return False
    verb = number.head.head if number.dep_ == "pobj" else number.head
    return (
        any(child.dep_ in ("nsubj", "nsubjpass", "dobj") and child.lemma_ == "toll" for child in verb.children)
        or verb.lemma_ == "toll"
    )


def _unit_of(noun: Token) -> tuple[Metric | None, str | None]:
    units = lexicon.units()
    for word in (noun.lemma_.lower(), noun.lower_):
        if word in units:
            return units[word]
    return None, None


def _currency(doc: Doc, quantity: Quantity) -> Token | None:
    before = doc[quantity.start : quantity.last]
    signs = [token for token in before if token.text in lexicon.currencies()]
    index = quantity.start - 1
    if not signs and index >= 0 and doc[index].text in lexicon.currencies():
        signs = [doc[index]]
    return signs[0] if signs else None


def _noun(doc: Doc, quantity: Quantity) -> Token | None:
    """The noun that the number counts: its head, else the next one, else the one behind "of"."""
    for token in doc[quantity.start : quantity.end]:
        head = token.head
        near = quantity.end <= head.i < quantity.end + NOUN_TOKENS_MAXIMUM
        if near and token.dep_ in ("nummod", "quantmod", "compound") and head.pos_ in ("NOUN", "PROPN", "SYM"):
            return head
    index = quantity.end
    if index < len(doc) and doc[index].lower_ == "of":
        inner = [child for child in doc[index].rights if child.dep_ == "pobj"]
        return inner[0] if inner and _unit_of(inner[0])[0] is not None else None
    while index < len(doc) and index - quantity.end < NOUN_TOKENS_MAXIMUM:
        token = doc[index]
        if token.pos_ == "NOUN" or token.lemma_.lower() in lexicon.times():
            return token if not (index + 1 < len(doc) and doc[index + 1].pos_ == "NOUN") else doc[index + 1]
        if token.pos_ not in ("ADJ", "PROPN", "PUNCT", "ADV") or token.text in (",", ".", ";", ":", "(", ")"):
            break
        index += 1
    return None


def _people(doc: Doc, quantity: Quantity) -> Counted | None:
    """People counted without a noun: "killed three and wounded 20", "five were killed"."""
    number = doc[quantity.last]
    if number.ent_type_ in _TIME_LABELS or _is_year(number):
        return None
    happened, negated = _happened(number)
    if happened is None:
        return None
    return Counted(happened, "person", number.idx, _end_of(number), negated)


def _is_year(number: Token) -> bool:
    return (
        number.text.isdigit()
        and len(number.text) == 4
        and 1500 <= int(number.text) <= 2100
        and number.head.pos_ == "ADP"
    )


def _happened(noun: Token) -> tuple[Metric | None, bool]:
    """The metric of the verb whose subject or object a phrase is, and whether that verb is negated."""
    verbs = lexicon.verbs()
    for child in noun.rights:
        if child.lower_ in _STATES and child.dep_ in ("amod", "acl", "appos"):
            return _STATES[child.lower_], False
        if child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_ in verbs and verbs[child.lemma_][1] == "obj":
            return verbs[child.lemma_][0], False
    node = noun
    while node.dep_ in ("conj", "appos") and node.head.pos_ in ("NOUN", "NUM", "PROPN") and node.head != node:
        node = node.head
    head = node.head
    if node.dep_ == "pobj" and head.lower_ == "of" and head.head.pos_ in ("NOUN", "NUM"):
        node, head = head.head, head.head.head
    if head.dep_ == "aux":
        head = head.head
    if head.lower_ in _STATES and node.dep_ in _SUBJECTS:
        return _STATES[head.lower_], is_negated(head)
    if head.lemma_ == "be" and node.dep_ in _SUBJECTS:
        for child in head.rights:
            if child.lower_ in _STATES:
                return _STATES[child.lower_], is_negated(head)
    if head.lemma_ == "leave":
        for child in (*head.rights, *noun.rights):
            if child.lower_ in _STATES:
                return _STATES[child.lower_], is_negated(head)
    found = verbs.get(head.lemma_.lower()) if head.pos_ in ("VERB", "AUX") else None
    if found is None:
        return None, False
    metric, voice = found
    as_object = (
        node.dep_ in ("dobj", "nsubjpass") or (node.dep_ == "nsubj" and is_passive(head)) or _is_reduced(node, head)
    )
    if (voice == "obj") == as_object or (voice == "subj" and node.dep_ in _SUBJECTS):
        return metric, is_negated(head)
    return None, False


def _is_reduced(node: Token, head: Token) -> bool:
    """ "20 wounded" after "five people were killed and": a subject of a participle without its auxiliary."""
    return node.dep_ == "nsubj" and head.tag_ == "VBN" and not any(child.dep_ == "aux" for child in head.lefts)


def _end_of(token: Token) -> int:
    return token.idx + len(token)
