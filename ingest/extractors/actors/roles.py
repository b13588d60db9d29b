"""The title or description that goes with a name: "US Secretary of Defense" before it, "a military analyst at …" behind it."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from ingest.extractors.actors.lexicon import Gender, is_person_noun, is_title, title_gender
from ingest.registry import Registry

ROLE_WORDS_MAXIMUM = 14

_INSIDE = frozenset({"of", "for", "and", "the", "-", "'s", "'", "’s", "&"})
_POSITIONS = frozenset({"PROPN", "NOUN", "ADJ", "NUM"})
_ADDRESSES = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "sir", "dame", "lord", "lady"})
_DESCRIPTION_ENDS = frozenset({"who", "whose", "which", "that", "said", "says"})


def role_before(doc: Doc, start: int) -> tuple[int, str | None]:
    """Where the mention begins with its title, and the title; (start, None) where no title stands before token `start`."""
    index = start
    # "office of President N": behind a title of its own, what goes before "of" is not N's.
    own_title = bool(start) and (is_title(doc[start - 1].text) or is_person_noun(doc[start - 1].lower_))
    while (
        index
        and not (own_title and doc[index - 1].lower_ == "of")
        and start - index < ROLE_WORDS_MAXIMUM
        and _may_belong(doc[index - 1], doc[index])
    ):
        index -= 1
    while index < start and (doc[index].lower_ in _INSIDE or doc[index].is_punct or doc[index].tag_ == "POS"):
        index += 1
    # The whole of "the Ukrainian military analyst" or, where no such noun stands next to the name, none of it.
    last = doc[start - 1] if index < start else None
    if last is None or not (
        is_person_noun(last.lower_)
        or is_person_noun(last.lemma_)
        or is_title(last.text)
        or _has_role_of(doc, index, start)
    ):
        return start, None
    while index < start - 1 and (doc[index].pos_ == "NUM" or doc[index].tag_ in {"DT", "PRP$"}):
        index += 1
    role = doc[index:start].text.strip()
    if doc[start - 1].lower_ in _ADDRESSES:
        role = doc[index : start - 1].text.strip() if index < start - 1 else ""
    return index, role or None


def role_behind(doc: Doc, end: int) -> str | None:
    """The description in apposition behind a name: ", the governor of Donetsk,"; without its article."""
    if end + 1 >= len(doc) or doc[end].text != ",":
        return None
    first = end + 1
    index = first
    head = False
    while index < len(doc) and index - first < ROLE_WORDS_MAXIMUM:
        token = doc[index]
        if (token.is_punct and token.text not in {"-", "'"}) or token.is_space or token.lower_ in _DESCRIPTION_ENDS:
            break
        if token.pos_ in {"VERB", "AUX"} and token.tag_ != "VBN":
            break
        if not head and (token.pos_ in {"ADP", "PRON"} or token.tag_ == "WP"):
            return None
        head = head or is_person_noun(token.lemma_) or is_person_noun(token.lower_)
        index += 1
    if not head:
        return None
    if doc[first].lower_ in {"a", "an", "the"}:
        first += 1
    return doc[first:index].text.strip() or None


def address_gender(doc: Doc, start: int) -> Gender | None:
    """The gender that the form of address before token `start` tells."""
    return title_gender(doc[start - 1].text) if start else None


def names_country_adjective(registry: Registry, role: str | None) -> str | None:
    """The ISO code of the country whose adjective or name a role holds: "Ukrainian military analyst"."""
    if role is None:
        return None
    words = role.replace("'s", "").replace("’s", "").split()
    for length in (2, 1):
        for index in range(len(words) - length + 1):
            phrase = " ".join(words[index : index + length])
            country = registry.country_of_adjective(phrase) if phrase[:1].isupper() else None
            if country is None and phrase[:1].isupper():
                found = registry.find(phrase, "Country")
                country = found
            if country is not None:
                return country.country
    return None


def _may_belong(token: Token, following: Token) -> bool:
    if token.is_sent_end and not token.text.endswith("."):
        return False
    if token.lower_ in _INSIDE or token.tag_ == "POS":
        return following.text[:1] not in ",;:"
    if token.pos_ == "PUNCT" or token.is_space:
        return False
    if token.tag_ in {"VBG", "VBN"} and token.dep_ == "amod":
        return True
    return token.pos_ in _POSITIONS or is_title(token.text)


def _has_role_of(doc: Doc, start: int, end: int) -> bool:
    """Whether a role noun stands there with its field behind it: "Secretary of Defense", "head of the military administration"."""
    return any(
        token.lower_ in {"of", "for"}
        and token.i > start
        and (is_person_noun(doc[token.i - 1].lower_) or is_title(doc[token.i - 1].text))
        for token in doc[start:end]
    )
