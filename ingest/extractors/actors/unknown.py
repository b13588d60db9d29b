"""Names that no registry knows: persons and organisations by the model's entities, titles, given names and words of organisations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from ingest.annotations import ActorKind
from ingest.columns import Columns, columns_of
from ingest.extractors.actors.lexicon import (
    ORGANISATION_CLASSES,
    given_name_gender,
    is_calendar_name,
    is_organisation_word,
    is_person_noun,
    is_title,
    noun_classes,
)
from ingest.extractors.quotes.lexicon import verbs
from ingest.registry import Registry

NAME_WORDS_MAXIMUM = 8
PERSON_WORDS_MAXIMUM = 5
# A shorter word in apposition is a letter for a party or a degree.
NAME_CHARACTERS_MINIMUM = 3

_PARTICLES = frozenset(
    {"abd", "abu", "al", "ben", "bin", "da", "de", "del", "della", "der", "di", "do", "dos", "du", "e", "el", "ibn", "la",
     "le", "ten", "ter", "van", "von", "y", "zu"}
)  # fmt: skip
_NAMING = frozenset({"named", "nicknamed", "sign", "callsign"})
_OPENING_ADVERBS = frozenset({"earlier", "later", "meanwhile", "now", "then", "today", "yesterday"})
_TRIMMED = frozenset({"the", "a", "an", "'s", "’s", "and", "-", "of", "'"})


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name at tokens `start <= i < end`; titles are left out."""

    start: int
    end: int
    kind: ActorKind


def find_unknown(doc: Doc, taken: Sequence[bool], registry: Registry) -> Iterator[Name]:
    """Persons' and organisations' names outside the tokens that are `taken`; not what every country has ("the Foreign Ministry")."""
    seen = list(taken)
    for start, end, label in sorted(_spans(doc), key=lambda span: (span[2] == "", span[0], -span[1])):
        start, end = _trimmed(doc, start, end)
        if start >= end or any(seen[start:end]):
            continue
        kind = _kind(doc, start, end, label)
        if (
            kind is None
            or registry.is_office(doc[start:end].text)
            or registry.country_of_seat(doc[start:end].text) is not None
        ):
            continue
        if kind == "Person":
            start = _without_titles(doc, start, end)
            if start >= end or end - start > PERSON_WORDS_MAXIMUM:
                continue
        for index in range(start, end):
            seen[index] = True
        yield Name(start, end, kind)


def _spans(doc: Doc) -> Iterator[tuple[int, int, str]]:
    """The model's entities, then the runs of proper nouns that it has not labelled."""
    for entity in doc.ents:
        if entity.label_ in {"PERSON", "ORG"}:
            yield entity.start, entity.end, entity.label_
    columns = columns_of(doc)
    index = 0
    while index < len(columns):
        start = index
        while index < len(columns) and _is_name_word(doc, columns, index, start):
            index += 1
        if index > start and index - start <= NAME_WORDS_MAXIMUM:
            yield start, index, ""
        index = max(index, start + 1)


def _is_name_word(doc: Doc, columns: Columns, index: int, start: int) -> bool:
    if index > start and not columns.words[index - 1].endswith(".") and doc[index - 1].is_sent_end:
        return False
    if _is_name(columns, index):
        return True
    if index == start or index + 1 >= len(columns) or not _is_name(columns, index + 1):
        return False
    if columns.lowers[index] in _PARTICLES:
        return True
    return columns.words[index] == "-" and not columns.spaced[index] and not columns.spaced[index - 1]


def _is_name(columns: Columns, index: int) -> bool:
    return columns.parts[index] == "PROPN" and columns.words[index][:1].isupper()


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while start < end and (
        doc[start].lower_ in _TRIMMED
        or doc[start].is_punct
        or doc[start].is_space
        or (doc[start].is_sent_start and doc[start].lower_ in _OPENING_ADVERBS)
    ):
        start += 1
    while (
        start < end
        and (doc[end - 1].lower_ in _TRIMMED or doc[end - 1].is_punct or doc[end - 1].is_space)
        and not _is_initial(doc[end - 1])
    ):
        end -= 1
    return start, next((index for index in range(start, end) if doc[index].text == "("), end)


def _kind(doc: Doc, start: int, end: int, label: str) -> ActorKind | None:
    words = [token for token in doc[start:end] if not token.is_punct]
    if not words or not all(
        word.text[:1].isupper() or word.lower_ in _PARTICLES or (label == "ORG" and word.lower_ in _TRIMMED | {"for"})
        for word in words
    ):
        return None
    last = words[-1]
    if len(words) == 1 and "evidence" in noun_classes(last.lemma_) | noun_classes(last.lower_):
        # "Footage showed": what opens a sentence is written with a capital.
        return None
    if len(words) == 1 and last.is_sent_start and last.lower_.endswith("s") and noun_classes(last.lower_[:-1]):
        # "Rebels took the town": so is this.
        return None
    if words[0].pos_ == "NUM" or (len(words) == 1 and is_calendar_name(last.text)):
        return None
    if (
        len(words) == 1
        and last.dep_ in {"compound", "amod", "nmod"}
        and last.head.i > last.i
        and last.head.text.islower()
        and not is_person_noun(last.head.lemma_)
    ):
        # "an Iskander missile": the name of a thing.
        return None
    if not any((word.text[:1].isupper() and word.is_alpha) or "'" in word.text or "." in word.text for word in words):
        return None
    titled = _without_titles(doc, start, end)
    before = doc[start - 1] if start else None
    has_title = titled > start or (
        before is not None and (is_title(before.text) or is_person_noun(before.lower_) or before.lower_ in _NAMING)
    )
    # "the consultancy N", "the channel N"
    if (
        before is not None
        and not titled > start
        and not ORGANISATION_CLASSES.isdisjoint(noun_classes(before.lemma_))
        and label != "PERSON"
    ):
        return "Organization"
    # "the Nordic Centre": a word of organisations decides against all but a title.
    if any(is_organisation_word(word.text) for word in words[1:]) or (
        len(words) == 1 and is_organisation_word(words[0].text)
    ):
        if len(words) == 1:
            return None
        return "Organization"
    if not has_title and (_is_acronym(doc, start, end) or _is_thing(doc, end)):
        return "Organization"
    if titled < end and given_name_gender(doc[titled].text) is not None and (end - titled > 1 or label):
        return "Person"
    if has_title or label == "PERSON" or (len(words) in (2, 3) and _is_name_of_described(doc, start, end)):
        return "Person"
    if label == "ORG":
        return "Organization"
    # An unlabelled run that speaks or is somebody's apposition is a person's name more often than not.
    head = doc[start:end].root
    if head.ent_type_ or head.pos_ != "PROPN" or head.dep_ not in {"nsubj", "nsubjpass", "appos"}:
        return None
    if any(
        child.dep_ == "appos" and not ORGANISATION_CLASSES.isdisjoint(noun_classes(child.lemma_))
        for child in head.children
    ):
        return "Organization"
    speaks = head.dep_ == "nsubj" and any(cue.attitude == "speech" for cue in verbs().get(head.head.lemma_, ()))
    introduced = head.dep_ == "appos" and is_person_noun(head.head.lemma_) and len(head) >= NAME_CHARACTERS_MINIMUM
    return "Person" if len(words) <= 3 and (len(words) > 1 or speaks or introduced) else None


def _is_name_of_described(doc: Doc, start: int, end: int) -> bool:
    """Whether a name stands behind the description of one person: "the public defender, N N,"."""
    head = doc[start:end].root
    described = head.head
    return (
        head.dep_ == "appos"
        and described.i < start
        and doc[start - 1].text == ","
        and described.tag_ == "NN"
        and is_person_noun(described.lemma_)
    )


def _is_acronym(doc: Doc, start: int, end: int) -> bool:
    """Whether one word in capitals stands behind an article: "the FARDC"."""
    word = doc[start].text
    return end - start == 1 and len(word) > 1 and word.isupper() and start > 0 and doc[start - 1].lower_ == "the"


def _is_thing(doc: Doc, end: int) -> bool:
    """Whether ", which" goes on: nobody's name."""
    return end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ == "which"


def _without_titles(doc: Doc, start: int, end: int) -> int:
    while start < end and (is_title(doc[start].text) or (is_person_noun(doc[start].lower_) and start + 1 < end)):
        start += 1
    while start < end and doc[start].is_punct:
        start += 1
    return start


def _is_initial(token: Token) -> bool:
    return token.text.endswith(".") and token.text[:1].isupper()
