"""The sections of a text that headings open: "LUTSK. …", "RIVNE" or "Rivne:" on a line of its own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from ingest.annotations import Span, Toponym

_CAPITALS = r"[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ'’-]+(?: [^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ'’-]*){0,4}"
_HEADING = re.compile(
    rf"^(?:(?P<run_in>{_CAPITALS})[.:](?=\s)"
    rf"|(?P<line>{_CAPITALS})[ \t]*$"
    r"|(?P<colon>[^\W\d_a-z][\w'’-]*(?: [^\W\d_a-z][\w'’-]*){0,3}):[ \t]*$)",
    re.MULTILINE,
)


class Sections:
    """The sections of a text whose headings name places; one section where no heading does."""

    def __init__(self, text: str, toponyms: Iterable[Toponym]) -> None:
        headings = [Span(*match.span(match.lastgroup or 0)) for match in _HEADING.finditer(text)]
        named = {toponym.span for toponym in toponyms if toponym.form == "name"}
        self._headings: Sequence[Span] = headings if not named.isdisjoint(headings) else ()

    def start(self, offset: int) -> int:
        """Where the section begins that holds an offset: at its heading, else at the text's start."""
        before = bisect_right(self._headings, offset, key=lambda each: each.start)
        return self._headings[before - 1].start if before else 0

    def is_heading(self, span: Span) -> bool:
        """Whether those words are the heading of a section."""
        return span in self._headings
