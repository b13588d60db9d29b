"""Where a text stands while it is read: its publication day, the last date it named, its mode, and the tense at a phrase."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ingest.extractors.times.direction import Direction, Tenses
from ingest.extractors.times.moments import Moment


@dataclass(slots=True)
class Discourse:
    """The state that resolving leans on; one a text, moved on from sentence to sentence.

    `published` is the publication day, None when unknown or not told to the day. `last` is the calendar unit named last, `running` the
    last one that a story moves on with, `quarter` the last quarter spoken of. `narrative`: the text is a story, its dates lean on
    `running` and not on `published`; `history`: the passage is one.
    """

    text: str
    lowered: str
    published: date | None
    narrative: bool = False
    history: bool = False
    last: Moment | None = None
    running: Moment | None = None
    quarter: Moment | None = None
    last_paragraph: int = -1
    paragraph: int = 0
    sentence: tuple[int, int] = (0, 0)
    _tenses: Tenses | None = field(default=None, repr=False)

    def enter(self, start: int, end: int, paragraph: int) -> None:
        """Moves on to a sentence."""
        self.sentence, self.paragraph = (start, end), paragraph
        self._tenses = None

    def advance(self, moment: Moment | None, moves: bool) -> None:
        """Takes note of a calendar unit that the text has named."""
        if moment is None:
            return
        if moment.unit in ("quarter", "half"):
            self.quarter = moment if moment.unit == "quarter" else self.quarter
        if moment.unit in ("decade", "century"):
            return
        self.last, self.last_paragraph = moment, self.paragraph
        if moves:
            self.running = moment

    def direction(self, start: int, end: int) -> Direction | None:
        """Whether the sentence looks back or forward at these words."""
        if self._tenses is None:
            self._tenses = Tenses(self.lowered, *self.sentence)
        return self._tenses.direction(start, end)

    @property
    def now(self) -> date | None:
        """The day that "last year" or "Friday" leans on."""
        if self.narrative and self.running is not None:
            return self.running.first
        return self.published

    def before(self, start: int, width: int = 24) -> str:
        """The lower-cased words in front of a place, within the sentence."""
        return self.lowered[max(self.sentence[0], start - width) : start]

    def after(self, end: int, width: int = 24) -> str:
        """The lower-cased words behind a place, within the sentence."""
        return self.lowered[end : min(self.sentence[1], end + width)]
