"""The calendar's vocabulary, read from data files, and number words as numbers."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import Final

_DATA = files(__package__) / "data"


def _load(name: str) -> dict[str, dict[str, int]]:
    tables: dict[str, dict[str, int]] = tomllib.loads((_DATA / name).read_text(encoding="utf-8"))
    return tables


def load_list(name: str, key: str) -> tuple[str, ...]:
    """The words under `key` of a data file."""
    return tuple(tomllib.loads((_DATA / name).read_text(encoding="utf-8"))[key])


def load_table(name: str, key: str) -> dict[str, str]:
    """The words under `key` of a data file with what each stands for."""
    return dict(tomllib.loads((_DATA / name).read_text(encoding="utf-8"))[key])


_CALENDAR = _load("calendar.toml")
_NUMBERS = _load("numbers.toml")
_CODES = tomllib.loads((_DATA / "calendar.toml").read_text(encoding="utf-8"))

MONTH_ABBREVIATIONS: Final = _CALENDAR["month_abbreviations"]
MONTHS: Final = _CALENDAR["months"] | MONTH_ABBREVIATIONS
WEEKDAYS: Final = _CALENDAR["weekdays"] | _CALENDAR["weekday_abbreviations"]
DAYS_FROM_TODAY: Final = _CALENDAR["days_from_today"]
TONIGHT: Final = load_list("calendar.toml", "tonight")
SEASONS: Final = _CALENDAR["seasons"]
SEASON_CODES: Final[dict[int, str]] = {int(number): code for number, code in _CODES["season_codes"].items()}
DAY_PARTS: Final[dict[str, str]] = _CODES["day_parts"]
CLOCK_WORDS: Final[dict[str, str]] = _CODES["clock_words"]
UNIT_ABBREVIATIONS: Final[dict[str, str]] = _CODES["unit_abbreviations"]
DURATION_LETTERS: Final[dict[str, str]] = _CODES["duration_letters"]
DURATION_FACTORS: Final[dict[str, int]] = _CODES["duration_factors"]
CARDINALS: Final = _NUMBERS["cardinals"]
ORDINALS: Final = _NUMBERS["ordinals"]
DECADES: Final = _NUMBERS["decades"]


def either(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest tried first."""
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(words, key=len, reverse=True))


def number_of(words: str) -> float | None:
    """The number that words or figures say ("twenty-one", "1,200", "eight and a half", "a couple of"); None for a vague one ("several")."""
    text = words.strip().replace(",", "")
    half = 0.5 if re.search(r"half\b", text) else 0.0
    text = re.sub(r"\s*(?:and|-)?\s*(?:an?|one)?[\s-]*half\b.*|\s*½", "", text).strip()
    if not text and half:
        return half
    if re.fullmatch(r"\d+(?:\.\d+)?", text):
        return float(text) + half
    if text in {"a", "an", "another", "one", "single", "a single", "one more", "the"}:
        return 1 + half
    if text.startswith(("a couple", "couple", "both")):
        return 2.0
    if text.startswith(("a dozen", "dozen")) and not text.startswith("dozens"):
        return 12.0
    total = 0
    for word in re.split(r"[\s-]+", text):
        if word in {"and", "a", "more", "full", "other"}:
            continue
        value = CARDINALS.get(word) or (int(word) if word.isdigit() else None)
        if value is None:
            return None
        total = (total or 1) * 100 if value == 100 else total + value
    return total + half if total else None


def ordinal_of(words: str) -> int | None:
    """1 for "first", "1st"; None for what is no ordinal."""
    if match := re.fullmatch(r"(\d+)(?:st|nd|rd|th)?", words):
        return int(match[1])
    return ORDINALS.get(re.sub(r"\s+", "-", words.strip()))
