"""Romanises Ukrainian names by the official table (Cabinet of Ministers, resolution 55 of 27 January 2010)."""

from __future__ import annotations

import re

_LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z", "и": "y", "і": "i",
    "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
    "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "iu", "я": "ia", "ь": "", "'": "", "’": "",
}  # fmt: skip
_WORD_INITIAL = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}


def romanise(name: str) -> str:
    """ "Часів Яр" is "Chasiv Yar"; letters outside the Ukrainian alphabet stay."""
    return re.sub(r"[\w'’]+", lambda word: _romanise_word(word[0]), name)


def _romanise_word(word: str) -> str:
    lower = word.lower().replace("зг", "з\u0000")
    letters = []
    for position, letter in enumerate(lower):
        latin = "gh" if letter == "\u0000" else _LETTERS.get(letter, letter)
        letters.append(_WORD_INITIAL.get(letter, latin) if position == 0 else latin)
    latin_word = "".join(letters)
    return latin_word[:1].upper() + latin_word[1:] if word[:1].isupper() else latin_word
