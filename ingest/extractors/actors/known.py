"""Finds the names that the registry knows, the longest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from ingest.extractors.actors.lexicon import given_name_gender, is_person_noun, is_title
from ingest.extractors.actors.longer import is_inside_longer_name
from ingest.extractors.actors.words import BOUNDARY, Word
from ingest.registry import Match, Registry, RegistryActor

# Above this a name in capitals only is a word that a headline sets in capitals, not an acronym.
ACRONYM_CHARACTERS = 6
# Newspapers write pronounceable acronyms as words ("Nato", "Unicef"); of shorter ones ("Who", "Us") that would be another word.
PRONOUNCED_ACRONYM_CHARACTERS = 4

_LOCATIVE_PREPOSITIONS = frozenset(
    {"in", "into", "from", "inside", "outside", "across", "near", "to", "through", "throughout", "within", "around",
     "over", "toward", "towards"}
)  # fmt: skip

_MODIFIERS = frozenset({"amod", "compound", "nmod"})


@dataclass(frozen=True, slots=True)
class Found:
    """A name at tokens `start <= i < end`, with the actors whose name it is."""

    start: int
    end: int
    actors: tuple[RegistryActor, ...]


def find_known(doc: Doc, words: list[Word], registry: Registry) -> Iterator[Found]:
    """Every registered name in the text, in order, none inside another."""
    folds = [word.fold for word in words]
    index = 0
    while index < len(words):
        match = registry.match(folds, index) if folds[index] != BOUNDARY else None
        if match is None:
            index += 1
            continue
        start, end = words[index].token, words[index + match.length - 1].token + 1
        if _is_written_as_name(doc, start, end, match) and not (
            _is_part_of_another(doc, start, end, match)
            or is_inside_longer_name(doc, start, end, match.actors[0], registry)
        ):
            yield Found(start, end, match.actors)
            index += match.length
        else:
            index += 1


def stands_for_place(doc: Doc, start: int) -> bool:
    """Whether a country's name there tells where: "in Ukraine", "to Poland" of a movement; not "sold to Poland"."""
    token = doc[start]
    while token.i and doc[token.i - 1].pos_ in {"ADJ", "DET", "ADV"}:
        token = doc[token.i - 1]
    before = doc[token.i - 1] if token.i else None
    if (
        before is None
        or before.lower_ not in _LOCATIVE_PREPOSITIONS
        or any(child.tag_ == "POS" for child in doc[start].children)
    ):
        return False
    return not (before.i and doc[before.i - 1].lower_ == "according")


def _is_written_as_name(doc: Doc, start: int, end: int, match: Match) -> bool:
    surface = [token for token in doc[start:end] if not token.is_punct]
    letters = "".join(character for character in match.alias if character.isalpha())
    if match.length == 1 and letters.isupper() and len(letters) <= ACRONYM_CHARACTERS:
        written = "".join(character for character in surface[0].text if character.isalpha())
        if written.isupper():
            return True
        return len(letters) >= PRONOUNCED_ACRONYM_CHARACTERS and written.istitle()
    if match.length == 1 and letters[:1].isupper() and any(map(str.isupper, letters[1:])):
        # "LeT" is no "Let".
        written = "".join(character for character in surface[0].text if character.isalpha())
        return written == letters or written.isupper()
    if match.alias.islower():
        return True
    return any(character.isupper() for character in surface[0].text) or any(
        token.text[0].isupper() for token in surface[1:] if match.alias[0].islower()
    )


def _is_part_of_another(doc: Doc, start: int, end: int, match: Match) -> bool:
    """Whether a one-word name belongs to a longer one that the registry does not know: "Harris County", "Calvin Harris"."""
    if match.length > 1:
        # "a Russian military outfit"
        last = doc[end - 1]
        return (
            match.actors[0].id.startswith("office:")
            and last.dep_ in _MODIFIERS
            and last.head.i >= end
            and last.head.pos_ == "NOUN"
        )
    token = doc[start]
    kind = match.actors[0].kind
    before = doc[start - 1] if start else None
    after = doc[end] if end < len(doc) else None
    if kind == "Person":
        if before is not None and _is_name_word(before) and not _is_title_word(before):
            return before.ent_type_ == "PERSON" or given_name_gender(before.text) is not None
        return after is not None and _is_name_word(after) and not is_title(after.text) and _same_entity(token, after)
    if kind == "Country":
        return False
    if (
        after is not None
        and _is_name_word(after)
        and _same_entity(token, after)
        and after.ent_type_ in {"ORG", "FAC", "GPE", "LOC", "WORK_OF_ART"}
    ):
        return not is_person_noun(after.lower_) and not is_title(after.text)
    return False


def _is_name_word(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos_ == "PROPN"


def _is_title_word(token: Token) -> bool:
    return is_title(token.text) or is_person_noun(token.lower_)


def _same_entity(left: Token, right: Token) -> bool:
    return bool(left.ent_type_) and left.ent_type_ == right.ent_type_ and right.ent_iob_ == "I"
