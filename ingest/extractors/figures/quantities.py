"""Reads the numbers of a parse: digits, words and scales with the bounds before them and the ranges between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from ingest.columns import columns_of
from ingest.extractors.figures import lexicon

_DIGITS = re.compile(r"\d{1,3}(?:[,. ]\d{3})+(?!\d)|\d+(?:\.\d+)?")
# A number glued to its scale or unit: "350k", "10km", "2bn".
_GLUED = re.compile(r"(\d+(?:[.,]\d+)*)(k|m|mln|bn|km|%)", re.IGNORECASE)
_GLUED_SCALES = {"k": 1e3, "m": 1e6, "mln": 1e6, "bn": 1e9}
_RANGE_WORDS = frozenset({"to", "-", "and", "or", "–"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number at tokens `start <= i < end`, bound words included; `last` is its last number token."""

    start: int
    end: int
    low: float | None
    high: float | None
    exact: float | None
    last: int


@dataclass(frozen=True, slots=True)
class _Number:
    start: int
    end: int
    value: float
    vague: bool


def find_quantities(doc: Doc) -> Iterator[Quantity]:
    """Every number of a parse in order, ranges as one."""
    found = list(_numbers(doc))
    index = 0
    while index < len(found):
        number = found[index]
        following = found[index + 1] if index + 1 < len(found) else None
        if following is not None and _is_range(doc, number, following):
            low, high = number.value, following.value
            # "20 to 30 thousand": the scale belongs to both.
            if (
                high >= 1000
                and low < 1000
                and _scale_of(doc, following) > 1
                and low < high / _scale_of(doc, following) * 2
            ):
                low *= _scale_of(doc, following)
            if low < high:
                start = (
                    number.start - 1
                    if number.start and doc[number.start - 1].lower_ in ("between", "from")
                    else number.start
                )
                yield Quantity(start, following.end, low, high, None, following.end - 1)
                index += 2
                continue
        yield _bounded(doc, number)
        index += 1


def _bounded(doc: Doc, number: _Number) -> Quantity:
    for words, bound in lexicon.bounds():
        start = number.start - len(words)
        if start >= 0 and all(doc[start + offset].lower_ == word for offset, word in enumerate(words)):
            if bound == "low":
                return Quantity(start, number.end, number.value, None, None, number.end - 1)
            if bound == "high":
                return Quantity(start, number.end, None, number.value, None, number.end - 1)
            if number.vague:
                return Quantity(start, number.end, number.value, None, None, number.end - 1)
            return Quantity(start, number.end, None, None, number.value, number.end - 1)
    if number.vague or _or_more(doc, number.end):
        return Quantity(number.start, number.end, number.value, None, None, number.end - 1)
    return Quantity(number.start, number.end, None, None, number.value, number.end - 1)


def _or_more(doc: Doc, end: int) -> bool:
    return end + 1 < len(doc) and doc[end].lower_ == "or" and doc[end + 1].lower_ == "more"


def _is_range(doc: Doc, number: _Number, following: _Number) -> bool:
    if following.start != number.end + 1 or number.vague or following.vague:
        return False
    word = doc[number.end].lower_
    if word not in _RANGE_WORDS:
        return False
    if word in ("and", "or"):
        before = doc[number.start - 1].lower_ if number.start else ""
        return before == "between" if word == "and" else True
    return True


def _scale_of(doc: Doc, number: _Number) -> float:
    scale = 1.0
    for token in doc[number.start : number.end]:
        word = lexicon.numbers().get(token.lower_)
        if word is not None and word.kind == "scale":
            scale *= word.value
    return scale


def _numbers(doc: Doc) -> Iterator[_Number]:
    columns = columns_of(doc)
    words = lexicon.numbers()
    index, size = 0, len(columns)
    while index < size:
        lower = columns.lowers[index]
        if not (lower in words or columns.parts[index] == "NUM" or lower[:1].isdigit() or doc[index].like_num):
            index += 1
            continue
        number = _number_at(doc, index)
        if number is None:
            index += 1
            continue
        yield number
        index = number.end


def _number_at(doc: Doc, start: int) -> _Number | None:
    total, current = 0.0, None
    index, size = start, len(doc)
    vague = False
    while index < size:
        token = doc[index]
        value = _digits(token)
        word = lexicon.numbers().get(token.lower_)
        if value is not None:
            if current is not None:
                break
            current = value
        elif word is None:
            if not _joins(doc, index, current):
                break
        elif word.kind == "plural":
            if current is not None or total:
                break
            vague = True
            current = word.value
            if index + 2 < size and doc[index + 1].lower_ == "of" and _plural_scale(doc[index + 2]) is not None:
                current *= _plural_scale(doc[index + 2]) or 1.0
                index += 2
        elif word.kind == "unit":
            if token.lower_ == "one" and index == start and not _counts(doc, index):
                return None
            if current is not None and not (current >= 20 and current % 10 == 0 and word.value < 10) and current % 100:
                break
            current = (current or 0.0) + word.value
        elif current == 0.5 and token.i > start:
            current *= word.value
        elif current is None and total == 0:
            if not _is_scale_alone(doc, index):
                return None
            current = word.value
        else:
            current = (current if current is not None else 1.0) * word.value
            if word.value >= 1000:
                total, current = total + current, None
        index += 1
    if (current is None and total == 0) or current == 0.5:
        return None
    end = index
    while end > start + 1 and doc[end - 1].lower_ in ("and", "-"):
        end -= 1
    word = lexicon.numbers().get(doc[start].lower_)
    with_article = word is not None and word.kind == "scale" and start > 0 and doc[start - 1].lower_ == "a"
    return _Number(start - 1 if with_article else start, end, total + (current or 0.0), vague)


def _plural_scale(token: Token) -> float | None:
    """1000 for "thousands" in "tens of thousands"."""
    word = lexicon.numbers().get(token.lower_.removesuffix("s"))
    return word.value if word is not None and word.kind == "scale" else None


def _is_scale_alone(doc: Doc, index: int) -> bool:
    """ "a hundred", "half a million" (not read), "dozen people"."""
    return bool(index) and doc[index - 1].lower_ in ("a", "the", "some", "several", "few") and len(doc[index].text) > 2


def _counts(doc: Doc, index: int) -> bool:
    """Whether "one" counts ("one civilian") rather than stands for a thing ("the one", "one of the generals", "one another")."""
    token = doc[index]
    after = doc[index - 1].lower_ if index else ""
    counts = token.dep_ == "nummod" and token.head.i > index and token.head.pos_ in ("NOUN", "NUM")
    return counts and after not in ("no", "the", "this", "every")


def _joins(doc: Doc, index: int, current: float | None) -> bool:
    """ "and" in "two hundred and six", the hyphen in "twenty-five"."""
    if current == 0.5:
        return doc[index].lower_ == "a" and index + 1 < len(doc) and doc[index + 1].lower_ in lexicon.numbers()
    if current is None or index + 1 >= len(doc) or doc[index].lower_ not in ("and", "-"):
        return False
    following = lexicon.numbers().get(doc[index + 1].lower_)
    if following is None or following.kind != "unit":
        return False
    if doc[index].lower_ == "and":
        return current >= 100 and current % 100 == 0 and doc[index - 1].lower_ == "hundred"
    return current >= 20 and current % 10 == 0 and following.value < 10 and doc[index - 1].lower_ in lexicon.numbers()


def _digits(token: Token) -> float | None:
    text = token.text.replace("\u00a0", " ")
    glued = _GLUED.fullmatch(text)
    if glued is not None:
        return float(glued[1].replace(",", "")) * _GLUED_SCALES.get(glued[2].lower(), 1.0)
    if _DIGITS.fullmatch(text) is None:
        return None
    if re.fullmatch(r"\d{1,3}(?:[.]\d{3}){2,}", text):
        text = text.replace(".", "")
    return float(text.replace(",", "").replace(" ", ""))
