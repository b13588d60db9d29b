"""The word lists about actors: nouns that stand for them, titles, words of organisations, given names."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Literal

from graph.names import fold_name

Gender = Literal["female", "male"]
NounClass = Literal[
    "leader", "commander", "spokesperson", "person", "body", "armed", "outlet", "medium", "evidence", "country",
    "collective",
]  # fmt: skip

PERSON_CLASSES = frozenset({"leader", "commander", "spokesperson", "person"})
ORGANISATION_CLASSES = frozenset({"body", "armed", "outlet"})

_FOLDER = Path(__file__).parent / "lexicons"


def noun_classes(lemma: str) -> frozenset[str]:
    """The classes of a common noun, lower-case singular ("commander") or a collective ("officials"); empty for any other noun."""
    return _classes_by_noun().get(lemma.lower(), frozenset())


def is_force(word: str) -> bool:
    """Whether that plural or collective, after a country's adjective, means the country under arms ("troops")."""
    return word.lower() in _sections("nouns.txt")["force"]


def is_arms(word: str) -> bool:
    """Whether that word, after a country's adjective, means a weapon or an attack of the country's ("missile", "shelling")."""
    return word.lower() in _sections("nouns.txt")["arms"]


def is_collective(word: str) -> bool:
    """Whether that word stands for unnamed people ("officials")."""
    return word.lower() in _sections("nouns.txt")["collective"]


def is_person_noun(lemma: str) -> bool:
    """Whether that noun means one human being."""
    return not PERSON_CLASSES.isdisjoint(noun_classes(lemma))


def is_title(word: str) -> bool:
    """Whether that word, before a name, makes it a person's."""
    fold = fold_name(word) or word
    return any(fold in words for words in _sections("titles.txt").values())


def title_gender(word: str) -> Gender | None:
    """The gender that a form of address tells."""
    fold = fold_name(word)
    titles = _sections("titles.txt")
    if fold in titles["male"]:
        return "male"
    return "female" if fold in titles["female"] else None


def noun_gender(lemma: str) -> Gender | None:
    """The gender that a noun for a person tells: "spokeswoman", "widow"."""
    lemma = lemma.lower()
    if lemma in _FEMALE_NOUNS or lemma.endswith("woman"):
        return "female"
    if lemma in _MALE_NOUNS or (lemma.endswith("man") and lemma != "woman"):
        return "male"
    return None


def given_name_gender(name: str) -> Gender | None:
    """The gender that goes with the first word of a person's name."""
    first = fold_name(name).partition(" ")[0]
    names = _sections("given_names.txt")
    if first in names["female"]:
        return "female"
    return "male" if first in names["male"] else None


def is_organisation_word(word: str) -> bool:
    """Whether a capitalised run of words with that one names an organisation."""
    return fold_name(word) in _sections("organisations.txt")["word"]


def is_local_body(word: str) -> bool:
    """Whether that noun stands for a body of which a town or region has one of its own ("council")."""
    return word.lower() in _sections("organisations.txt")["local"]


def is_platform(word: str) -> bool:
    """Whether that is where people have channels and accounts, so that "a … channel" belongs to somebody else."""
    return word.lower() in _sections("organisations.txt")["platform"]


def is_portfolio(word: str) -> bool:
    """Whether that word, before "minister", tells one minister from another."""
    return word.lower() in _sections("organisations.txt")["portfolio"]


def is_calendar_name(word: str) -> bool:
    """Whether that capitalised word is a month, a weekday or a feast."""
    return word.lower() in _sections("organisations.txt")["calendar"]


def is_happening(lemma: str, *, verb: bool) -> bool:
    """Whether that verb or noun tells of something that happens at a place ("shell", "the assault")."""
    return lemma.lower() in _sections("happenings.txt")["verb" if verb else "noun"]


def is_instrument(lemma: str) -> bool:
    """Whether that noun is a weapon: "the missile" of a strike that the text has told of."""
    return lemma.lower() in _sections("happenings.txt")["instrument"]


def is_place_part(lemma: str) -> bool:
    """Whether that noun is a part of a place or its people: "bridge", "garrison", "resident"."""
    return lemma.lower() in _sections("happenings.txt")["part"]


_FEMALE_NOUNS = frozenset(
    {"mother", "daughter", "sister", "wife", "widow", "aunt", "grandmother", "girl", "queen", "lady", "housewife"}
)
_MALE_NOUNS = frozenset(
    {"father", "son", "brother", "husband", "uncle", "grandfather", "boy", "king", "imam", "pope", "prince"}
)


@lru_cache(maxsize=1)
def _classes_by_noun() -> dict[str, frozenset[str]]:
    classes: dict[str, set[str]] = {}
    for section, words in _sections("nouns.txt").items():
        for word in words:
            classes.setdefault(word, set()).add(section)
    return {word: frozenset(found) for word, found in classes.items()}


@lru_cache(maxsize=8)
def _sections(file_name: str) -> dict[str, frozenset[str]]:
    """Words by the [section] that they stand in; several may share a line."""
    sections: dict[str, set[str]] = {}
    section = ""
    for line in (_FOLDER / file_name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            sections.setdefault(section, set()).update(line.split())
    return {name: frozenset(words) for name, words in sections.items()}


@lru_cache(maxsize=1024)
def family_of(noun: str) -> frozenset[str]:
    """The particular nouns that a general one may take up again: "expert" of "analyst"; empty for a noun that takes up only itself."""
    family: set[str] = set()
    for word in _sections("families.txt").get(noun, frozenset()):
        family |= _sections("nouns.txt")[word[1:]] if word.startswith("*") else {word}
    return frozenset(family - {noun})
