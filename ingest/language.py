"""Tells English from other languages, by script where a text is short and by character statistics where it is long enough."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

# Below this many letters names outweigh words, and the classifier guesses.
LETTERS_TO_TELL = 100

# More of a text tells nothing new and costs time.
CHARACTERS_READ = 20_000

# English is believed down to this probability: names and quotations of another language pull a short report away from it.
ENGLISH_PROBABILITY_MINIMUM = 0.01

ENGLISH_NAMES = frozenset({"en", "eng", "english"})

_NOISE = re.compile(r"https?://\S+|[@#]\w+")


def is_english(text: str) -> bool:
    """Whether `text` is English, or too short to tell in Latin script."""
    return detect_language(text) == "en"


def is_english_tag(language: str) -> bool:
    """Whether a language as metadata gives it ("en", "en-GB", "eng", "English") is English."""
    return re.split(r"[-_]", language.strip().casefold())[0] in ENGLISH_NAMES


def detect_language(text: str) -> str:
    """The ISO 639 code of the text's language; "en" where it is in Latin script and too short to tell, or has no letters."""
    sample = _NOISE.sub(" ", text[:CHARACTERS_READ])
    letters = [character for character in sample if character.isalpha()]
    if not letters:
        return "en"
    latin = _is_mostly_latin(letters)
    if latin and len(letters) < LETTERS_TO_TELL:
        return "en"
    if sum(map(str.isupper, letters)) > len(letters) / 2:
        sample = sample.casefold()
    ranking = _identifier().rank(sample)
    if latin and dict(ranking).get("en", 0.0) >= ENGLISH_PROBABILITY_MINIMUM:
        return "en"
    return str(next(code for code, _ in ranking if code != "en"))


def _is_mostly_latin(letters: list[str]) -> bool:
    counts = Counter(letters)
    latin = sum(
        count
        for letter, count in counts.items()
        if unicodedata.name(letter, "").startswith(("LATIN", "FULLWIDTH LATIN"))
    )
    return latin * 2 >= len(letters)


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
