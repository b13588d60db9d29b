"""Folds spellings of a name to one key: accents, hyphens, apostrophes, case, and Saint, St and Sainte."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not decompose.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "ə": "a"}
)  # fmt: skip
_APOSTROPHES = re.compile("['`´ʹʺʻʼʽʾʿˈ‘’‛′”\u0301.]")
_SEPARATORS = re.compile(r"[^\w]+|_+")
_WORDS = {"saint": "st", "sankt": "st", "mount": "mt", "fort": "ft", "&": "and"}


@lru_cache(maxsize=65_536)
def fold_word(word: str) -> str:
    """One word's key: "Sánta" is "santa", "Xi'an" is "xian", "Saint" is "st"."""
    word = _APOSTROPHES.sub("", word.lower())
    if not word.isascii():
        # Cyrillic й and ї decompose too, on both sides alike.
        word = "".join(
            c for c in unicodedata.normalize("NFKD", word.translate(_LETTERS)) if not unicodedata.combining(c)
        )
        word = _APOSTROPHES.sub("", word)
    return _WORDS.get(word, word)


@lru_cache(maxsize=65_536)
def fold_name(name: str) -> str:
    """The key of a whole name, words joined by one blank; empty where the name holds no letter or digit."""
    words = (fold_word(word) for word in _SEPARATORS.split(_APOSTROPHES.sub("", name.replace("&", " and "))))
    return " ".join(word for word in words if word)


def name_hash(key: str) -> int:
    """64 bits of a folded name: a million names meet by chance once in 10^7 gazetteers."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "little")
