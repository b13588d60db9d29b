"""Where a text stands while it is read: its publication day, the last date it named, its mode, and the tense at a phrase."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date

from ingest.extractors.times.direction import Direction, Tenses
from ingest.extractors.times.fragments import DAY, MONTH_NAME, YEAR, compiled
from ingest.extractors.times.moments import Moment
from ingest.extractors.times.words import MONTHS

# In news a date with its year, longer ago than this, opens a passage of history that ends with its paragraph.
HISTORY_DAYS = 365

# A date this near the start of its sentence leads it.
LEADING_CHARACTERS = 30


_NEXT_CHARACTERS = 1_500

_DATED = compiled(rf"\b(?P<month>{MONTH_NAME})(?: {DAY})?,? (?:of )?(?P<year>{YEAR})")


@dataclass(slots=True)
class Discourse:
    """The state that resolving leans on; one a text, moved on from sentence to sentence.

    `published` is the publication day, None when unknown or not told to the day. `last` is the calendar unit named last, `running` the
    last one that a story moves on with, `quarter` the last quarter spoken of. `narrative`: the text is a story, its dates lean on
    `running` and not on `published`; `post`: it was written offhand and all of it leans on `published`; `history`: the passage is one.
    """

    text: str
    lowered: str
    published: date | None
    narrative: bool = False
    post: bool = False
    history: bool = False
    last: Moment | None = None
    running: Moment | None = None
    quarter: Moment | None = None
    last_end: int | None = None
    last_paragraph: int = -1
    paragraph: int = 0
    sentence: tuple[int, int] = (0, 0)
    _dated: tuple[list[int], list[int]] | None = field(default=None, repr=False)
    _tenses: Tenses | None = field(default=None, repr=False)

    def enter(self, start: int, end: int, paragraph: int) -> None:
        """Moves on to a sentence."""
        if paragraph != self.paragraph and not self.narrative:
            self.history = False
        self.sentence, self.paragraph = (start, end), paragraph
        self._tenses = None

    def advance(self, moment: Moment | None, explicit: bool, moves: bool, start: int, end: int) -> None:
        """Takes note of a calendar unit that the text has named from `start` to `end`.

        A story moves on with dates that lead a sentence and with days and months that lie ahead; others are named in passing.
        """
        if moment is None:
            return
        if moment.unit in ("quarter", "half"):
            self.quarter = moment if moment.unit == "quarter" else self.quarter
        if moment.unit in ("decade", "century"):
            return
        self.last, self.last_end, self.last_paragraph = moment, end, self.paragraph
        leads = start - self.sentence[0] <= LEADING_CHARACTERS
        ahead = self.running is None or (moment.finer_than("season") and moment.first >= self.running.first)
        if moves and (leads or ahead or (explicit and not self.narrative)):
            self.running = moment
        if not self.narrative:
            self.history = explicit and moves and leads and moment.finer_than("season") and self._is_past(moment)

    def _is_past(self, moment: Moment) -> bool:
        return self.published is not None and (self.published - moment.last).days > HISTORY_DAYS

    def next_dated(self, start: int) -> int | None:
        """The month (counted from year 0) of the first date with its year behind a place, within the next few sentences."""
        if self._dated is None:
            found = [
                (match.start(), int(match["year"]) * 12 + MONTHS[match["month"].rstrip(".")] - 1)
                for match in _DATED.finditer(self.lowered)
            ]
            self._dated = ([place for place, _ in found], [month for _, month in found])
        places, months = self._dated
        index = bisect_right(places, start)
        return months[index] if index < len(places) and places[index] - start <= _NEXT_CHARACTERS else None

    def direction(self, start: int, end: int, promises: bool = True) -> Direction | None:
        """Whether the sentence looks back or forward at these words; see `Tenses.direction`."""
        if self._tenses is None:
            self._tenses = Tenses(self.lowered, *self.sentence)
        return self._tenses.direction(start, end, promises)

    def has_happened(self, start: int) -> bool:
        """Whether a verb of the past stands right before these words."""
        if self._tenses is None:
            self._tenses = Tenses(self.lowered, *self.sentence)
        return self._tenses.has_happened(start)

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
