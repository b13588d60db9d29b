"""Folds names so that spellings of one name meet, for storing and for looking up; never says that two names are one thing.

`fold_name` is the exact key: two spellings with one fold differ in case, accents, script, punctuation or title only.
`spelling_key` is coarser: it also joins transliterations (Zelensky, Zelenskyy, Zelenskiy). A likeness score decides no identity
(at the usual 0.8 different towns merge); it ranks suggestions only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from anyascii import anyascii
from rapidfuzz import fuzz, process

GIVEN_NAMES_FILE = Path(__file__).parent / "given_names.txt"

# Forms of address that are no part of a name. Offices ("General") stay: they begin names of things as well ("General Staff").
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "president", "the"})

# A suggestion below this WRatio (0 to 100) has little in common with what was asked.
SUGGESTION_SCORE_MINIMUM = 70.0

_APOSTROPHES = re.compile(r"['`´‘’ʼʹʻ′]")
_POSSESSIVE = re.compile(r"(?<=\w)['’ʼ]s?(?=$|[\s,.;:])")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_NOT_WORD = re.compile(r"[^a-z0-9]+")

# In order, each on one folded word: romanisations of one sound, from several systems and languages.
_SOUNDS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        ("shch|sch(?=[aeiouy])|stch", "s"),  # щ
        ("tch|tsch", "ch"),
        ("kh", "h"),  # х
        ("ph", "f"),
        ("x", "ks"),
        ("ck|q", "k"),
        ("ou|oo", "u"),
        ("w", "v"),
        ("(?<=[aeiou])[yi](?=[aeou])", ""),  # Sergiyenko, Sergienko: the glide between vowels
        ("^(?:ye|ie|je)", "e"),  # Yevgeny, Evgeny
        ("(?:iy|yy|yi|ii|ij|yj|ey|ei|y|j)$", "i"),  # -ий: Zelenskyy, Sergey
        ("iy|yi|y|j", "i"),
        ("io(?=[a-z])", "o"),  # Fyodor, Fiodor, Fodor
        (r"([a-z])\1+", r"\1"),  # Andriivka, Andrivka
    )
)


@lru_cache(maxsize=65_536)
def fold_name(name: str) -> str:
    """`name` in lower-case Latin words and digits, one blank between; without accents, apostrophes, possessive and forms of address.

    Any script is romanised; hyphens part words; "U.S." is "us". Empty only where nothing of `name` can be spelled.
    """
    without_possessive = _POSSESSIVE.sub("", name.strip())
    joined_initials = _INITIALS.sub(lambda match: match.group().replace(".", ""), without_possessive)
    latin = joined_initials if joined_initials.isascii() else anyascii(joined_initials)
    words = _NOT_WORD.sub(" ", _APOSTROPHES.sub("", latin).lower()).split()
    while len(words) > 1 and words[0] in _TITLES:
        words.pop(0)
    return " ".join(words)


@lru_cache(maxsize=65_536)
def spelling_key(name: str) -> str:
    """A key shared by transliterations of one name; the first of several words may be a variant of one given name (Sergei, Serhii).

    Coarse: names with one key are candidates, to be told apart by kind, place or context.
    """
    words = fold_name(name).split()
    sounds = [_sound(word) for word in words]
    if len(words) > 1:
        sounds[0] = _given_name_symbols().get(sounds[0], sounds[0])
    return " ".join(sounds)


def suggest(name: str, known_names: Iterable[str], limit: int = 5) -> list[str]:
    """The known names most like `name`, best first, at most `limit`, each spelling of one fold once: for a reader who mistyped."""
    by_fold: dict[str, str] = {}
    for known in known_names:
        by_fold.setdefault(fold_name(known), known)
    found = process.extract(
        fold_name(name), by_fold.keys(), scorer=fuzz.WRatio, limit=limit, score_cutoff=SUGGESTION_SCORE_MINIMUM
    )
    return [by_fold[fold] for fold, _, _ in sorted(found, key=lambda hit: (-hit[1], hit[0]))]


def _sound(word: str) -> str:
    for pattern, replacement in _SOUNDS:
        word = pattern.sub(replacement, word)
    return word


@lru_cache(maxsize=1)
def _given_name_symbols() -> dict[str, str]:
    """Each variant's sound to the first name of its line."""
    symbols: dict[str, str] = {}
    for line in GIVEN_NAMES_FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            variants = line.split()
            symbols.update((_sound(variant), variants[0]) for variant in variants)
    return symbols
