"""Pairs quotation marks: which stretches of a text stand between them, also where a mark is missing, doubled or turned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.annotations import Span

_MARK = re.compile(r"''|``|[\"“”„‟«»〝〞＂]")
_OPENERS = frozenset("“„‟«〝") | {"``"}
_CLOSERS = frozenset("”»〞")
_SINGLE_OPEN = re.compile(r"(?:(?<=^)|(?<=[\s(\[—–-]))[‘'](?=[^\W\d_][^‘’'\"“”]{8,})", re.MULTILINE)
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…])[’'](?=[\s).,;:!?\]—–-]|$)")
# Longer than any quotation inside single marks that a newspaper prints in one breath.
SINGLE_CHARACTERS_MAXIMUM = 600


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between marks, marks included; `closed` is False where it runs on to the end of its paragraph.

    `opened` is False where the opening mark is missing: the stretch then begins with its paragraph.
    """

    span: Span
    paragraph: int
    closed: bool
    opened: bool = True
    double: bool = True


def paragraphs(text: str) -> list[Span]:
    """The lines of `text` that hold anything, blanks around them left out."""
    return [Span(*match.span()) for match in re.finditer(r"\S(?:[^\n]*\S)?", text)]


def find_quotations(text: str, lines: list[Span]) -> list[Quotation]:
    """All outermost quotations in text order; `lines` are the paragraphs of `text`."""
    found: list[Quotation] = []
    for index, line in enumerate(lines):
        doubles = list(_pair(text, line, index))
        found.extend(doubles)
        singles = _pair_singles(text, line, index, doubles)
        if singles:
            found.extend(singles)
            found.sort(key=lambda quotation: quotation.span)
    return found


def _pair(text: str, line: Span, paragraph: int) -> Iterator[Quotation]:
    opener: str | None = None
    start = depth = 0
    for match in _MARK.finditer(text, line.start, line.end):
        mark = match.group()
        opens = _opens(text, match, line)
        if opener is None:
            if opens:
                opener, start, depth = mark, match.start(), 0
            elif _ends_unopened(text, match) and (start == 0 or start < line.start):
                # The opening mark is missing: all since the paragraph began, if nothing of it was quoted yet.
                yield Quotation(Span(line.start, match.end()), paragraph, closed=True, opened=False)
                start = match.end()
        elif opens and mark != opener and mark in _OPENERS:
            depth += 1
        elif opens and text[start : match.start()].strip("\"'“„‟«` ") == "":
            continue  # a doubled mark
        elif depth and mark in _CLOSERS and opener not in _OPENERS:
            depth -= 1
        elif opens and not depth and mark == opener and mark in _OPENERS:
            # The one before was never closed, or this one lies within it: a later closer decides.
            later = text.count("”", match.end(), line.end)
            if later >= 2:
                depth += 1
            else:
                yield Quotation(Span(start, match.start()), paragraph, closed=False)
                start = match.start()
        elif depth and mark in _CLOSERS:
            depth -= 1
        elif not opens or mark in _CLOSERS:
            yield Quotation(Span(start, match.end()), paragraph, closed=True)
            opener = None
            start = match.end()
    if opener is not None:
        yield Quotation(Span(start, line.end), paragraph, closed=False)


def _ends_unopened(text: str, match: re.Match[str]) -> bool:
    """Whether a mark that nothing opened ends a quotation all the same; a straight one may be an inch."""
    return match.group() in _CLOSERS or text[match.start() - 1 : match.start()] in (",", ".", "?", "!")


def _opens(text: str, match: re.Match[str], line: Span) -> bool:
    """Whether the mark opens: by its shape, unless what stands beside it says the contrary."""
    mark = match.group()
    before = text[match.start() - 1] if match.start() > line.start else " "
    after = text[match.end()] if match.end() < line.end else " "
    space_before = before.isspace() or before in "([{—–-/‘'“"
    space_after = after.isspace() or after in ")]},.;:?!—–"
    if mark in _OPENERS:
        return not (space_after and not space_before)
    if mark in _CLOSERS:
        return space_before and not space_after
    return space_before and not after.isspace()


def _pair_singles(text: str, line: Span, paragraph: int, doubles: list[Quotation]) -> list[Quotation]:
    found: list[Quotation] = []
    position = line.start
    taken = iter(doubles)
    double = next(taken, None)
    while opening := _SINGLE_OPEN.search(text, position, line.end):
        while double and double.span.end <= opening.start():
            double = next(taken, None)
        if double and double.span.start <= opening.start():
            position = double.span.end
            continue
        if text.startswith("''", opening.start()) or text.startswith("''", opening.start() - 1):
            position = opening.end()
            continue
        limit = min(line.end, opening.end() + SINGLE_CHARACTERS_MAXIMUM)
        closing = _SINGLE_CLOSE.search(text, opening.end(), limit)
        if closing is None or (double and double.span.start < closing.end()):
            position = opening.end()
            continue
        if " " in text[opening.end() : closing.start()]:
            found.append(Quotation(Span(opening.start(), closing.end()), paragraph, closed=True, double=False))
        position = closing.end()
    return found
